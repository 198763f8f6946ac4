import { compileListRead } from '../../../graph/query/compile-read.ts'
import { joinReads } from '../../../graph/query/join-reads.ts'
import type { OrderField } from '../../../graph/query/order.ts'
import type { ListRead, NodeRead, ReadPage, StoredAs, Wants } from '../../../graph/query/read.ts'
import type { Store } from '../../../graph/store/store.ts'

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

/** What a store answers to a read of a list. */
export async function readFrom(store: Store, read: ListRead): Promise<ReadPage> {
  const { cypher, parameters, decode } = joinReads([compileListRead(read)])
  return decode(await store.read(cypher, parameters))[0] as ReadPage
}
