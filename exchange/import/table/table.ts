import type { LeftOut } from '../imported.ts'

/** What stands in one place of a source: a cell of a table or a sheet, or anything within a document. */
export type Cell = string | number | boolean | Date | null | readonly Cell[] | { readonly [key: string]: Cell }

/** One record of a source. */
export interface Row {
  /** Where it stands: `contracts.csv:12`, `register.xlsx Sheet1!12`, `catalog.yml:40`. */
  readonly record: string
  /**
   * What a column holds: one cell of a table; of a document, whatever a path such as `technical.dependencies[].service`
   * leads to, lists along the way and at its end taken apart. Nothing where the row has no such column.
   */
  readonly at: (column: string) => readonly Cell[]
  /** What stands in it, shortened: enough to tell it apart. */
  readonly summary: () => string
}

/** A source, read: its records, and what is there besides. */
export interface Table {
  /** What messages call it: `contracts.csv`, `register.xlsx Sheet1`. */
  readonly name: string
  /** Columns of a table; of documents, the paths that lead to a value in some record. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** Records that are no data, such as sums: they count as records. */
  readonly leftOut: readonly LeftOut[]
  /** What else people should know: "The headings are in line 4." */
  readonly notes: readonly string[]
}

/** Whether the cell is a mapping of parts. */
export const isMapping = (cell: Cell | undefined): cell is { readonly [key: string]: Cell } =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell) && !(cell instanceof Date)

/** Letters and digits alone, in lower case: what headings, words and names are compared by. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Text as people read it: spaces that can't be seen are gone, those within a line are single, lines stay. */
export const tidy = (text: string): string => (/^[!-~]+(?: [!-~]+)*$/.test(text) ? text : tidied(text))

const tidied = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
    .toWellFormed()

/**
 * A cell as text: days as 2027-06-30, moments with their time, numbers without the noise of their last bits. Mappings and
 * lists are JSON.
 */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return tidy(cell)
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace(/T00:00:00\.000Z$/, '')
  return cell === null ? '' : typeof cell === 'boolean' ? String(cell) : JSON.stringify(cell)
}

/** What tells a text apart, for reports. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
