import type { LeftOut } from '../../imported.ts'
import { cellsAt } from '../read/cells-at.ts'
import { isMapping } from '../table.ts'
import type { Cell, Row } from '../table.ts'

/** What a field is read from: a row, or one entry within a row. */
export interface Scope {
  readonly record: string
  readonly at: (column: string) => readonly Cell[]
  /** The entry that it is read from, where `each` said so. */
  readonly each: Cell | undefined
  /** Tells what of the row was left out. */
  readonly report: (part: string, text: string, reason: string, hint?: string) => void
}

/** The scope of a whole row; what is left out goes to the list. */
export function rowScope(row: Row, leftOut: LeftOut[]): Scope {
  return {
    record: row.record,
    at: row.at,
    each: undefined,
    report: (part, text, reason, hint) =>
      leftOut.push({ record: row.record, part, text, reason, ...(hint === undefined ? {} : { hint }) }),
  }
}

/** The scope of one entry within a row: `each` is the entry, its parts are columns, and so are those around it. */
export function entryScope(scope: Scope, each: Cell): Scope {
  return {
    ...scope,
    each,
    at: (column) => {
      if (column === 'each') return [each]
      const own = isMapping(each) ? cellsAt(each, column.replace(/^each\./, '')) : []
      return own.length > 0 ? own : scope.at(column)
    },
  }
}
