import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Hop, Trail } from './path.ts'
import type { Toward } from './restriction.ts'

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
export function walk(
  index: IndexedSnapshot,
  starts: readonly number[],
  toward: Toward,
  follow: (need: number) => boolean,
): Walk {
  const [needsAt, ends] = toward === 'DEPENDENTS' ? [index.neededBy, index.dependent] : [index.needsOf, index.needed]
  const distances = new Int32Array(index.items.length).fill(-1)
  const via = new Int32Array(index.items.length).fill(-1)
  const items = [...new Set(starts)].sort((a, b) => a - b)
  for (const item of items) distances[item] = 0
  // What is come to joins the list, and its turn comes too.
  for (const item of items) {
    for (const need of needsAt[item] ?? []) {
      const end = ends[need] ?? 0
      if (distances[end] !== -1 || !follow(need)) continue
      distances[end] = (distances[item] ?? 0) + 1
      via[end] = need
      items.push(end)
    }
  }
  return { items, distances, via }
}

/** A walk's shortest paths. */
export function trailOf(index: IndexedSnapshot, { items, via }: Walk, hopOf: (need: number) => Hop): Trail {
  const trail = new Map<string, Hop>()
  for (const item of items) {
    const need = via[item] ?? -1
    if (need !== -1) trail.set(entry(index.items, item).id, hopOf(need))
  }
  return trail
}
