import { LogError } from '../log-event.ts'

/** What the beginning of a table shows. */
export interface TableHead {
  readonly delimiter: string
  /** Line that names the columns: 1, or 2 under Excel's `sep=;`. */
  readonly line: number
  readonly headings: readonly string[]
  /** Some of the first rows, by heading; where several columns have one heading, the first one's. */
  readonly sample: readonly Readonly<Record<string, string>>[]
}

const delimiters = [',', ';', '\t', '|'] as const
const mostRows = 50

/**
 * Finds out how a table is written from its beginning: the delimiter is the one that divides most rows as it divides the
 * first, and of equals the one that divides it into most parts.
 * @param whole whether that is the whole table: otherwise its last row may be cut off.
 * @throws LogError where nothing divides its first line.
 */
export function tableHead(text: string, whole: boolean): TableHead {
  const said = /^sep=(.)\r?\n/i.exec(text)
  const body = said === null ? text : text.slice(said[0].length)
  const read = (said === null ? delimiters : [said[1] ?? '']).map((delimiter) => {
    const rows = rowsIn(body, delimiter, whole)
    const parts = rows[0]?.length ?? 0
    return { delimiter, rows, parts, alike: rows.filter((row) => row.length === parts).length }
  })
  const [best] = read.filter(({ parts }) => parts > 1).sort((a, b) => b.alike - a.alike || b.parts - a.parts)
  if (best === undefined || /^\s*[[{]/.test(body)) {
    throw new LogError(
      'This is neither a table nor XES: nothing divides its first line into columns (comma, semicolon, tab or |). Save it as CSV, or export it as XES.',
    )
  }
  const headings = (best.rows[0] ?? []).map((heading) => heading.trim())
  return {
    delimiter: best.delimiter,
    line: said === null ? 1 : 2,
    headings,
    // Of equal headings the last entry would stand.
    sample: best.rows.slice(1).map((row) => {
      const values = headings.map((heading, i): [string, string] => [heading, row[i] ?? ''])
      return Object.fromEntries(values.toReversed())
    }),
  }
}

/** The first rows of a table, as far as they can be told: quotes are followed, nothing is checked. */
function rowsIn(text: string, delimiter: string, whole: boolean): string[][] {
  const rows: string[][] = []
  let [row, value, quoted]: [string[], string, boolean] = [[], '', false]
  const endRow = (): void => {
    if (row.length > 0 || value.trim() !== '') rows.push([...row, value])
    row = []
    value = ''
  }
  for (let i = 0; i < text.length && rows.length <= mostRows; i += 1) {
    const sign = text.charAt(i)
    if (sign === '"' && (quoted || value === '')) {
      if (quoted && text.charAt(i + 1) === '"') value += text.charAt((i += 1))
      else quoted = !quoted
    } else if (quoted) value += sign
    else if (sign === delimiter) {
      row.push(value)
      value = ''
    } else if (sign === '\n' || sign === '\r') endRow()
    else value += sign
  }
  if (whole && rows.length <= mostRows) endRow()
  return rows
}
