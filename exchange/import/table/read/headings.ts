import { plain, shortened, textOf } from '../table.ts'
import type { Grid, GridRow } from './grid.ts'

/** How far down headings are looked for. */
const furthest = 60

/** Whether anything stands in a cell. */
export const isFilled = (cell: unknown): boolean =>
  cell !== null && cell !== undefined && cell !== '' && (typeof cell !== 'string' || cell.trim() !== '')

/** How many cells of a row have anything in them. */
export const filledIn = ({ cells }: GridRow): number =>
  cells.reduce<number>((sum, cell) => sum + (isFilled(cell) ? 1 : 0), 0)

/**
 * The row with the headings, as its place among the rows: the one of the first rows that has most of the columns that the
 * mapping names; without any of those, the first that fills about as many cells as most rows do, with texts.
 */
export function headingRow({ rows }: Grid, named: readonly string[], line?: number): number {
  if (line !== undefined) return rows.findIndex((row) => row.line === line)
  const first = rows.slice(0, furthest)
  const wanted = new Set(named.map(plain))
  const hits = first.map(
    ({ cells }) => new Set(cells.map((cell) => plain(textOf(cell))).filter((each) => wanted.has(each))).size,
  )
  const most = Math.max(0, ...hits)
  if (most > 0) return hits.indexOf(most)
  const usual = median(
    rows
      .slice(0, 500)
      .map(filledIn)
      .filter((count) => count > 0),
  )
  const found = first.findIndex((row) => {
    const filled = row.cells.filter(isFilled)
    return (
      filled.length >= Math.max(1, usual * 0.6) &&
      filled.every((cell) => typeof cell === 'string' && !/^[\d.,/:£$€\s-]+$/.test(cell))
    )
  })
  return found === -1 ? first.findIndex((row) => filledIn(row) > 0) : found
}

/** The middle one of some numbers; 0 where there are none. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** Names of columns: a second "Name" is "Name (2)", one without heading "column 3". */
export function columnNames({ cells }: GridRow, width: number): string[] {
  const counts = new Map<string, number>()
  return Array.from({ length: Math.max(width, cells.length) }, (_, i) => {
    const written = textOf(cells[i] ?? null).replace(/\s+/g, ' ')
    const heading = written === '' ? `column ${i + 1}` : written
    const count = (counts.get(plain(heading)) ?? 0) + 1
    counts.set(plain(heading), count)
    return count === 1 ? heading : `${heading} (${count})`
  })
}

/** What stands above the headings, for a note. */
export function aboveNote({ name, rows }: Grid, heading: number): string[] {
  const above = rows.slice(0, heading).filter((row) => filledIn(row) > 0)
  const texts = above.flatMap(({ cells }) => cells.filter(isFilled).map((cell) => shortened(textOf(cell)))).slice(0, 4)
  const line = rows[heading]?.line ?? 1
  return above.length === 0 ? [] : [`The headings of ${name} are in row ${line}; above it: ${texts.join(' · ')}.`]
}
