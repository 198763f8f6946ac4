import { cutAt } from './cut.ts'
import type { Cut } from './cut.ts'
import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Trail } from './path.ts'
import { followable } from './restriction.ts'
import type { Toward, Restriction } from './restriction.ts'
import type { SnapshotItem } from './snapshot.ts'
import { toEnd } from './steps.ts'
import type { Steps } from './steps.ts'
import { ranked, Told } from './told.ts'
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
  readonly reached: Told<Reached>
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
export const ifChanged = (index: IndexedSnapshot, ids: readonly string[], options: ReachOptions = {}): Reach =>
  toEnd(reachInSteps(index, ids, 'DEPENDENTS', options))

/**
 * The other way round, what some items need, all the way down: everything of which a change would bring one to them.
 * @throws UnknownItems for ids that the snapshot doesn't have, all of them at once.
 */
export const upstream = (index: IndexedSnapshot, ids: readonly string[], options: ReachOptions = {}): Reach =>
  toEnd(reachInSteps(index, ids, 'NEEDED', options))

/** What `ifChanged` and `upstream` find, in steps. */
export function* reachInSteps(
  index: IndexedSnapshot,
  ids: readonly string[],
  toward: Toward,
  options: ReachOptions = {},
): Steps<Reach> {
  const found = yield* walk(index, numbersOf(index, ids), toward, followable(index, options, toward))
  const distanceOf = (item: number): number => found.distances[item] ?? -1
  const others = found.items.filter((item) => distanceOf(item) > 0)
  const order = ranked(index, others, () => 0, distanceOf)
  const { maxDistance } = options
  const { kept, cuts } = cutAt('MAX_DISTANCE', maxDistance, order, distanceOf)
  return {
    reached: new Told(
      index,
      kept,
      (item) => distanceOf(item) > 0 && distanceOf(item) <= (maxDistance ?? Infinity),
      (item): Reached => ({ item: entry(index.items, item), distance: distanceOf(item) }),
    ),
    cuts,
    trail: trailOf(
      index,
      () => found,
      (need) => ({ need: index.needs.at(need) }),
    ),
  }
}
