import { distancesSideBySide } from './distances-side-by-side.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { hasLane, lowestBit } from './lanes.ts'
import type { SideBySide } from './side-by-side.ts'
import { levels } from './states.ts'
import type { Steps } from './steps.ts'

/** A target that isn't OK where some item fails alone. */
export interface HitTarget {
  /** Its place among the targets. */
  readonly place: number
  readonly level: number
}

/** The targets that aren't OK in a lane: the worst first, then the nearest, then in the order of the targets. */
export type TargetsHit = (lane: number) => HitTarget[]

/**
 * @param failing the item that fails, for each lane.
 * @param targets numbers of items, by name and id.
 */
export function* targetsHit(
  index: IndexedSnapshot,
  found: SideBySide,
  failing: readonly number[],
  targets: readonly number[],
): Steps<TargetsHit> {
  const { lanes, at } = found
  const degreeOf = yield* degreesOf(index, found, failing, targets)
  const levelIn = (lane: number, item: number): number =>
    [levels.DOWN, levels.DEGRADED, levels.AT_RISK].find((level) => hasLane(lanes, at(item, level), lane)) ?? levels.OK
  return (lane) =>
    targets
      .map((item, place) => ({ place, level: levelIn(lane, item) }))
      .filter(({ level }) => level > levels.OK)
      .sort((a, b) => b.level - a.level || degreeOf(a.place, lane) - degreeOf(b.place, lane) || a.place - b.place)
}

function* degreesOf(
  index: IndexedSnapshot,
  found: SideBySide,
  failing: readonly number[],
  targets: readonly number[],
): Steps<(place: number, lane: number) => number> {
  const lanes = 32 * found.lanes.width
  const degrees = new Int32Array(targets.length * lanes)
  const places = new Map(targets.map((item, place) => [item, place]))
  yield* distancesSideBySide(index, found, failing, (item, word, some, degree) => {
    const place = places.get(item)
    if (place === undefined) return
    for (let left = some; left !== 0; left &= left - 1) degrees[place * lanes + 32 * word + lowestBit(left)] = degree
  })
  return (place, lane) => degrees[place * lanes + lane] ?? 0
}
