import { circlesUpstream } from './circles.ts'
import type { Components } from './components.ts'
import { degreesSideBySide } from './degrees-side-by-side.ts'
import { compareItems, entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { addLane, lanesOf, laneSets } from './lanes.ts'
import { failSideBySide } from './side-by-side.ts'
import type { SnapshotItem } from './snapshot.ts'
import { levels } from './states.ts'
import { numbersOf } from './unknown-items.ts'

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

/** How many failures are worked out side by side: enough to share the work, few enough to stay in fast memory. */
const sideBySide = 1024

/**
 * Every single point of failure of some targets, a stream or all streams and services: what `impact` would find by
 * failing each item alone; ranked by `byRank`.
 *
 * Costs at most about (items upstream ÷ 32) × their needs, whatever the number of targets, and less where items stand and
 * fall together. Of 10,000 items with 90,000 needs it takes 0.15 s for one target and 0.6 s for 1,800 where needs lead
 * from layer to layer, and about twice to six times that where they lead anywhere and back.
 * @throws UnknownItems for targets that the snapshot doesn't have, all of them at once.
 */
export function singlePoints(index: IndexedSnapshot, targets: readonly string[]): SinglePoint[] {
  const aims = [...new Set(numbersOf(index, targets))]
  const circles = circlesUpstream(index, aims)
  const failures = failuresIn(circles, new Set(aims))
  const firsts = [...failures.keys()].filter((number) => number % sideBySide === 0)
  return firsts
    .flatMap((first) => pointsAmong(index, circles, aims, failures.slice(first, first + sideBySide)))
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
  circles: Components,
  aims: readonly number[],
  failures: readonly Failure[],
): SinglePoint[] {
  const failing = failures.map((items) => entry(items, 0))
  const found = failSideBySide(index, circles, failing)
  const hits = (aim: number, level: number): number[] =>
    lanesOf(found.lanes, found.at(aim, level)).filter((lane) => failing[lane] !== aim)
  /** For each failure, how many targets are DOWN, and how many are DEGRADED or DOWN. */
  const tallies = failing.map(() => ({ down: 0, hit: 0 }))
  for (const aim of aims) for (const lane of hits(aim, levels.DOWN)) entry(tallies, lane).down += 1
  for (const aim of aims) for (const lane of hits(aim, levels.DEGRADED)) entry(tallies, lane).hit += 1
  const targets = laneSets(index.items.length, failing.length)
  for (const aim of aims) {
    for (const lane of hits(aim, levels.DOWN)) addLane(targets, aim, lane)
    for (const lane of hits(aim, levels.DEGRADED)) if (entry(tallies, lane).down === 0) addLane(targets, aim, lane)
  }
  const laneOf = new Map<number, number>()
  for (const [lane, items] of failures.entries()) {
    if (entry(tallies, lane).hit > 0) for (const item of items) laneOf.set(item, lane)
  }
  const degrees = degreesSideBySide(index, found, targets, laneOf)
  return [...laneOf].map(([item, lane]) => {
    const { down, hit } = entry(tallies, lane)
    return {
      item: entry(index.items, item),
      state: down > 0 ? 'DOWN' : 'DEGRADED',
      degree: degrees.get(item) ?? 0,
      down,
      degraded: hit - down,
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
