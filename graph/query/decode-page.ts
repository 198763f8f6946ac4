import type { EdgeParts } from './compile-edge.ts'
import { cursorAt } from './cursor.ts'
import type { Decode, Row } from './decode.ts'
import type { ListRead, ReadEdge, ReadItem, ReadPage, ReadPageInfo } from './read.ts'

/** Decoders of a page's rows. */
export interface PageDecoders {
  readonly node: Decode<ReadItem>
  readonly edge: Decode<EdgeParts>
  /** Where the values of a row's place begin. */
  readonly keysAt: number
}

/**
 * Makes pages.
 * @param rowsAt position of the column with the page's rows; undefined where only the total is wanted.
 * @param totalAt position of the column with the total, where it is wanted.
 */
export function pageDecoder(
  { wants, slice, order }: ListRead,
  { node, edge, keysAt }: PageDecoders,
  rowsAt: number | undefined,
  totalAt: number,
): Decode<ReadPage> {
  const cursorOf = (row: Row): string => cursorAt(order.by.name, row.slice(keysAt))
  const edgeOf = (row: Row, item: ReadItem): ReadEdge => {
    const parts = edge(row)
    parts['node'] = item
    if (wants.cursors) parts['cursor'] = cursorOf(row)
    return parts as ReadEdge
  }
  return (row) => {
    const page: { -readonly [Part in keyof ReadPage]: ReadPage[Part] } = {}
    if (wants.total) page.totalCount = row[totalAt] as number
    if (rowsAt === undefined) return page
    const { rows, more } = cut(row[rowsAt] as unknown as readonly Row[], slice)
    if (wants.nodes || wants.edges) {
      const nodes = rows.map((each) => node(each))
      if (wants.nodes) page.nodes = nodes
      if (wants.edges) page.edges = rows.map((each, i) => edgeOf(each, nodes[i] as ReadItem))
    }
    if (wants.cursors || wants.more) page.pageInfo = pageInfo(rows, more)
    return page
  }

  function pageInfo(rows: readonly Row[], more: boolean): ReadPageInfo {
    const [first, last] = [rows[0], rows.at(-1)]
    const cursor = (end: Row | undefined): string | null => (end === undefined || !wants.cursors ? null : cursorOf(end))
    return {
      hasNextPage: slice.fromEnd ? slice.before !== undefined : more,
      hasPreviousPage: slice.fromEnd ? more : slice.after !== undefined,
      startCursor: cursor(first),
      endCursor: cursor(last),
    }
  }
}

/** The rows of the page itself, in the list's order, and whether one more was there. */
function cut(read: readonly Row[], { size, fromEnd }: ListRead['slice']): { rows: readonly Row[]; more: boolean } {
  const more = read.length > size
  const rows = more ? read.slice(0, size) : read
  return { rows: fromEnd ? rows.toReversed() : rows, more }
}
