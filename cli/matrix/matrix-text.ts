import type { MatrixColumns } from '../generated/graphql.ts'
import { blocks } from '../text/section.ts'
import { naturalWidth, numbers, table } from '../text/table.ts'
import type { Column } from '../text/table.ts'
import { names } from '../text/words.ts'
import { hanging, paragraph } from '../text/wrap.ts'
import { cellsOf } from './matrix.ts'
import type { Matrix, MatrixCell } from './matrix.ts'

/** What the cells hold, by what the columns are. */
const legends: Readonly<Record<MatrixColumns, string>> = {
  VALUE_STREAM:
    'In percent: the part of the stream’s lead time that the practice has its hands in, alone or with others.',
  ACTIVITY: 'How many steps that visit the activity the practice works.',
}

/** The matrix as a table. Where the columns' names don't fit side by side, they are numbered and named below. */
export function matrixText(matrix: Matrix, by: MatrixColumns, width: number): string {
  const { columns, rows } = matrix
  const print = by === 'ACTIVITY' ? stepsOf : shareOf
  const working = rows.filter(({ cells }) => cells.length > 0)
  if (working.length === 0) return 'No practice works any step.'
  const idle = rows.filter(({ cells }) => cells.length === 0)
  const body = working.map((row) => [row.practice.name, ...cellsOf(matrix, row, print)])
  const head = (titles: readonly string[]): Column[] => [{ title: 'Practice' }, ...numbers(...titles)]
  const named = head(columns.map(({ name }) => name))
  const fits = naturalWidth(named, body) <= width
  const numbered = head(columns.map((_, place) => String(place + 1)))
  return blocks(
    ...(fits ? [table(named, body, width)] : tablesBelow(numbered, body, width)),
    fits ? '' : columns.map(({ name }, place) => hanging(`${place + 1}  `.padStart(5), name, width)).join('\n'),
    paragraph(legends[by], width),
    body.some((row) => row.includes(unknown)) ? `${unknown} works steps of it, but no lead time is known` : '',
    idle.length === 0
      ? ''
      : paragraph(`Practices in none of them: ${names(idle.map(({ practice }) => practice))}`, width),
  )
}

const unknown = '?'

const stepsOf = ({ steps }: MatrixCell): string => String(steps.length)

function shareOf({ share }: MatrixCell): string {
  if (share === null) return unknown
  const rounded = Math.round(share * 100)
  return rounded === 0 && share > 0 ? '<1' : String(rounded)
}

/** A table that may be too wide, as several below each other, each with the first column. */
function tablesBelow(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const tables: string[] = []
  for (let from = 1; from < columns.length;) {
    const pick = <Cell>(cells: readonly Cell[], to: number): Cell[] => [...cells.slice(0, 1), ...cells.slice(from, to)]
    const part = (to: number) => [pick(columns, to), rows.map((row) => pick(row, to))] as const
    let to = from + 1
    while (to < columns.length && naturalWidth(...part(to + 1)) <= width) to++
    tables.push(table(...part(to), width))
    from = to
  }
  return tables
}
