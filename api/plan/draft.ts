import type { Condition } from '../../graph/query/condition.ts'
import type { Hop } from '../../graph/query/hop.ts'
import type { Order, OrderField } from '../../graph/query/order.ts'
import type { ListRead, OneRead, Slice, StoredAs } from '../../graph/query/read.ts'

/** A read of items that planning adds to while it walks a selection. It is a NodeRead all the time. */
export interface NodeDraft {
  readonly kind: string | undefined
  /** Names of the kinds that the items may be. */
  readonly kinds: readonly string[]
  readonly properties: Map<string, StoredAs>
  readonly ones: Map<string, OneRead & { readonly node: NodeDraft }>
  readonly pages: Map<string, ListDraft & { readonly hop: Hop }>
}

/** A read of a page that planning adds to. It is a ListRead all the time. */
export interface ListDraft {
  readonly filter: Condition | undefined
  readonly order: Order
  readonly slice: Slice
  readonly wants: { -readonly [Part in keyof ListRead['wants']]: boolean }
  readonly edge: EdgeDraft
  readonly node: NodeDraft
}

/** A read of what leads to the items of a page. */
export interface EdgeDraft {
  readonly properties: Map<string, StoredAs>
  passed: { readonly field: string; readonly order: OrderField; readonly node: NodeDraft } | undefined
}

/** A read of items that may be of these kinds; nothing of them is read yet. */
export function nodeDraft(kinds: readonly string[]): NodeDraft {
  const [only, ...others] = kinds
  const kind = others.length === 0 ? only : undefined
  return { kind, kinds, properties: new Map(), ones: new Map(), pages: new Map() }
}

/** A read of a page of which nothing is wanted yet. */
export function listDraft(of: Pick<ListDraft, 'filter' | 'order' | 'slice'>, kinds: readonly string[]): ListDraft {
  return {
    ...of,
    wants: { nodes: false, edges: false, cursors: false, more: false, total: false },
    edge: { properties: new Map(), passed: undefined },
    node: nodeDraft(kinds),
  }
}
