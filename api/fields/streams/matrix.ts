import type { Calendar } from '../../../graph/catalogue/duration.ts'
import { practiceMatrix } from '../../../graph/stream/practice-matrix.ts'
import type * as Answer from '../../generated/resolvers.ts'
import { streamOf } from './flow-selection.ts'
import type { Selected, SelectedStream } from './flow-selection.ts'
import { Names } from './names.ts'

/** `Query.practiceMatrix`. @param columns every stream or activity. @param practices every practice. */
export function matrixAnswer(
  by: Answer.MatrixColumns,
  columns: readonly Selected[],
  practices: readonly Selected[],
  streams: readonly SelectedStream[],
  working: Calendar,
): Answer.PracticeMatrix {
  const { of, all } = new Names([streams, columns])
  const rows = practiceMatrix(
    streams.map((stream) => streamOf(stream, working)),
    by,
  )
  const order = new Map(columns.map(({ id }, place) => [id, place]))
  const placeOf = (id: string): number => order.get(id) ?? columns.length
  return {
    columns: columns.map(({ id, name }) => ({ id, name })),
    rows: practices.map(({ id, name }) => ({
      practice: { id, name },
      cells: (rows.get(id) ?? [])
        .toSorted((a, b) => placeOf(a.column) - placeOf(b.column))
        .map(({ column, steps, alone, share }) => ({ column: of(column), steps: all(steps), alone, share })),
    })),
  }
}
