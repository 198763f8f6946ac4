import type { State } from '../../../../graph/impact/states.ts'
import type { Catalogue, Item } from '../../catalogue/catalogue.ts'
import { messages } from '../../messages/messages.ts'
import { kindLabel } from '../../words/labels.ts'
import { stateWords } from '../../words/states.ts'
import { areaOf } from '../areas.ts'
import { itemLinkWithHolder, itemNamed } from '../item-link.ts'
import type { Block, Cell, ItemLink, Table } from '../section.ts'

/** So many rows stand open; the rest is folded. */
export const mostOpen = 5
/** So many more are folded; who wants all asks the explorer. */
export const mostFolded = 5

/** A state as a cell, sorted from best to worst. */
export const stateCell = (state: State): Cell => ({ badges: [stateWords(state)] })

/** A link to an affected item: what it is inside of, and its kind. */
export function affectedLink(catalogue: Pick<Catalogue, 'items'>, id: string, page?: Item): ItemLink {
  const item = itemNamed(catalogue, { id })
  return { ...itemLinkWithHolder(item, page), kind: kindLabel(item.kind), area: areaOf(item.kind) }
}

/**
 * A table of which the first rows stand open, some more are folded, and the rest is left to the explorer.
 * @param total how many rows there are, where the table was given no more than are shown.
 */
export function foldedTable(table: Table, open: number = mostOpen, total: number = table.rows.length): Block[] {
  const { rows } = table
  const folded = rows.slice(open, open + mostFolded)
  const left = total - open - folded.length
  const first: Block[] = open === 0 ? [] : [{ is: 'table', table: { ...table, rows: rows.slice(0, open) } }]
  if (folded.length === 0) return first
  const { items, rows: more, first: theFirst, next } = messages.more
  const say = left === 0 ? (open === 0 ? items : more) : open === 0 ? theFirst : next
  const summary = say(folded.length)
  return [...first, { is: 'more', summary, blocks: [{ is: 'table', table: { ...table, rows: folded } }] }]
}
