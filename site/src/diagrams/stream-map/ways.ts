import { cardWidth } from './card.ts'
import { roomAbove, shareText, stubLength, symbolPitch } from './cells.ts'
import type { Cells } from './cells.ts'
import type { Grid, Place } from './grid.ts'
import type { Routed } from './route.ts'
import type { Label, Point } from './shapes.ts'
import type { HandOff, MapStep, MapWay } from './stream-map.ts'

/** A way as it is drawn. */
export interface DrawnWay {
  readonly way: MapWay
  /** Corners, from the box that it leaves to the one that it enters. */
  readonly points: readonly Point[]
  readonly loop: boolean
  readonly critical: boolean
  readonly share: Label | undefined
  readonly symbols: readonly { readonly is: Exclude<HandOff, 'NONE' | 'BOTH'>; readonly middle: Point }[]
}

/** Where the stream ends for some of a step's cases: a short line out of its box. */
export interface Stub {
  readonly step: MapStep
  readonly from: Point
  readonly to: Point
  readonly share: Label
}

/** The top left corner of a place's box. */
export const cornerOf = ({ column, row }: Place, cells: Cells, { columns, rows }: Routed): Point => ({
  x: (columns[column] ?? 0) + (cells.columns[column]?.before ?? 0),
  y: (rows[row] ?? 0) + roomAbove,
})

/** Ways from box to box, with what they carry at their beginning. */
export function drawnWays(grid: Grid, cells: Cells, routed: Routed): DrawnWay[] {
  const corner = (place: Place): Point => cornerOf(place, cells, routed)
  const drawn = grid.ways.map((each): DrawnWay => {
    const { way, from, to, loop, critical } = each
    const height = cells.rows[from.row]?.boxHeight ?? 0
    const start = { x: corner(from).x + cardWidth, y: corner(from).y + height / 2 + (cells.exits.get(each) ?? 0) }
    const target = corner(to)
    const targetHeight = cells.rows[to.row]?.boxHeight ?? 0
    const end = { x: target.x, y: target.y + targetHeight / 2 + (cells.entries.get(each) ?? 0) }
    return {
      way,
      points: corners([start, ...(routed.routes.get(each) ?? []), end]),
      loop,
      critical,
      share:
        way.share === undefined
          ? undefined
          : { role: 'share', text: shareText(way.share), x: start.x + 4, y: start.y - 7.5 },
      symbols: symbolsOf(way.handOff).map((is, i) => ({
        is,
        middle: { x: start.x + symbolPitch * (i + 0.5) + 2, y: start.y },
      })),
    }
  })
  // What is heavier lies on top.
  const weight = ({ loop, critical }: DrawnWay): number => (critical ? 2 : loop ? 0 : 1)
  return drawn.sort((a, b) => weight(a) - weight(b))
}

/** A stub for each step at which the stream ends for some. */
export const stubsOf = ({ places }: Grid, cells: Cells, routed: Routed): Stub[] =>
  places.flatMap((place): Stub[] => {
    const below = cells.stubs.get(place)
    if (below === undefined) return []
    const corner = cornerOf(place, cells, routed)
    const from = { x: corner.x + cardWidth, y: corner.y + (cells.rows[place.row]?.boxHeight ?? 0) / 2 + below }
    const text = shareText(place.step.endsHere ?? 0)
    return [
      {
        step: place.step,
        from,
        to: { x: from.x + stubLength, y: from.y },
        share: { role: 'share', text, x: from.x + 4, y: from.y - 7.5 },
      },
    ]
  })

const symbolsOf = (handOff: HandOff): ('PRACTICE' | 'PERFORMER')[] => {
  if (handOff === 'NONE') return []
  return handOff === 'BOTH' ? ['PRACTICE', 'PERFORMER'] : [handOff]
}

/** Without the points that a line runs straight through. */
function corners(points: readonly Point[]): Point[] {
  return points.filter((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (before === undefined || after === undefined) return true
    return !(same(before.x, point.x) && same(point.x, after.x)) && !(same(before.y, point.y) && same(point.y, after.y))
  })
}
const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.05
