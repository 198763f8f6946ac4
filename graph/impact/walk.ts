import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Hop, Trail } from './path.ts'
import type { Toward } from './restriction.ts'
import type { Steps } from './steps.ts'

/** What a walk comes to, nearest first, by numbers. */
export interface Walk {
  /** The items, in the order in which they are come to; those where it began are the first. */
  readonly items: readonly number[]
  /** For each item, how many needs away it is; -1 where the walk doesn't come. */
  readonly distances: Int32Array
  /** For each item, the need by which it is come to; -1 where the walk began or doesn't come. */
  readonly via: Int32Array
}

/** Walks breadth first along needs. Linear in the needs of the items that it comes to. */
export function* walk(
  index: IndexedSnapshot,
  starts: readonly number[],
  toward: Toward,
  follow: (need: number) => boolean,
): Steps<Walk> {
  const [lists, ends] = toward === 'DEPENDENTS' ? [index.neededBy, index.dependent] : [index.needsOf, index.needed]
  const distances = new Int32Array(index.items.length).fill(-1)
  const via = new Int32Array(index.items.length).fill(-1)
  const items = [...new Set(starts)].sort((a, b) => a - b)
  for (const item of items) distances[item] = 0
  // What is come to joins the list, and its turn comes too.
  let come = 0
  for (const item of items) {
    come += 1
    if (come % 4096 === 0) yield
    for (let place = lists.begins(item), end = lists.begins(item + 1); place < end; place += 1) {
      const need = lists.entry(place)
      const next = ends[need] ?? 0
      if (distances[next] !== -1 || !follow(need)) continue
      distances[next] = (distances[item] ?? 0) + 1
      via[next] = need
      items.push(next)
    }
  }
  return { items, distances, via }
}

/** A walk's shortest paths. It is gone when the first of them is asked for. */
export function trailOf(index: IndexedSnapshot, go: () => Walk, hopOf: (need: number) => Hop): Trail {
  let gone: Walk | undefined
  return (id) => {
    gone ??= go()
    const need = gone.via[index.numbers.get(id) ?? -1] ?? -1
    return need === -1 ? undefined : hopOf(need)
  }
}
