import type { Condition } from './condition.ts'
import type { Place } from './cursor.ts'
import type { Hop } from './hop.ts'
import type { Order, OrderField } from './order.ts'

/** What is read of each item at one place of a request: properties, and what other items it leads to. */
export interface NodeRead {
  /** The kind of every item here; undefined where several are possible, and each item's own is read. */
  readonly kind: string | undefined
  /** Properties by name. */
  readonly properties: ReadonlyMap<string, StoredAs>
  /** One other item each, or none, by the key under which the item gets it. */
  readonly ones: ReadonlyMap<string, OneRead>
  /** Pages of other items, by the key under which the item gets them. */
  readonly pages: ReadonlyMap<string, PageRead>
}

/** How a property stands in the graph: as it is, as JSON text, or as JSON text on items of these kinds only. */
export type StoredAs = 'plain' | 'json' | ReadonlySet<string>

/** One other item. */
export interface OneRead {
  readonly hop: Exclude<Hop, { over: 'any' }>
  readonly node: NodeRead
}

/** A page of other items. */
export interface PageRead extends ListRead {
  readonly hop: Hop
}

/** A page of a list of items. */
export interface ListRead {
  readonly filter: Condition | undefined
  readonly order: Order
  readonly slice: Slice
  readonly wants: Wants
  readonly edge: EdgeRead
  readonly node: NodeRead
}

/** Which part of a list a page is. */
export interface Slice {
  readonly size: number
  /** The last ones rather than the first. */
  readonly fromEnd: boolean
  readonly after: Place | undefined
  readonly before: Place | undefined
}

/** Which parts of a page are read at all: each costs something. */
export interface Wants {
  readonly nodes: boolean
  readonly edges: boolean
  /** Cursors of edges, or of the page's ends. */
  readonly cursors: boolean
  /** Whether there is more beyond the page. */
  readonly more: boolean
  readonly total: boolean
}

/** What is read of a relation on the way to each item of a page. */
export interface EdgeRead {
  readonly properties: ReadonlyMap<string, StoredAs>
  /** For paths: the items passed, under the name of a field. */
  readonly passed: { readonly field: string; readonly order: OrderField; readonly node: NodeRead } | undefined
}

/** An item as it was read: plain data under the names of properties and the keys of what it leads to. */
export type ReadItem = { readonly __typename: string; readonly [key: string]: unknown }

/** A page as it was read: what wasn't wanted isn't there. */
export interface ReadPage {
  readonly nodes?: readonly ReadItem[]
  readonly edges?: readonly ReadEdge[]
  readonly totalCount?: number
  readonly pageInfo?: ReadPageInfo
}

/** An edge as it was read: its properties lie beside these. */
export type ReadEdge = { readonly node: ReadItem; readonly cursor?: string; readonly [key: string]: unknown }

/** Where a page stands. */
export interface ReadPageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}
