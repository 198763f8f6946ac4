import { circlesUpstream } from './circles.ts'
import type { Components } from './components.ts'
import { degreesSideBySide } from './degrees-side-by-side.ts'
import { compareItems, entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { mostLanes } from './lanes.ts'
import { failSideBySide } from './side-by-side.ts'
import type { SnapshotItem } from './snapshot.ts'
import { levels } from './states.ts'
import { targetHits } from './target-hits.ts'
import { numbersOf } from './unknown-items.ts'
import { wiringOf } from './wiring.ts'
import type { Wiring } from './wiring.ts'

/** An item whose failure alone takes a target to DEGRADED or DOWN. */
export interface SinglePoint {
  readonly item: SnapshotItem
  /** The worst that it takes any target to. */
  readonly state: 'DEGRADED' | 'DOWN'
  /** The target's degree when it fails: of targets in that state, the smallest. */
  readonly degree: number
  /** How many targets it takes to DOWN, itself not counted. `impact` says which. */
  readonly down: number
  /** How many targets it takes to DEGRADED. */
  readonly degraded: number
}

/**
 * Every single point of failure of some targets, a stream or all streams and services: what `impact` would find by
 * failing each item alone; ranked by `byRank`.
 *
 * Costs at most about (items upstream ÷ 32) × their needs, whatever the number of targets, and less where items stand and
 * fall together. Of 10,000 items with 90,000 needs and 1,800 targets it takes 0.3 to 0.9 s of one processor's time, be it that
 * needs lead from layer to layer or anywhere and back (`bench/single-points.ts`).
 * @throws UnknownItems for targets that the snapshot doesn't have, all of them at once.
 */
export function singlePoints(index: IndexedSnapshot, targets: readonly string[]): SinglePoint[] {
  const aims = [...new Set(numbersOf(index, targets))]
  const circles = circlesUpstream(index, aims)
  const wiring = wiringOf(index, circles)
  const failures = failuresIn(circles, new Set(aims))
  const firsts = [...failures.keys()].filter((number) => number % mostLanes === 0)
  return firsts
    .flatMap((first) => pointsAmong(index, wiring, aims, failures.slice(first, first + mostLanes)))
    .sort(byRank)
}

/**
 * Items of one circle: which of them fails is all the same. A target is a failure of its own, since it isn't counted among
 * what it takes down.
 */
type Failure = readonly number[]

function failuresIn({ components }: Components, aims: ReadonlySet<number>): Failure[] {
  return components.flatMap((circle) => {
    const others = circle.filter((item) => !aims.has(item))
    const single = circle.filter((item) => aims.has(item)).map((item) => [item])
    return others.length === 0 ? single : [others, ...single]
  })
}

/** The single points among some failures, in no particular order. */
function pointsAmong(
  index: IndexedSnapshot,
  wiring: Wiring,
  aims: readonly number[],
  failures: readonly Failure[],
): SinglePoint[] {
  const failing = failures.map((items) => entry(items, 0))
  const found = failSideBySide(index, wiring, failing)
  const { down, hit, worst } = targetHits(index.items.length, aims, failing, found)
  const laneOf = new Map<number, number>()
  for (const [lane, items] of failures.entries()) {
    if (hit.of(lane) > 0) for (const item of items) laneOf.set(item, lane)
  }
  const degrees = degreesSideBySide(index, found, worst, laneOf)
  return [...laneOf].map(([item, lane]) => {
    const downs = down.of(lane)
    return {
      item: entry(index.items, item),
      state: downs > 0 ? 'DOWN' : 'DEGRADED',
      degree: degrees.get(item) ?? 0,
      down: downs,
      degraded: hit.of(lane) - downs,
    }
  })
}
/** The worst first, then by targets down, targets degraded, degree, name and id. */
function byRank(a: SinglePoint, b: SinglePoint): number {
  return (
    levels[b.state] - levels[a.state] ||
    b.down - a.down ||
    b.degraded - a.degraded ||
    a.degree - b.degree ||
    compareItems(a.item, b.item)
  )
}
