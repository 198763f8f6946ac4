import { circlesUpstream } from '../circles.ts'
import { entry } from '../index-snapshot.ts'
import type { IndexedSnapshot } from '../index-snapshot.ts'
import { lanesAtOnce, lanesOf } from '../lanes.ts'
import { failSideBySide } from '../side-by-side.ts'
import { levels, stateAt } from '../states.ts'
import type { State } from '../states.ts'
import { toEnd } from '../steps.ts'
import { numbersOf } from '../unknown-items.ts'
import { wiringOf } from '../wiring.ts'

/** What each item's failure alone does to one target: DEGRADED or DOWN, by the item's id. Others leave it better. */
export type PointsOfOne = ReadonlyMap<string, State>

/**
 * The single points of failure of each of some targets: what `singlePoints` finds for each alone, all of them at about the
 * cost of one.
 * @throws UnknownItems for targets that the snapshot doesn't have.
 */
export function pointsOfEach(index: IndexedSnapshot, targets: readonly string[]): ReadonlyMap<string, PointsOfOne> {
  const aims = numbersOf(index, targets)
  const circles = toEnd(circlesUpstream(index, aims))
  const wiring = toEnd(wiringOf(index, circles))
  const failing = circles.components.flat()
  const points = new Map(aims.map((aim) => [aim, new Map<string, State>()]))
  const atOnce = lanesAtOnce(wiring.count)
  for (let first = 0; first < failing.length; first += atOnce) {
    const lanes = failing.slice(first, first + atOnce)
    const found = toEnd(failSideBySide(index, wiring, lanes))
    // Those that take it down are among those that degrade it, and are written over them.
    for (const level of [levels.DEGRADED, levels.DOWN]) {
      for (const [aim, own] of points) {
        for (const lane of lanesOf(found.lanes, found.at(aim, level))) {
          const item = entry(lanes, lane)
          if (item !== aim) own.set(entry(index.items, item).id, stateAt(level))
        }
      }
    }
  }
  return new Map([...points].map(([aim, own]) => [entry(index.items, aim).id, own]))
}
