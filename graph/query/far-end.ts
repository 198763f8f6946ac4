import { labels } from '../representation.ts'
import { compileCondition } from './compile-condition.ts'
import type { Condition, RelatedCondition } from './condition.ts'
import { hopPattern } from './hop.ts'
import { quoted } from './names.ts'
import type { Names } from './names.ts'

/** A chain of relations from items to others, as a condition asks for it. */
export interface FarEnd {
  /** Ids of the items at its far end; undefined: those that meet what the first step says. */
  readonly ids: readonly string[] | undefined
  /** From the far end to the near one. */
  readonly steps: readonly Step[]
  /** What else the condition asks of the items at the near end. */
  readonly rest: readonly Condition[]
}

/** One relation on the way. */
interface Step {
  /** As it leads from the near end to the far one. */
  readonly hop: RelatedCondition['hop']
  /** What the item at its far end meets. */
  readonly meets: readonly Condition[]
}

/** A chain of so many relations is followed from its far end also where no ids are known there. */
const longChain = 2

/**
 * The first chain among what a condition requires that leads to items known by their ids; otherwise the first long one. A list
 * over a whole kind is found from its far end in the time that the chain's relations take; from the near end, every item of
 * the kind would be looked at, with every way behind it: with each relation ten times as many.
 */
export const farEnd = (condition: Condition): FarEnd | undefined =>
  chainIn(condition, Infinity) ?? chainIn(condition, longChain)

/** @param shortest how many relations a chain must have that doesn't lead to ids: those before this part of it don't count. */
function chainIn(condition: Condition, shortest: number): FarEnd | undefined {
  if (condition.is === 'all') {
    for (const [at, each] of condition.of.entries()) {
      const found = chainIn(each, shortest)
      if (found !== undefined) return { ...found, rest: [...condition.of.toSpliced(at, 1), ...found.rest] }
    }
    return undefined
  }
  if (condition.is !== 'related' || !condition.exists) return undefined
  const { hop, to, meets } = condition
  const end = { ids: to, steps: [{ hop, meets: meets === undefined ? [] : [meets] }], rest: [] }
  if (to !== undefined) return end
  const beyond = meets === undefined ? undefined : chainIn(meets, shortest - 1)
  if (beyond === undefined) return shortest <= 1 ? end : undefined
  return { ids: beyond.ids, steps: [...beyond.steps, { hop, meets: beyond.rest }], rest: [] }
}

/** What a condition on a list over a whole kind asks beside the chain that is followed from its far end. */
export function besideFarEnd(condition: Condition): readonly Condition[] {
  const far = farEnd(condition)
  return far === undefined ? [condition] : [...far.rest, ...far.steps.flatMap(({ meets }) => meets)]
}

/** Cypher that binds each item at the near end of a chain once: those with a kind's label, or all. */
export function matchFarEnd({ ids, steps }: FarEnd, kind: string | undefined, node: string, names: Names): string {
  const id = `m${names.next()}`
  let from = `m${names.next()}`
  let text =
    ids === undefined
      ? `MATCH (${from}:${labels.item})`
      : `UNWIND ${names.parameter([...new Set(ids)])} AS ${id} MATCH (${from}:${labels.item} {id: ${id}})`
  for (const [at, { hop, meets }] of steps.entries()) {
    const to = at === steps.length - 1 ? node : `m${names.next()}`
    const where = meets.map((each) => compileCondition(each, { node: from }, names)).join(' AND ')
    const back = hop.direction === 'OUT' ? 'IN' : 'OUT'
    const pattern = hopPattern({ ...hop, direction: back }, from, { node: to })
    text += `${where === '' ? '' : ` WHERE ${where}`} MATCH ${pattern} WITH DISTINCT ${to}`
    from = to
  }
  return kind === undefined ? text : `${text} MATCH (${node}:${quoted(kind)})`
}
