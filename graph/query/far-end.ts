import { labels } from '../representation.ts'
import { compileCondition } from './compile-condition.ts'
import type { Condition, RelatedCondition } from './condition.ts'
import { hopPattern } from './hop.ts'
import { quoted } from './names.ts'
import type { Names } from './names.ts'

/** A chain of relations from items to some that are known by their ids, as a condition asks for it. */
export interface FarEnd {
  /** Ids of the items at its far end. */
  readonly ids: readonly string[]
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

/**
 * The first chain among what a condition requires. A list over a whole kind is found from its far end in the time that
 * the chain's relations take; from the near end, every item of the kind would be looked at, with everything behind it.
 */
export function farEnd(condition: Condition): FarEnd | undefined {
  if (condition.is === 'all') {
    for (const [at, each] of condition.of.entries()) {
      const found = farEnd(each)
      if (found !== undefined) return { ...found, rest: [...condition.of.toSpliced(at, 1), ...found.rest] }
    }
    return undefined
  }
  if (condition.is !== 'related' || !condition.exists) return undefined
  const { hop, to, meets } = condition
  if (to !== undefined) {
    return { ids: to, steps: [{ hop, meets: meets === undefined ? [] : [meets] }], rest: [] }
  }
  const beyond = meets === undefined ? undefined : farEnd(meets)
  return beyond && { ids: beyond.ids, steps: [...beyond.steps, { hop, meets: beyond.rest }], rest: [] }
}

/** Cypher that binds each item at the near end of a chain once: those with a kind's label, or all. */
export function matchFarEnd({ ids, steps }: FarEnd, kind: string | undefined, node: string, names: Names): string {
  const id = `m${names.next()}`
  let from = `m${names.next()}`
  let text = `UNWIND ${names.parameter([...new Set(ids)])} AS ${id} MATCH (${from}:${labels.item} {id: ${id}})`
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
