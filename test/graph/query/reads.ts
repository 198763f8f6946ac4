import type { ListRead, NodeRead, StoredAs, Wants } from '../../../graph/query/read.ts'
import type { OrderField } from '../../../graph/query/order.ts'

/** By name, as lists are sorted unless said otherwise. */
export const byName: OrderField = { name: 'NAME', property: '_sort', optional: false }

/** A read of some properties, each stored as it is. */
export function nodeRead(names: readonly string[], more: Partial<NodeRead> = {}): NodeRead {
  const properties = new Map(names.map((name): [string, StoredAs] => [name, 'plain']))
  return { kind: undefined, ones: new Map(), pages: new Map(), ...more, properties }
}

/** Nothing is wanted. */
const nothing: Wants = { nodes: false, edges: false, cursors: false, more: false, total: false }

/** A read of the first items of a list, by name. */
export function listRead(wants: Partial<Wants>, node: NodeRead, more: Partial<ListRead> = {}): ListRead {
  return {
    filter: undefined,
    order: { by: byName, descending: false },
    slice: { size: 20, fromEnd: false, after: undefined, before: undefined },
    wants: { ...nothing, ...wants },
    edge: { properties: new Map(), passed: undefined },
    node,
    ...more,
  }
}
