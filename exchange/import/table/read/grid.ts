import type { Cell } from '../table.ts'

/** A line of a table as it stands: its place, and its cells. */
export interface GridRow {
  /** As in {@link Row.record}. */
  readonly record: string
  /** The line or row of the file, from 1. */
  readonly line: number
  readonly cells: readonly Cell[]
}

/** A table as it stands, before anybody knows which row has the headings. */
export interface Grid {
  readonly name: string
  readonly rows: readonly GridRow[]
  readonly notes: readonly string[]
}
