import { suggest } from '../../../../graph/catalogue/suggest.ts'
import { plain, shortened } from '../table.ts'
import type { Table } from '../table.ts'
import type { Compiler } from './compiler.ts'

/** Columns that the mapping names and a table doesn't have. */
export function checkColumns(tables: readonly Table[], { used, problem }: Compiler): void {
  for (const { column, path, inner } of used) {
    if (inner || column === 'each') continue
    const lacking = tables.find(
      (table) => !table.columns.some((each) => each === column || plain(each) === plain(column)),
    )
    if (lacking !== undefined)
      problem(path, `${lacking.name} has no column "${column}". ${nearest(column, lacking.columns)}`)
  }
}

/** Columns that nothing is made of, though they hold something: they are told, not dropped silently. */
export function notMapped(tables: readonly Table[], { used }: Compiler, ignored: readonly string[]): string[] {
  const known = [...used.map(({ column }) => column), ...ignored].map((each) => plain(each))
  const left = new Set(
    tables.flatMap(({ columns, rows }) =>
      columns.filter(
        (column) => !known.some((each) => isOrHolds(column, each)) && rows.some(({ at }) => at(column).length > 0),
      ),
    ),
  )
  const names = tables.length > 2 ? `${tables.length} files` : tables.map(({ name }) => name).join(' and ')
  return left.size === 0 ? [] : [`Columns of ${names} that aren’t mapped: ${[...left].map(shortened).join(', ')}.`]
}

/** A path is used where it, or something around it, is. */
function isOrHolds(column: string, known: string): boolean {
  const parts = column.split('.')
  return parts.some((_, i) => plain(parts.slice(0, i + 1).join('.')) === known)
}

/** "Did you mean" for columns of a mapping. */
const nearest = (column: string, columns: readonly string[]): string =>
  suggest(column, columns) ??
  `There is ${columns
    .slice(0, 20)
    .map((each) => `"${shortened(each)}"`)
    .join(', ')}.`
