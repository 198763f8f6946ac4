import { csvRow, withoutFormula } from '../csv-row.ts'
import type { LeftOut } from './imported.ts'

/** The file in a layer's folder that lists what was not taken. */
export const notTakenFile = 'not-taken.csv'

/** What was left out as CSV, with a heading. What a spreadsheet would run as a formula stands as text. */
export function notTakenText(leftOut: readonly LeftOut[]): string {
  const rows = leftOut.map(({ record, part, text, reason, hint }) => [record, part ?? '', text, reason, hint ?? ''])
  return [['record', 'part', 'text', 'reason', 'hint'], ...rows]
    .map((row) => `${csvRow(row.map(withoutFormula))}\n`)
    .join('')
}
