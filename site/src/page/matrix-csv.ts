import type { PracticeMatrix } from './matrix.ts'
import { meetingText } from './matrix.ts'

/** A matrix as CSV (RFC 4180) in UTF-8, marked as such for spreadsheets: shares as numbers in percent. */
export function matrixCsv({ by, columns, rows }: PracticeMatrix): string {
  const heading = columns.map(({ name, values }) => {
    if (by === 'activity') return `${name} (steps)`
    return `${name} (${values['perspective'] === 'AS_IS' ? 'as-is' : 'to-be'}, % of lead time)`
  })
  const lines = rows.map(({ practice, cells }) => [
    practice.name,
    ...cells.map((cell) => {
      if (cell === undefined) return ''
      return cell.share === undefined ? meetingText(cell, by) : String(Math.round(cell.share * 1000) / 10)
    }),
  ])
  return `\uFEFF${[['Practice', ...heading], ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('')}`
}

/** A field in quotes where it must be. What a spreadsheet would take for a formula is marked as text. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
