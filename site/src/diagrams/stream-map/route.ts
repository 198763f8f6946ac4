import { cardWidth } from './card.ts'
import { roomAbove, roomBelow } from './cells.ts'
import type { Cells } from './cells.ts'
import { isKnot, linePitch, tracksOf } from './channel.ts'
import { gapsOf } from './course.ts'
import type { Grid, GridWay } from './grid.ts'
import { runsOf } from './runs.ts'
import type { Runs } from './runs.ts'
import type { Point } from './shapes.ts'
import { endOf, startOf, uprightsOf } from './uprights.ts'
import type { Heights, Upright } from './uprights.ts'

/** Where the grid's columns and rows came to lie, and how ways run between their cells. */
export interface Routed {
  /** Left and top edges of cells. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  /** From cell to cell; not those that run straight along their row. */
  readonly routes: ReadonlyMap<GridWay, readonly Point[]>
  readonly width: number
  readonly height: number
}

/** Around the whole. */
const [edgeX, edgeY] = [12, 8]
/** Between columns without ways, and between a column and the ways beside it: room for arrow heads and round corners. */
const [columnGap, besideColumn] = [28, 17]
/** Between rows without ways, and between a row and the ways beside it. */
const [rowGap, besideRow] = [8, 8]

/**
 * Finds room for the ways of a grid whose cells have their order: columns and rows move apart as far as the lines between them
 * need. A way to the next column goes up or down between the two; any other also runs along between two rows. Ways that come
 * to one port come to it as one line. The work is cubic in the ways between two columns at worst: a millisecond or two for ten
 * steps.
 */
export function route(grid: Grid, cells: Cells): Routed {
  const drawn = grid.ways.filter((way) => !cells.straight.has(way))
  let long = drawn.filter((way) => gapsOf(way)[0] !== gapsOf(way)[1])
  for (;;) {
    const runs = runsOf(long, drawn, cells)
    const { rows, height, lineAt } = rowsOf(cells, runs)
    const uprights = uprightsOf(drawn, { cells, rows, lineAt })
    // Two ways that would change places between two columns: one of them runs along between rows for a bit.
    const knotted = uprights.flatMap((one, i) =>
      uprights
        .slice(i + 1)
        .filter((other) => other.gap === one.gap && isKnot(one, other))
        .flatMap((other) => [wholeIn(one), wholeIn(other)].find((ways) => ways.length > 0) ?? []),
    )
    if (knotted.length === 0) return { ...placed(drawn, uprights, { cells, rows, lineAt }), height }
    long = [...new Set([...long, ...knotted])]
  }
}

/** The ways of a net that have no other part than it. */
const wholeIn = ({ ways }: Upright): GridWay[] => ways.flatMap(({ way, part }) => (part === 'whole' ? [way] : []))

function rowsOf(cells: Cells, runs: Runs): Omit<Heights, 'cells'> & { readonly height: number } {
  const firstLines: number[] = []
  const rows: number[] = []
  let y = edgeY
  for (const [gap, count] of runs.lines.entries()) {
    const isInside = gap > 0 && gap < cells.rows.length
    firstLines.push(y + (isInside ? besideRow : 0))
    const room = count === 0 ? 0 : linePitch * (count - 1) + besideRow
    y += isInside ? Math.max(rowGap, count === 0 ? 0 : room + besideRow) : room
    if (gap === cells.rows.length) break
    rows.push(y)
    y += roomAbove + (cells.rows[gap]?.boxHeight ?? 0) + roomBelow
  }
  // Below the last row lines keep their distance from it, too.
  const last = cells.rows.length
  if ((runs.lines[last] ?? 0) > 0) firstLines[last] = (firstLines[last] ?? 0) + besideRow
  const lineAt = (way: GridWay): number | undefined => {
    const run = runs.of.get(way)
    return run && (firstLines[run.gap] ?? 0) + linePitch * run.track
  }
  return { rows, height: y + edgeY, lineAt }
}

/** Moves columns apart for what goes up and down between them, and draws the ways. */
function placed(drawn: readonly GridWay[], uprights: readonly Upright[], heights: Heights): Omit<Routed, 'height'> {
  const { cells, rows, lineAt } = heights
  const xOf = { whole: new Map<GridWay, number>(), first: new Map<GridWay, number>(), last: new Map<GridWay, number>() }
  const columns: number[] = []
  let x = edgeX
  for (let gap = 0; gap <= cells.columns.length; gap += 1) {
    const [isFirst, isLast] = [gap === 0, gap === cells.columns.length]
    const here = uprights.filter((each) => each.gap === gap)
    const tracks = tracksOf(here)
    const first = x + (isFirst ? 0 : besideColumn)
    for (const [i, { ways }] of here.entries())
      for (const { way, part } of ways) xOf[part].set(way, first + linePitch * (tracks[i] ?? 0))
    if (here.length > 0) x = first + linePitch * Math.max(...tracks) + (isLast ? 0 : besideColumn)
    else if (!isFirst && !isLast) x += columnGap
    const column = cells.columns[gap]
    if (column === undefined) continue
    columns.push(x)
    x += column.before + cardWidth + column.after
  }
  const pointsOf = (way: GridWay): Point[] => {
    const [start, line, end] = [startOf(way, heights), lineAt(way), endOf(way, heights)]
    const upright = (part: Upright['ways'][number]['part'], ...ys: readonly number[]): Point[] =>
      ys.map((y) => ({ x: xOf[part].get(way) ?? 0, y }))
    return line === undefined
      ? upright('whole', start, end)
      : [...upright('first', start, line), ...upright('last', line, end)]
  }
  return { columns, rows, routes: new Map(drawn.map((way) => [way, pointsOf(way)])), width: x + edgeX }
}
