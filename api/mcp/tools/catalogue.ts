import { z } from 'zod'
import { after, first, itemId, kinds, narrowed } from '../arguments.ts'
import { changesDocument, findingsDocument } from '../documents/catalogue.ts'
import { modelDocument } from '../documents/model.ts'
import { tool } from '../tool.ts'

/** What validation found. */
export const findings = tool({
  name: 'findings',
  title: 'Findings',
  description:
    'What validation found worth a look in the catalogue: missing owners, expired decisions, contracts past their notice date, questions without an answer; each with file, line and what to do.',
  input: {
    severity: z
      .array(z.enum(['WARNING', 'INFO']))
      .min(1)
      .optional()
      .describe('Only of these severities.'),
    rule: z.array(z.string().min(1)).min(1).max(50).optional().describe('Only of these rules: missing-owner.'),
    item: itemId('Only about this item').optional(),
    first: first('findings', 20, 100),
    after,
  },
  document: findingsDocument,
  async answer(api, { item, ...said }) {
    const [known] = item === undefined ? [] : await api.known([item])
    const data = await api.ask(findingsDocument, { ...said, item: known })
    const { totalCount, nodes } = data.findings
    return { data, lead: `${String(nodes.length)} of ${String(totalCount)} findings.` }
  },
})

/** What the latest loads did. */
export const recentChanges = tool({
  name: 'recent_changes',
  title: 'Recent changes',
  description: 'The latest loads that changed something: which items each added, changed and removed, field by field.',
  input: {
    first: first('loads, the latest first,', 3, 20),
    changes: first('changed items of each load', 50, 1000),
    after,
  },
  document: changesDocument,
  async answer(api, { first, changes, after }) {
    const { revisions } = await api.ask(changesDocument, { first, after })
    const nodes = revisions.nodes.map((each) => ({
      ...each,
      changes: each.changes.slice(0, changes),
      complete: each.complete && each.changes.length <= changes,
    }))
    const { totalCount } = revisions
    const lead = `${String(nodes.length)} of ${String(totalCount)} loads that changed something.`
    return { data: { revisions: { ...revisions, nodes } }, lead }
  },
})

/** What the catalogue can hold. */
export const model = tool({
  name: 'model',
  title: 'Model',
  description:
    'What the catalogue can hold: kinds with their fields and how many items of each there are, and the relations between them with both verbs. Read it before writing a question for the tool "graphql".',
  input: { kinds: kinds('Only these kinds, and relations that they hold or that lead to them') },
  document: modelDocument,
  async answer(api, said) {
    const data = await api.ask(modelDocument, {})
    const wanted = narrowed(said).kinds
    if (wanted === undefined)
      return {
        data,
        lead: `${String(data.model.kinds.length)} kinds, ${String(data.model.relations.length)} relations.`,
      }
    const shown = data.model.kinds.filter(({ kind }) => wanted.includes(kind))
    const names = new Set(shown.map(({ name }) => name))
    const unknown = wanted.filter((each) => !shown.some(({ kind }) => kind === each))
    const relations = data.model.relations.filter(({ holders, targets }) =>
      [...holders, ...targets].some((name) => names.has(name)),
    )
    const counts = data.catalogue.counts.filter(({ kind }) => wanted.includes(kind))
    const missing = unknown.length === 0 ? '' : ` There is no kind ${unknown.join(', ')}.`
    return {
      data: { model: { kinds: shown, relations }, catalogue: { counts } },
      lead: `${String(shown.length)} kinds, ${String(relations.length)} relations.${missing}`,
    }
  },
})
