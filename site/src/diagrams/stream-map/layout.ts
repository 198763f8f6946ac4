import { cardWidth } from './card.ts'
import type { Card } from './card.ts'
import { cellsOf, laneNamePitch, laneNameWidth, markPitch, roomAbove, roomBelow } from './cells.ts'
import type { Cells } from './cells.ts'
import { gridOf } from './grid.ts'
import type { Grid, Place } from './grid.ts'
import { ladderOf, ladderWidth } from './ladder.ts'
import type { Ladder } from './ladder.ts'
import { route } from './route.ts'
import type { Routed } from './route.ts'
import { fonts } from './shapes.ts'
import type { Box, Label, Point } from './shapes.ts'
import { bordersOf } from './sheets.ts'
import type { LanesBy, MapStep, StreamMap } from './stream-map.ts'
import { cornerOf, drawnWays, stubsOf } from './ways.ts'
import type { DrawnWay, Stub } from './ways.ts'
import { wrapText } from './wrap-text.ts'

/** A stream's picture, laid out: everything has its place. Lane names stand in a column of their own, left of the rest. */
export interface StreamMapLayout {
  readonly map: StreamMap
  readonly lanesBy: LanesBy
  /** Of the picture without its lane names. */
  readonly width: number
  readonly height: number
  readonly nameWidth: number
  readonly lanes: readonly DrawnLane[]
  readonly steps: readonly DrawnStep[]
  readonly ways: readonly DrawnWay[]
  readonly stubs: readonly Stub[]
  readonly joints: readonly Joint[]
  readonly ladder: Ladder
  /** Where it may be cut for sheets of paper, from its left edge to its right edge. */
  readonly borders: readonly number[]
}

/** A band across the picture. */
export interface DrawnLane {
  readonly y: number
  readonly height: number
  readonly title: string
  /** Its title in lines, from the name column's left edge. */
  readonly name: readonly Label[]
  readonly href: string | undefined
}

/** A step's box. */
export interface DrawnStep {
  readonly step: MapStep
  readonly box: Box
  readonly card: Card
  readonly critical: boolean
}

/** A bar that shows a step in the other lanes that it belongs to. */
export interface Joint {
  readonly x: number
  readonly from: number
  readonly to: number
  /** On its own lane's way. */
  readonly own: Point
  readonly marks: readonly { readonly middle: Point; readonly number: Label }[]
  readonly critical: boolean
}

/** Lays a stream out as swim lanes, with its timeline below. The same map always gives the same picture. */
export function layOutStreamMap(map: StreamMap, lanesBy: LanesBy): StreamMapLayout {
  const grid = gridOf(map, lanesBy)
  const cells = cellsOf(grid, lanesBy)
  const routed = route(grid, cells)
  const least = Math.max(routed.width, 360)
  const columnBorders = routed.columns.slice(1).map((x) => x - beforeColumn)
  const width = Math.max(least, ladderWidth(map, bordersOf(columnBorders, least).length))
  const borders = bordersOf(columnBorders, width)
  const lanes = lanesOf(grid, cells, routed)
  const ladder = ladderOf(map, routed.height + 6, width, borders)
  return {
    map,
    lanesBy,
    width: round(width),
    height: round(ladder.bottom),
    nameWidth: laneNameWidth,
    lanes,
    steps: grid.places.map((place) => drawnStep(place, cells, routed)),
    ways: drawnWays(grid, cells, routed),
    stubs: stubsOf(grid, cells, routed),
    joints: grid.places.filter(({ alsoIn }) => alsoIn.length > 0).map((place) => jointOf(place, grid, cells, routed)),
    ladder,
    borders,
  }
}

/** Between a column and the ways that rise before it, and after their arrow heads: where a sheet may end. */
const beforeColumn = 14

const round = (value: number): number => Math.ceil(value)

/** Bands that meet halfway between the rows of neighbouring lanes. */
function lanesOf(grid: Grid, cells: Cells, { rows, height }: Routed): DrawnLane[] {
  const bottomOf = (row: number): number => (rows[row] ?? 0) + roomAbove + (cells.rows[row]?.boxHeight ?? 0) + roomBelow
  const edges = grid.lanes.map(({ firstRow }) =>
    firstRow === 0 ? 0 : (bottomOf(firstRow - 1) + (rows[firstRow] ?? 0)) / 2,
  )
  return grid.lanes.map((lane, i): DrawnLane => {
    const [y, bottom] = [edges[i] ?? 0, edges[i + 1] ?? height]
    const lines = wrapText(lane.name, laneNameWidth - 16, fonts.title)
    const first = (y + bottom - laneNamePitch * lines.length) / 2 + 11
    return {
      y,
      height: bottom - y,
      title: lane.name,
      name: lines.map((text, k): Label => ({ role: 'title', text, x: 10, y: first + laneNamePitch * k })),
      href: lane.href,
    }
  })
}

const drawnStep = (place: Place, cells: Cells, routed: Routed): DrawnStep => ({
  step: place.step,
  box: { ...cornerOf(place, cells, routed), width: cardWidth, height: cells.rows[place.row]?.boxHeight ?? 0 },
  card: cells.cards.get(place) as Card,
  critical: place.critical,
})

function jointOf(place: Place, grid: Grid, cells: Cells, routed: Routed): Joint {
  const others = grid.places.filter(({ column, alsoIn }) => column === place.column && alsoIn.length > 0)
  const x = (routed.columns[place.column] ?? 0) + markPitch * (others.indexOf(place) + 0.5)
  const middleOf = (row: number): number => (routed.rows[row] ?? 0) + roomAbove + (cells.rows[row]?.boxHeight ?? 0) / 2
  const own = { x, y: middleOf(place.row) }
  const marks = place.alsoIn.map((row) => ({ x, y: middleOf(row) }))
  const ys = [own, ...marks].map(({ y }) => y)
  return {
    x,
    from: Math.min(...ys),
    to: Math.max(...ys),
    own,
    marks: marks.map((middle) => ({
      middle,
      number: { role: 'no', text: String(place.step.number), x: middle.x, y: middle.y + 4 },
    })),
    critical: place.critical,
  }
}
