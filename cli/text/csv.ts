import { csvRow } from '../../exchange/csv-row.ts'

/** Rows as CSV (RFC 4180): commas, and quotes around what holds commas, quotes or line breaks. */
export const csv = (rows: readonly (readonly string[])[]): string => rows.map(csvRow).join('\n')
