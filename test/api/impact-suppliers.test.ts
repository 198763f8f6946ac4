import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../loaded-store.ts'
import { memoryStore, storesUnderTest } from '../stores-under-test.ts'
import { countingStore } from './counting-store.ts'
import type { CountingStore } from './counting-store.ts'

const named = '{ id name }'
const alternatives = `alternatives { of ${named} group left ${named} }`
const trace = `revision of ${named} everything summary total complete cuts { limit value items } gaps { about ${named} message }
  rows { governor ${named} governed ${named} practices ${named} stream ${named} step ${named} resource ${named} contract ${named} supplier ${named} }`

/** Each question with all that its answer has. */
const concentration = `{ supplierConcentration { supplier ${named} summary capacities {
  as through ${named}
  streams { stream ${named} perspective state alone share shareAlone ${alternatives} }
  services { service ${named} state alone ${alternatives} }
} } }`
const ending = `query ($today: Date, $within: Int! = 90) { endingContracts(today: $today, within: $within) {
  contract ${named} suppliers ${named} end daysLeft ended noticeBy renewsItself counts { down degraded atRisk }
  streams { item ${named} state } services { item ${named} state } summary
} }`
const governance = `{
  policy: governanceTrace(id: "policy/change-policy", today: "2026-11-22") { ${trace} }
  everything: governanceTrace(id: "policy/provider-code-of-conduct", today: "2026-11-22") { ${trace} }
  decision: governanceTrace(id: "decision/fax-gateway-sunset", today: "2026-11-22") { ${trace} }
  principle: governanceTrace(id: "guiding-principle/optimize-and-automate", today: "2026-11-22") { ${trace} }
  governanceGaps(today: "2026-11-22") { about ${named} message }
}`

interface Concentrations {
  readonly supplierConcentration: readonly {
    readonly supplier: { readonly id: string }
    readonly summary: string
    readonly capacities: readonly { readonly as: string; readonly through: readonly { readonly id: string }[] }[]
  }[]
}
interface Endings {
  readonly endingContracts: readonly {
    readonly contract: { readonly id: string }
    readonly daysLeft: number
    readonly ended: boolean
    readonly summary: string
  }[]
}
interface Trace {
  readonly everything: boolean
  readonly total: number
  readonly complete: boolean
  readonly summary: string
  readonly rows: readonly unknown[]
  readonly gaps: readonly { readonly message: string }[]
}

describe.each(storesUnderTest())(
  'suppliers, contracts and governance of the example organisation, on $name',
  (tested) => {
    let store: CountingStore
    let api: Api
    beforeAll(async () => {
      store = countingStore(await loadedStore(builtInFolder('example'), await tested.fresh()))
      api = await createApi(store, { freshFor: Infinity })
    })
    afterAll(() => api.close())

    async function ask<Result>(document: string, variables = {}, from = api): Promise<Result> {
      const { data, errors } = await from.execute(document, variables)
      expect(errors).toBeUndefined()
      return JSON.parse(JSON.stringify(data)) as Result
    }

    it('answers every question in three statements at most, the same on every store', async () => {
      const folder = builtInFolder('example')
      const other = await createApi(await loadedStore(folder, await memoryStore.fresh()), { freshFor: Infinity })
      // The snapshot is read once a revision, page by page.
      await ask('{ impact(failed: []) { total } }')
      for (const question of [concentration, ending, governance]) {
        store.taken()
        const answer = await ask(question, { today: '2026-11-22' })
        expect(store.taken().length).toBeLessThanOrEqual(3)
        expect(answer).toEqual(await ask(question, { today: '2026-11-22' }, other))
      }
      await other.close()
    })

    it('keeps contract holders, sub-suppliers, makers and owners apart', async () => {
      const { supplierConcentration } = await ask<Concentrations>(concentration)
      const capacities = (id: string) =>
        supplierConcentration.find(({ supplier }) => supplier.id === `supplier/${id}`)?.capacities.map(({ as }) => as)
      expect(supplierConcentration).toHaveLength(17)
      expect(capacities('oakmere-devices')).toEqual(['CONTRACT_HOLDER', 'SUBCONTRACTOR', 'MAKER'])
      expect(capacities('sablecrest-holdings')).toEqual(['SUBCONTRACTOR', 'OWNER'])
      expect(supplierConcentration[0]?.summary).toBe(
        'As contract holder, Ironmere Datacentres alone carries 9 value streams and 13 services.',
      )
    })

    it('tells which contracts end soon, and which have ended and are still in use', async () => {
      const soon = await ask<Endings>(ending, { today: '2026-11-22' })
      expect(soon.endingContracts.map(({ contract, daysLeft }) => [contract.id, daysLeft])).toEqual([
        ['contract/monitoring-subscription', 39],
        ['contract/internet-west', 70],
      ])
      expect(soon.endingContracts[0]?.summary).toBe(
        'Monitoring subscription ends on 2026-12-31, in 39 days; notice could be given until 2026-09-30, and it renews itself. With Monitoring subscription down: of 9 value streams 1 is down, 3 degraded and 2 at risk; of 13 services 1 is down, 3 degraded and 5 at risk. 20 other items aren’t OK.',
      )
      const { endingContracts: past } = await ask<Endings>(ending, { today: '2027-01-01', within: 0 })
      expect(past.map(({ contract, ended }) => [contract.id, ended])).toEqual([
        ['contract/monitoring-subscription', true],
      ])
      const refused = await api.execute(ending, { within: -1 })
      expect(refused.errors?.map(({ message }) => message)).toEqual(['"within" is -1: it must be 0 or more.'])
    })

    it('traces governance to suppliers, with its gaps', async () => {
      const { policy, everything, decision, governanceGaps } = await ask<
        Record<'policy' | 'everything' | 'decision', Trace> & { governanceGaps: Trace['gaps'] }
      >(governance)
      expect(policy).toMatchObject({ everything: false, complete: true, gaps: [] })
      expect(policy.rows).toHaveLength(policy.total)
      expect(everything.everything).toBe(true)
      expect(everything.summary).toContain('holds for everything. What is under it or based on it reaches ')
      const expired = 'Decision "End of the fax gateway" expired on 2026-03-31, and "Fax gateway" is in use.'
      expect(decision.gaps.map(({ message }) => message)).toEqual([expired])
      expect(governanceGaps.map(({ message }) => message)).toContain(expired)
      const { few } = await ask<{ few: Trace }>(
        '{ few: governanceTrace(id: "policy/change-policy", first: 2) { complete cuts { limit value items } rows { governed { id } } } }',
      )
      expect(few.rows).toHaveLength(2)
      expect(few).toMatchObject({ complete: false, cuts: [{ limit: 'first', value: 2, items: policy.total - 2 }] })
    })

    it.each([
      ['policy/chance-policy', 'There is no item policy/chance-policy. Did you mean "policy/change-policy"?'],
      ['practice/service-desk', '"Service desk" is a Practice: ask for a policy, a decision or a guiding principle.'],
    ])('refuses to trace what governs nothing: %s', async (id, message) => {
      const { errors } = await api.execute(`{ governanceTrace(id: "${id}") { total } }`)
      expect(errors?.map((error) => [error.message, error.extensions['code']])).toEqual([[message, 'BAD_USER_INPUT']])
    })
  },
)
