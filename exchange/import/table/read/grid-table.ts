import { ImportError } from '../../imported.ts'
import type { LeftOut } from '../../imported.ts'
import { plain, shortened, textOf } from '../table.ts'
import type { Cell, Row, Table } from '../table.ts'
import type { Grid, GridRow } from './grid.ts'
import { aboveNote, columnNames, filledIn, headingRow, isFilled, median } from './headings.ts'

/** What a mapping says of how tables are written. */
export interface GridOptions {
  readonly heading?: number | undefined
  /** Columns of merged cells. */
  readonly fill?: readonly string[] | undefined
  /** Columns that the mapping names: they tell the row with the headings. */
  readonly named: readonly string[]
}

/**
 * Finds headings and records of a table. Empty rows are none; sums, remarks, repeated headings and rows with more values
 * than headings are left out.
 * @throws ImportError where nothing stands in the row that should have the headings.
 */
export function gridTable(grid: Grid, { heading: line, fill = [], named }: GridOptions): Table {
  const heading = headingRow(grid, named, line)
  const headings = grid.rows[heading]
  if (headings === undefined || filledIn(headings) === 0) {
    throw new ImportError(
      `${grid.name}: ${line === undefined ? 'There is nothing in it.' : `Row ${line} is empty: no headings are in it.`}`,
    )
  }
  const body = grid.rows.slice(heading + 1).filter((row) => filledIn(row) > 0)
  const width = headings.cells.reduce<number>((last, cell, i) => (isFilled(cell) ? i + 1 : last), 0)
  const columns = columnNames({ ...headings, cells: headings.cells.slice(0, width) }, widthOf(body, width))
  const usual = median(body.map(filledIn))
  const places = new Places(columns)
  const repeated = headings.cells.map((cell) => plain(textOf(cell))).join('|')
  const leftOut: LeftOut[] = []
  const rows: Row[] = []
  const above: (Cell | undefined)[] = []
  const filling = fill.map((column) => places.of(column)).filter((place) => place !== undefined)
  for (const row of body) {
    const reason = notData(row, { columns, usual, repeated })
    if (reason !== undefined) {
      leftOut.push({ record: row.record, text: summary(row.cells), reason })
      continue
    }
    const cells = filling.length === 0 ? row.cells : filled(row.cells, filling, above)
    rows.push(new GridRecord(row.record, cells, places))
  }
  return { name: grid.name, columns, rows, leftOut, notes: [...grid.notes, ...aboveNote(grid, heading)] }
}

/** Columns without heading count where most rows fill them: otherwise a row has too many values. */
function widthOf(body: readonly GridRow[], width: number): number {
  const wide = body.filter(({ cells }) => cells.some((cell, i) => i >= width && isFilled(cell)))
  return wide.length > body.length / 2 ? Math.max(width, ...wide.slice(0, 100).map(({ cells }) => cells.length)) : width
}

function notData(
  row: GridRow,
  {
    columns,
    usual,
    repeated,
  }: { readonly columns: readonly string[]; readonly usual: number; readonly repeated: string },
): string | undefined {
  const { cells } = row
  const count = filledIn(row)
  if (cells.some((cell, i) => i >= columns.length && isFilled(cell))) {
    return `It has ${cells.length} values, and there are ${columns.length} headings: a value has the delimiter in it and no quotes.`
  }
  const first = textOf(cells.find(isFilled) ?? null)
  if (/^(grand |sub[- ]?|gesamt)?(totals?|summe)\b/i.test(first) && count < usual && count <= columns.length / 2)
    return 'It is a row of sums.'
  if (count === 1 && usual >= 3 && columns.length >= 4)
    return 'It is a remark or a subheading: only one cell has anything in it.'
  if (count > 1 && cells.map((cell) => plain(textOf(cell))).join('|') === repeated) return 'It repeats the headings.'
  return undefined
}

/** Empty cells of merged columns are as the ones above. */
function filled(cells: readonly Cell[], places: readonly number[], above: (Cell | undefined)[]): Cell[] {
  const copy = [...cells]
  for (const place of places) {
    if (isFilled(copy[place])) above[place] = copy[place]
    else copy[place] = above[place] ?? null
  }
  return copy
}

const summary = (cells: readonly Cell[]): string => shortened(cells.filter(isFilled).map(textOf).join(' · '))

/** Where columns are, also when they are written a little differently. */
class Places {
  readonly #places = new Map<string, number | undefined>()
  readonly #columns: readonly string[]

  constructor(columns: readonly string[]) {
    this.#columns = columns
  }

  of(column: string): number | undefined {
    const known = this.#places.get(column)
    if (known !== undefined || this.#places.has(column)) return known
    const exact = this.#columns.indexOf(column)
    const place = exact === -1 ? this.#columns.findIndex((each) => plain(each) === plain(column)) : exact
    this.#places.set(column, place === -1 ? undefined : place)
    return this.of(column)
  }
}

class GridRecord implements Row {
  readonly record: string
  readonly #cells: readonly Cell[]
  readonly #places: Places

  constructor(record: string, cells: readonly Cell[], places: Places) {
    this.record = record
    this.#cells = cells
    this.#places = places
  }

  at = (column: string): readonly Cell[] => {
    const place = this.#places.of(column)
    const cell = place === undefined ? null : this.#cells[place]
    return isFilled(cell) ? [cell as Cell] : []
  }

  summary = (): string => summary(this.#cells)
}
