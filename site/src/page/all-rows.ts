import { messages } from '../messages/messages.ts'
import type { Block, Table } from './section.ts'

/** So many rows stand open. */
const mostOpen = 8

/**
 * A table of which the first rows stand open and all others are folded.
 * @param total how many rows there are, where the table doesn't have them all.
 */
export function allRows(table: Table, total = table.rows.length): Block[] {
  const { rows } = table
  if (rows.length === 0) return []
  const open: Block = { is: 'table', table: { ...table, rows: rows.slice(0, mostOpen) } }
  const folded = rows.slice(mostOpen)
  if (folded.length === 0) return [open]
  const { more } = messages
  const summary = total > rows.length ? more.nextOf(folded.length, total) : more.rows(folded.length)
  return [open, { is: 'more', summary, blocks: [{ is: 'table', table: { ...table, rows: folded } }] }]
}

/** So many rows a page tells of what may be hundreds. */
const mostRows = 40

/** As many rows as a page has room for, the worst off first; all of them are the impact explorer's. */
export function rowsOrExplorer(table: Table, explorer: string): Block[] {
  const { rows } = table
  const blocks = allRows({ ...table, rows: rows.slice(0, mostRows) }, rows.length)
  if (rows.length <= mostRows) return blocks
  return [...blocks, { is: 'lines', lines: [[{ href: explorer, name: messages.impact.allInExplorer(rows.length) }]] }]
}
