import { roomAbove } from './cells.ts'
import type { Cells } from './cells.ts'
import type { Net } from './channel.ts'
import { gapsOf } from './course.ts'
import type { GridWay } from './grid.ts'

/** Heights that are known before columns are. */
export interface Heights {
  readonly cells: Cells
  readonly rows: readonly number[]
  /** Where a way runs along; undefined for those that don't. */
  readonly lineAt: (way: GridWay) => number | undefined
}

/** A net where it runs up or down, with the ways that it is a part of. */
export interface Upright extends Net {
  /** Between which columns: numbered by the one behind. */
  readonly gap: number
  readonly ways: readonly { readonly way: GridWay; readonly part: 'whole' | 'first' | 'last' }[]
}

/** How high a way leaves its box, and how high it comes to the other. */
export const startOf = (way: GridWay, { cells, rows }: Heights): number =>
  middleOf(way.from.row, cells, rows) + (cells.exits.get(way) ?? 0)
export const endOf = (way: GridWay, { cells, rows }: Heights): number =>
  middleOf(way.to.row, cells, rows) + (cells.entries.get(way) ?? 0)
const middleOf = (row: number, cells: Cells, rows: readonly number[]): number =>
  (rows[row] ?? 0) + roomAbove + (cells.rows[row]?.boxHeight ?? 0) / 2

/** A part of a way before those that come to one port are one net. */
interface Part extends Net {
  readonly gap: number
  readonly way: GridWay
  readonly part: Upright['ways'][number]['part']
  /** Parts that come to one port have the same. */
  readonly port: string
}

/** What goes up or down between columns. Ways that come to one port do so as one net. */
export function uprightsOf(drawn: readonly GridWay[], heights: Heights): Upright[] {
  const parts = drawn.flatMap((way, i): readonly Part[] => {
    const [leaves, comes] = gapsOf(way)
    const [start, line, end] = [startOf(way, heights), heights.lineAt(way), endOf(way, heights)]
    const port = `to ${String(way.to.column)} ${String(end)}`
    const [from, to] = [
      { y: start, side: 'LEFT' },
      { y: end, side: 'RIGHT' },
    ] as const
    if (line === undefined) return [{ gap: comes, way, part: 'whole', port, ends: [from, to] }]
    const [away, back] = comes > leaves ? (['RIGHT', 'LEFT'] as const) : (['LEFT', 'RIGHT'] as const)
    return [
      { gap: leaves, way, part: 'first', port: `from ${String(i)}`, ends: [from, { y: line, side: away }] },
      { gap: comes, way, part: 'last', port, ends: [{ y: line, side: back }, to] },
    ]
  })
  return [...Map.groupBy(parts, ({ port }) => port).values()].map((some) => ({
    gap: some[0]?.gap ?? 0,
    ways: some.map(({ way, part }) => ({ way, part })),
    ends: some.flatMap(({ ends }) => ends),
  }))
}
