import type { Cells } from './cells.ts'
import { costOf, courseOf, gapsOf, isBetween } from './course.ts'
import type { GridWay } from './grid.ts'
import { lineUp } from './line-up.ts'

/** How a way runs along between two rows. */
export interface Run {
  /** Above which row; as many as there are rows: below all. */
  readonly gap: number
  /** Which of the lines there it is, from above. */
  readonly track: number
}

/** All of them, and how many lines there are in each gap. */
export interface Runs {
  readonly of: ReadonlyMap<GridWay, Run>
  readonly lines: readonly number[]
}

/**
 * Lets some ways run along between two rows, where they cross few others on a short way.
 * @param all ways that don't run straight along their row, those that run along among them.
 */
export function runsOf(ways: readonly GridWay[], all: readonly GridWay[], cells: Cells): Runs {
  const rows = cells.rows.length
  const others = new Map(all.filter((way) => !ways.includes(way)).map((way) => [way, courseOf(way, undefined, cells)]))
  const gaps = new Map<GridWay, number>()
  // Short ways first: long ones go around them. A second turn mends what the first couldn't know.
  const inTurn = ways.toSorted((a, b) => widthOf(a) - widthOf(b))
  for (const way of [...inTurn, ...inTurn]) {
    others.delete(way)
    const found = gapsNear(way, rows).map((gap) => {
      const course = courseOf(way, gap, cells)
      return { gap, course, cost: costOf(course, others.values(), cells.straight) }
    })
    const { gap, course } = found.reduce((best, each) => (each.cost < best.cost ? each : best))
    gaps.set(way, gap)
    others.set(way, course)
  }
  const of = new Map<GridWay, Run>()
  const lines = Array.from({ length: rows + 1 }, () => 0)
  for (const [gap, some] of Map.groupBy(ways, (way) => gaps.get(way) ?? 0)) {
    const ends = some.map((way) => endsOf(way, gap))
    const tracks = lineUp({
      count: some.length,
      cost: (above, below) => crossings(ends[above] ?? [], ends[below] ?? []),
      meet: (a, b) => areBeside(ends[a] ?? [], ends[b] ?? []),
    })
    for (const [i, way] of some.entries()) of.set(way, { gap, track: tracks[i] ?? 0 })
    lines[gap] = Math.max(...tracks) + 1
  }
  return { of, lines }
}

const widthOf = (way: GridWay): number => {
  const [leaves, comes] = gapsOf(way)
  return Math.abs(comes - leaves)
}

/** The gaps between its ends, and some more on either side; the preferred one first: loops come back below. */
function gapsNear({ from, to, below }: GridWay, rows: number): readonly number[] {
  const [top, bottom] = [Math.max(0, Math.min(from.row, to.row) - 1), Math.max(from.row, to.row) + 2]
  const all = Array.from({ length: Math.min(bottom, rows) - top + 1 }, (_, i) => top + i)
  return below || to.row > from.row ? all.toReversed() : all
}

/** An end of a run: between which columns, and whether it leads up from there. */
interface End {
  readonly x: number
  readonly isUp: boolean
  /** The run lies left of it. */
  readonly isRight: boolean
}

function endsOf(way: GridWay, gap: number): readonly End[] {
  const [leaves, comes] = gapsOf(way)
  const end = (x: number, row: number, isRight: boolean): End => ({ x, isUp: row < gap, isRight })
  return [end(leaves, way.from.row, leaves > comes), end(comes, way.to.row, comes >= leaves)]
}

/** How often two runs of one gap cross, if the one is above the other. */
function crossings(above: readonly End[], below: readonly End[]): number {
  const [upper, lower] = [reachOf(above), reachOf(below)]
  const down = above.filter(({ x, isUp }) => !isUp && isBetween(x, ...lower)).length
  const up = below.filter(({ x, isUp }) => isUp && isBetween(x, ...upper)).length
  // Where both end between the same columns, coming from one side, one leads through the other.
  const same = above.filter(
    (one) => !one.isUp && below.some((other) => other.isUp && other.x === one.x && other.isRight === one.isRight),
  )
  return down + up + same.length
}

type Reach = readonly [left: number, right: number]

const reachOf = (ends: readonly End[]): Reach => {
  const xs = ends.map(({ x }) => x)
  return [Math.min(...xs), Math.max(...xs)]
}

function areBeside(a: readonly End[], b: readonly End[]): boolean {
  const [[leftA, rightA], [leftB, rightB]] = [reachOf(a), reachOf(b)]
  return leftA <= rightB && leftB <= rightA
}
