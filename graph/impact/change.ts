import { cutAt } from './cut.ts'
import type { Cut } from './cut.ts'
import { compareItems, entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Trail } from './path.ts'
import { followable } from './restriction.ts'
import type { Toward, Restriction } from './restriction.ts'
import type { SnapshotItem } from './snapshot.ts'
import { numbersOf } from './unknown-items.ts'
import { trailOf, walk } from './walk.ts'

/** What a question about dependence is narrowed and limited to. */
export interface ReachOptions extends Restriction {
  /** The greatest distance that is listed. */
  readonly maxDistance?: number | undefined
}

/** Items by how many relations away they are. */
export interface Reach {
  /** Every item come to, by id, those asked about left out: the nearest first, then by name and id. */
  readonly reached: ReadonlyMap<string, Reached>
  /** What limits left out; empty: the answer is complete. */
  readonly cuts: readonly Cut[]
  /** Shortest paths back to the items asked about: what `pathOf` follows. */
  readonly trail: Trail
}

/** An item that a question about dependence comes to. */
export interface Reached {
  readonly item: SnapshotItem
  /** How many relations away from the nearest of the items asked about, from 1. */
  readonly distance: number
}

/**
 * What must be looked at again if some items change: everything that depends on them, over needs and over relations that
 * carry only change. A redundancy group shields nothing from a change.
 * @throws UnknownItems for ids that the snapshot doesn't have, all of them at once.
 */
export function ifChanged(index: IndexedSnapshot, ids: readonly string[], options: ReachOptions = {}): Reach {
  return reach(index, ids, 'DEPENDENTS', options)
}

/**
 * The other way round, what some items need, all the way down: everything of which a change would bring one to them.
 * @throws UnknownItems for ids that the snapshot doesn't have, all of them at once.
 */
export function upstream(index: IndexedSnapshot, ids: readonly string[], options: ReachOptions = {}): Reach {
  return reach(index, ids, 'NEEDED', options)
}

function reach(index: IndexedSnapshot, ids: readonly string[], toward: Toward, options: ReachOptions): Reach {
  const found = walk(index, numbersOf(index, ids), toward, followable(index, options, toward))
  const all = found.items
    .map((number) => ({ item: entry(index.items, number), distance: found.distances[number] ?? 0 }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => a.distance - b.distance || compareItems(a.item, b.item))
  const { kept, cuts } = cutAt('MAX_DISTANCE', options.maxDistance, all, ({ distance }) => distance)
  return {
    reached: new Map(kept.map((each) => [each.item.id, each])),
    cuts,
    trail: trailOf(index, found, (need) => ({ need: entry(index.needs, need) })),
  }
}
