import { csvOf } from '../words/csv.ts'
import { csvText } from './cell-text.ts'
import type { ListColumn, ListFile } from './list-file.ts'

/**
 * Rows of a list for spreadsheets: name, the given columns, and the id that files and API know an item by.
 * @param titles of the first and the last column.
 */
export function listCsv(
  file: ListFile,
  rows: readonly number[],
  columns: readonly ListColumn[],
  titles: { readonly name: string; readonly id: string },
  idPrefix: string,
): string {
  return csvOf([
    [titles.name, ...columns.map(({ title }) => title), titles.id],
    ...rows.map((row) => [
      file.names[row] ?? '',
      ...columns.map((column) => csvText(file, column, row)),
      `${idPrefix}/${file.paths[row] ?? ''}`,
    ]),
  ])
}
