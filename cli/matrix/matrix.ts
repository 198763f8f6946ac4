import type { CliMatrixQuery, MatrixColumns } from '../generated/graphql.ts'
import { csv } from '../text/csv.ts'

/** The API's matrix of practices. */
export type Matrix = CliMatrixQuery['practiceMatrix']
/** Where a practice meets a column. */
export type MatrixCell = Matrix['rows'][number]['cells'][number]

/** A row's cells below their columns, as text; empty where the practice works no step. */
export function cellsOf(
  { columns }: Matrix,
  { cells }: Matrix['rows'][number],
  print: (cell: MatrixCell) => string,
): string[] {
  const byColumn = new Map(cells.map((cell) => [cell.column.id, cell]))
  return columns.map(({ id }) => {
    const cell = byColumn.get(id)
    return cell === undefined ? '' : print(cell)
  })
}

/** The matrix for spreadsheets: a practice a row, a stream or an activity a column. */
export function matrixCsv(matrix: Matrix, by: MatrixColumns): string {
  const print = ({ steps, share }: MatrixCell): string =>
    by === 'ACTIVITY' ? String(steps.length) : share === null ? '?' : (share * 100).toFixed(1)
  return csv([
    ['id', 'practice', ...matrix.columns.map(({ name }) => name)],
    ...matrix.rows.map((row) => [row.practice.id, row.practice.name, ...cellsOf(matrix, row, print)]),
  ])
}
