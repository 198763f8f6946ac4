import { CsvError, parse } from 'csv-parse/sync'
import type { Options } from 'csv-parse/sync'
import { ImportError } from '../../imported.ts'
import type { Grid, GridRow } from './grid.ts'

const delimiters = [',', ';', '\t', '|'] as const

const options = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: '\n',
} satisfies Options

/**
 * Reads a CSV file's text. The delimiter is the one that divides most rows alike, unless it is said, by the mapping or by
 * Excel's `sep=;`. Rows have the line that they begin in, also where values have line breaks.
 * @throws ImportError where a quote is never closed.
 */
export function csvGrid(source: string, name: string, wanted?: string): Grid {
  const lines = source.replace(/\r\n?/g, '\n')
  const said = /^sep=(.)\n/i.exec(lines)
  // An empty line in its place keeps the numbers of lines right.
  const text = said === null ? lines : lines.slice(said[0].length - 1)
  const delimiter = wanted ?? said?.[1] ?? delimiterOf(text)
  try {
    const read = parse(text, { ...options, delimiter, info: true }) as unknown as readonly CsvRow[]
    return { name, rows: read.map((row) => gridRow(row, name)), notes: [] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? `:${error['lines']}` : ''
    throw new ImportError(
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `${name}${line}  A quote (") is opened before here and never closed. Close it, or double it within text.`
        : `${name}${line}  This is no CSV: ${error.message}`,
    )
  }
}

interface CsvRow {
  readonly record: readonly string[]
  /** The last line of the row. */
  readonly info: { readonly lines: number }
}

function gridRow({ record: cells, info }: CsvRow, name: string): GridRow {
  const within = cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
  const line = info.lines - within
  return { record: `${name}:${line}`, line, cells }
}

/** The delimiter that divides most of the first rows alike; of equals the one that makes more columns. */
function delimiterOf(text: string): string {
  const beginning = text.slice(0, 200_000)
  const tried = delimiters.map((delimiter) => {
    const counts = new Map<number, number>()
    for (const row of someRows(beginning, delimiter)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
    const [columns = 1, alike = 0] =
      [...counts].filter(([length]) => length > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
    return { delimiter, columns, alike }
  })
  const [best] = tried.sort((a, b) => b.alike - a.alike || b.columns - a.columns)
  return best === undefined || best.alike === 0 ? ',' : best.delimiter
}

function someRows(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, { ...options, delimiter, to: 100 })
  } catch {
    return []
  }
}
