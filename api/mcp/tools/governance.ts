import { z } from 'zod'
import { first, itemId, today } from '../arguments.ts'
import { contractsDocument, suppliersDocument, traceDocument } from '../documents/governance.ts'
import { tool } from '../tool.ts'

/** What hangs on each supplier. */
export const supplierConcentration = tool({
  name: 'supplier_concentration',
  title: 'Supplier concentration',
  description:
    'For each supplier which value streams and services hang on it, alone or with an alternative, and what share of lead time is in its hands; the most depended-on first.',
  input: { first: first('suppliers', 10, 500) },
  document: suppliersDocument,
  async answer(api, { first }) {
    const { supplierConcentration: all } = await api.ask(suppliersDocument, {})
    const shown = all.slice(0, first)
    const lead = `${String(shown.length)} of ${String(all.length)} suppliers, the most depended-on first.`
    return { data: { supplierConcentration: shown }, lead }
  },
})

/** Contracts that end soon. */
export const endingContracts = tool({
  name: 'ending_contracts',
  title: 'Contracts that end soon',
  description:
    'Contracts that end within some days, and those that have ended and are still in use, with the day by which notice must be given and the value streams and services that they would take with them.',
  input: {
    within: z
      .number()
      .int()
      .min(0)
      .max(36_500)
      .default(90)
      .describe('How many days from today their last day may lie.'),
    today,
  },
  document: contractsDocument,
  async answer(api, said) {
    const data = await api.ask(contractsDocument, said)
    const { length } = data.endingContracts
    return { data, lead: `${String(length)} contract${length === 1 ? '' : 's'} within ${String(said.within)} days.` }
  },
})

/** A policy, a decision or a principle, followed down to suppliers. */
export const governanceTrace = tool({
  name: 'governance_trace',
  title: 'Governance trace',
  description:
    'Follow a policy, a decision or a guiding principle down to the work: practices, the steps that they work in, their resources, contracts and suppliers, and what is missing on the way.',
  input: {
    id: itemId('The policy, decision or guiding principle'),
    today,
    first: first('rows', 50, 1000),
  },
  document: traceDocument,
  async answer(api, { id, ...said }) {
    const [known = id] = await api.known([id])
    const data = await api.ask(traceDocument, { id: known, ...said })
    return { data, lead: data.governanceTrace.summary }
  },
})
