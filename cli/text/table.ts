import { longestWord, widthOf, wrap } from './wrap.ts'

/** A column of a table. */
export interface Column {
  readonly title: string
  /** Numbers stand on the right, and are never wrapped. */
  readonly numbers?: true
  /** Words that must stay whole, such as ids that one copies. */
  readonly whole?: true
}

/** Columns of numbers. */
export const numbers = (...titles: readonly string[]): Column[] => titles.map((title) => ({ title, numbers: true }))

type Row = readonly string[]

/** Between two columns. */
const gap = '  '

/** A table with a head, at most so many columns wide where its words can be wrapped. Without rows: nothing. */
export function table(columns: readonly Column[], rows: readonly Row[], width: number): string {
  if (rows.length === 0) return ''
  const widths = fittedWidths(columns, rows, width)
  const titles = columns.map(({ title }) => title)
  return [
    ...printRow(columns, titles, widths),
    widths
      .map((each) => '─'.repeat(each))
      .join(gap)
      .trimEnd(),
    ...rows.flatMap((row) => printRow(columns, row, widths)),
  ].join('\n')
}

/** How wide a table is if no cell is wrapped. */
export const naturalWidth = (columns: readonly Column[], rows: readonly Row[]): number =>
  total(naturalWidths(columns, rows))

/** Titles of numbers are wrapped: they are longer than what stands below them. */
function naturalWidths(columns: readonly Column[], rows: readonly Row[]): number[] {
  return columns.map(({ title, numbers }, column) =>
    Math.max(numbers ? longestWord(title) : widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))),
  )
}

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, each) => sum + each, 0) + gap.length * (widths.length - 1)

/** Takes from the column in which that costs the fewest lines, until all fit: where much text has much room. */
function fittedWidths(columns: readonly Column[], rows: readonly Row[], width: number): number[] {
  const widths = naturalWidths(columns, rows)
  const cellsOf = (column: number): string[] => rows.map((row) => row[column] ?? '')
  const words = columns.map(({ title, numbers, whole }, column) => ({
    text: cellsOf(column).reduce((sum, cell) => sum + widthOf(cell), 0),
    least: numbers || whole ? Infinity : Math.min(20, longestWord([title, ...cellsOf(column)].join(' '))),
  }))
  for (let over = total(widths) - width; over > 0; over--) {
    const costs = words.map(({ text, least }, column) => {
      const now = widths[column] ?? 0
      return now > least ? text / now ** 2 : Infinity
    })
    const cheapest = costs.indexOf(Math.min(...costs))
    if (costs[cheapest] === Infinity) break
    widths[cheapest] = (widths[cheapest] ?? 0) - 1
  }
  return widths
}

function printRow(columns: readonly Column[], cells: Row, widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, column) => wrap(cell, widths[column] ?? 0))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, column) => {
        const text = lines[line] ?? ''
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(text))
        return columns[column]?.numbers ? space + text : text + space
      })
      .join(gap)
      .trimEnd(),
  )
}
