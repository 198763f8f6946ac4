import { messages } from '../messages/messages.ts'
import { csvOf } from '../words/csv.ts'
import type { PracticeMatrix } from './matrix.ts'
import { meetingText } from './matrix.ts'

/** A matrix as CSV: shares as numbers in percent. */
export function matrixCsv({ by, columns, rows }: PracticeMatrix): string {
  const heading = columns.map(({ name, values }) => {
    if (by === 'activity') return messages.matrix.csvActivity(name)
    return values['perspective'] === 'AS_IS' ? messages.matrix.csvAsIs(name) : messages.matrix.csvToBe(name)
  })
  const lines = rows.map(({ practice, cells }) => [
    practice.name,
    ...cells.map((cell) => {
      if (cell === undefined) return ''
      return cell.share === undefined ? meetingText(cell, by) : String(Math.round(cell.share * 1000) / 10)
    }),
  ])
  return csvOf([[messages.words.practice, ...heading], ...lines])
}
