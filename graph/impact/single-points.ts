import { circlesUpstream } from './circles.ts'
import type { Components } from './components.ts'
import { degreesSideBySide } from './degrees-side-by-side.ts'
import { compareItems } from './compare-items.ts'
import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { lanesAtOnce } from './lanes.ts'
import { failSideBySide } from './side-by-side.ts'
import type { SnapshotItem } from './snapshot.ts'
import { levels } from './states.ts'
import { toEnd } from './steps.ts'
import type { Steps } from './steps.ts'
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
export const singlePoints = (index: IndexedSnapshot, targets: readonly string[]): SinglePoint[] =>
  toEnd(singlePointsInSteps(index, targets))

/** What `singlePoints` finds, in steps: of all streams and services of 100,000 items it takes some twenty seconds. */
export function* singlePointsInSteps(index: IndexedSnapshot, targets: readonly string[]): Steps<SinglePoint[]> {
  const aims = [...new Set(numbersOf(index, targets))]
  const circles = yield* circlesUpstream(index, aims)
  const wiring = yield* wiringOf(index, circles)
  const failures = failuresIn(circles, new Set(aims))
  const atOnce = lanesAtOnce(wiring.count)
  const points: SinglePoint[] = []
  for (let first = 0; first < failures.length; first += atOnce)
    for (const point of yield* pointsAmong(index, wiring, aims, failures.slice(first, first + atOnce)))
      points.push(point)
  return points.sort(byRank)
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
function* pointsAmong(
  index: IndexedSnapshot,
  wiring: Wiring,
  aims: readonly number[],
  failures: readonly Failure[],
): Steps<SinglePoint[]> {
  const failing = failures.map((items) => entry(items, 0))
  const found = yield* failSideBySide(index, wiring, failing)
  const { down, hit, worst } = targetHits(index.items.length, aims, failing, found)
  const laneOf = new Map<number, number>()
  for (const [lane, items] of failures.entries()) {
    if (hit.of(lane) > 0) for (const item of items) laneOf.set(item, lane)
  }
  const degrees = yield* degreesSideBySide(index, found, worst, laneOf)
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
