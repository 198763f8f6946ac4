import { cardOf } from './card.ts'
import type { Card } from './card.ts'
import type { Grid, GridWay, Place } from './grid.ts'
import type { GridLane } from './lanes.ts'
import { fonts } from './shapes.ts'
import type { LanesBy, MapStep, MapWay } from './stream-map.ts'
import { textWidth } from './text-width.ts'
import { wrapText } from './wrap-text.ts'

/** How large the grid's cells are, and where in them ways begin. */
export interface Cells {
  /** By column: room before the box for marks of steps that belong to several lanes, and after it for what ways carry. */
  readonly columns: readonly { readonly before: number; readonly after: number }[]
  /** By row: how high its boxes are. */
  readonly rows: readonly { readonly boxHeight: number }[]
  readonly cards: ReadonlyMap<Place, Card>
  /** How far below the middle of its box's right side a way begins. */
  readonly exits: ReadonlyMap<GridWay, number>
  /** How far below the middle of its box's left side a way ends. */
  readonly entries: ReadonlyMap<GridWay, number>
  /** How far below the middle of its box's right side a stub begins, where the stream ends there for some cases. */
  readonly stubs: ReadonlyMap<Place, number>
  /** Ways that run straight along their row. */
  readonly straight: ReadonlySet<GridWay>
}

/** Room above and below boxes, within their cells. */
export const [roomAbove, roomBelow] = [10, 10]
/** Between the ways that leave a box: room for a share over each. */
export const exitPitch = 22
export const symbolPitch = 12
/** How long the line of a stub is. */
export const stubLength = 20
/** Between the loops that come back to a box: room for their arrow heads. */
const entryPitch = 10
/** Room for a mark on the bar that joins a step's lanes. */
export const markPitch = 24
export const laneNameWidth = 96
export const laneNamePitch = 15

/** Sizes every cell so that all that belongs to a step fits into its own. */
export function cellsOf(grid: Grid, by: LanesBy): Cells {
  const cards = new Map(grid.places.map((place) => [place, cardOf(place.step, by)]))
  const straight = straightWays(grid)
  const exits = new Map(grid.places.flatMap((place) => exitsOf(place, grid, straight)))
  const stubs = stubsOf(grid, exits)
  const entries = new Map(grid.places.flatMap((place) => entriesOf(place, grid)))
  const columns = Array.from({ length: grid.columns }, (_, column) => {
    const here = grid.places.filter((place) => place.column === column)
    const away = grid.ways.filter(({ from }) => from.column === column)
    return {
      before: markPitch * here.filter(({ alsoIn }) => alsoIn.length > 0).length,
      after: even(
        Math.max(
          8,
          ...away.map(({ way }) => carriedWidth(way) + 8),
          ...here.filter((place) => stubs.has(place)).map(({ step }) => stubWidth(step) + 8),
        ),
      ),
    }
  })
  const rows = grid.lanes.flatMap((lane) =>
    Array.from({ length: lane.rows }, (_, i) => {
      const here = grid.places.filter(({ row }) => row === lane.firstRow + i)
      const cardHeights = here.map((place) => cards.get(place)?.height ?? 0)
      const ends = [
        ...grid.ways.flatMap((way) => [
          ...(here.includes(way.from) ? [exits.get(way) ?? 0] : []),
          ...(here.includes(way.to) ? [entries.get(way) ?? 0] : []),
        ]),
        ...here.map((place) => stubs.get(place) ?? 0),
      ]
      const least = Math.max(nameHeight(lane) / lane.rows, ...cardHeights, ...ends.map((y) => 2 * (Math.abs(y) + 10)))
      return { boxHeight: even(least) }
    }),
  )
  return { columns, rows, cards, exits, entries, stubs, straight }
}

/** Whole numbers keep rows in line. */
const even = (size: number): number => 2 * Math.ceil(size / 2)

const nameHeight = ({ name }: GridLane): number =>
  wrapText(name, laneNameWidth - 16, fonts.title).length * laneNamePitch

/** How much room the share and the symbols of a way take, one above the other. */
const carriedWidth = ({ share, handOff }: MapWay): number =>
  Math.max(
    share === undefined ? 0 : textWidth(shareText(share), fonts.share) + 2,
    handOff === 'NONE' ? 0 : (handOff === 'BOTH' ? 2 : 1) * symbolPitch,
  )

const stubWidth = ({ endsHere = 0 }: MapStep): number =>
  Math.max(stubLength + 4, textWidth(shareText(endsHere), fonts.share) + 2)

export const shareText = (share: number): string => `${String(share)} %`

/** The one way of a step that meets nothing before it comes to a step in the same row. */
function straightWays({ ways, places }: Grid): Set<GridWay> {
  const straight = new Map<Place, GridWay>()
  for (const each of ways) {
    const { from, to, below } = each
    const isBetween = (place: Place): boolean =>
      place.column > from.column && place.column < to.column && [place.row, ...place.alsoIn].includes(from.row)
    if (below || from.row !== to.row || straight.has(from) || places.some(isBetween)) continue
    straight.set(from, each)
  }
  return new Set(straight.values())
}

/** The main way leaves in the middle; those to rows above it leave above, all others below, loops last. */
function exitsOf(place: Place, { ways }: Grid, straight: ReadonlySet<GridWay>): [GridWay, number][] {
  const here = ways.filter(({ from }) => from === place)
  const main =
    here.find((way) => straight.has(way)) ?? here.find(({ critical }) => critical) ?? here.find((way) => !way.below)
  const rest = here
    .filter((way) => way !== main)
    .sort((a, b) => Number(a.below) - Number(b.below) || a.to.row - b.to.row)
  const above = rest.filter((way) => !way.below && way.to.row < place.row)
  const under = rest.filter((way) => !above.includes(way))
  return [
    ...(main === undefined ? [] : [[main, 0] as [GridWay, number]]),
    ...above.map((way, i): [GridWay, number] => [way, (i - above.length) * exitPitch]),
    ...under.map((way, i): [GridWay, number] => [way, (i + (main === undefined ? 0 : 1)) * exitPitch]),
  ]
}

/** Stubs leave below all ways. */
function stubsOf({ places, ways }: Grid, exits: ReadonlyMap<GridWay, number>): Map<Place, number> {
  const ending = places.filter(({ step }) => step.endsHere !== undefined)
  return new Map(
    ending.map((place) => {
      const taken = ways.filter(({ from }) => from === place).map((way) => exits.get(way) ?? 0)
      return [place, Math.max(0, ...taken) + exitPitch]
    }),
  )
}

/** Ways come in in the middle, loops below it, each by itself: dashes over dashes would look like a line. */
const entriesOf = (place: Place, { ways }: Grid): [GridWay, number][] => {
  const here = ways.filter(({ to }) => to === place)
  const under = here.filter(({ below }) => below)
  return here.map((way) => [way, way.below ? exitPitch + under.indexOf(way) * entryPitch : 0])
}
