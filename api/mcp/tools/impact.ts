import { z } from 'zod'
import { distance, first, itemId, itemIds, kinds, narrowed, relations, state } from '../arguments.ts'
import {
  changeImpactDocument,
  impactDocument,
  pathsDocument,
  singlePointsDocument,
  upstreamDocument,
} from '../documents/impact.ts'
import { tool } from '../tool.ts'

const reached = kinds('Reach and pass through only items of these kinds')

/** What fails with some items. */
export const impact = tool({
  name: 'impact',
  title: 'What fails',
  description:
    'What stops flowing if these items fail or degrade: every affected item with its state (DOWN, DEGRADED, AT_RISK), the needs that decided it with file and line, and a sentence; the value streams with the part of lead time and demand that is hit, services and stakeholders.',
  input: {
    failed: z
      .array(z.object({ id: itemId('What fails'), state: state.default('DOWN').describe('How it is, at least.') }))
      .min(1)
      .max(50)
      .describe('What fails, several at once.'),
    kinds: reached,
    relations,
    maxDegree: distance('List only what is at most so many needs away.'),
    first: first('affected items, the worst first,', 50, 1000),
  },
  document: impactDocument,
  async answer(api, { failed, maxDegree, first, ...said }) {
    const ids = await api.known(failed.map(({ id }) => id))
    const named = failed.map(({ id, state }, i) => ({ id: ids[i] ?? id, state }))
    const data = await api.ask(impactDocument, { failed: named, maxDegree, first, ...narrowed(said) })
    return { data, lead: told(data.impact) }
  },
})

/** What a change of some items reaches. */
export const changeImpact = tool({
  name: 'change_impact',
  title: 'What a change reaches',
  description:
    'What must be looked at again if these items change instead of fail: by distance, each with a sentence that says how the change gets there.',
  input: {
    ids: itemIds('What changes'),
    kinds: reached,
    relations,
    maxDistance: distance('List only what is at most so many relations away.'),
    first: first('items, the nearest first,', 50, 1000),
  },
  document: changeImpactDocument,
  async answer(api, { ids, maxDistance, first, ...said }) {
    const known = await api.known(ids)
    const data = await api.ask(changeImpactDocument, { ids: known, maxDistance, first, ...narrowed(said) })
    return { data, lead: told(data.changeImpact) }
  },
})

/** What some items need. */
export const upstream = tool({
  name: 'upstream',
  title: 'What is needed',
  description: 'Everything that these items need, all the way down to suppliers: the other way round than impact.',
  input: {
    ids: itemIds('Whose needs'),
    kinds: reached,
    relations,
    maxDistance: distance('List only what is at most so many relations away.'),
    first: first('items, the nearest first,', 50, 1000),
  },
  document: upstreamDocument,
  async answer(api, { ids, maxDistance, first, ...said }) {
    const known = await api.known(ids)
    const data = await api.ask(upstreamDocument, { ids: known, maxDistance, first, ...narrowed(said) })
    return { data, lead: told(data.upstream) }
  },
})

/** The shortest ways between two items. */
export const paths = tool({
  name: 'paths',
  title: 'Ways between two items',
  description:
    'The shortest ways between two items over needs and changes, in either direction, each as a sentence and as relations with the lines that they are written in: how are these two connected?',
  input: {
    from: itemId('Where the ways begin'),
    to: itemId('Where they end'),
    relations,
    first: first('ways', 3, 20),
  },
  document: pathsDocument,
  async answer(api, { from, to, first, relations }) {
    const [start = from, end = to] = await api.known([from, to])
    const data = await api.ask(pathsDocument, { from: start, to: end, first, ...narrowed({ relations }) })
    const sentences = data.paths.map(({ sentence }) => sentence)
    return { data, lead: sentences.length === 0 ? `Nothing connects ${start} and ${end}.` : sentences.join('\n') }
  },
})

/** Items whose failure alone hurts others. */
export const singlePoints = tool({
  name: 'single_points_of_failure',
  title: 'Single points of failure',
  description:
    'Items whose failure alone takes a value stream, a service or any other item down or degrades it, the worst first. Without "of": of the whole organisation, that is of all value streams and services.',
  input: {
    of: itemIds('Of what').optional(),
    kinds: kinds('List only items of these kinds'),
    first: first('items, the worst first,', 50, 1000),
  },
  document: singlePointsDocument,
  async answer(api, { of, first, ...said }) {
    const known = of === undefined ? {} : { of: await api.known(of) }
    const data = await api.ask(singlePointsDocument, { ...known, first, ...narrowed(said) })
    const { total, points } = data.singlePointsOfFailure
    const lead = `${String(points.length)} of ${String(total)} single points of failure, the worst first.`
    return { data, lead }
  },
})

/** An answer's sentence, and what a limit left out of it. */
function told({
  summary,
  cuts,
}: {
  readonly summary: string
  readonly cuts: readonly { readonly limit: string; readonly value: number; readonly items: number }[]
}): string {
  return [summary, ...cuts.map(({ limit, value, items }) => `"${limit}": ${value} leaves out ${items} more.`)].join(' ')
}
