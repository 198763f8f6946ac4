import type { Statement, Store, StoreError } from '../../../graph/store/store.ts'

/** Constraints and indexes as the product makes them. */
export const itemSchema: readonly Statement[] = [
  {
    cypher: 'CREATE CONSTRAINT tributary_item_id IF NOT EXISTS FOR (item:TributaryItem) REQUIRE item.id IS UNIQUE',
    schema: true,
  },
  {
    cypher: 'CREATE INDEX tributary_item_id_lookup IF NOT EXISTS FOR (item:TributaryItem) ON (item.id)',
    schema: true,
  },
]

/** Adds an item for each of `$rows`, with the row as its properties. */
export const addRows = 'UNWIND $rows AS row CREATE (n:TributaryItem {id: row.id}) SET n = row'

/** Adds items that have nothing but an id, in one write. */
export function addItems(store: Store, ...ids: string[]): Promise<void> {
  return store.write([{ cypher: addRows, parameters: { rows: ids.map((id) => ({ id })) } }])
}

/** The ids of all items, in order. */
export async function itemIds(store: Store): Promise<string[]> {
  const rows = await store.read<{ id: string }>('MATCH (n:TributaryItem) RETURN n.id AS id ORDER BY n.id')
  return rows.map((row) => row.id)
}

/** The error that a store rejects with. */
export async function failure(promise: Promise<unknown>): Promise<StoreError> {
  try {
    await promise
  } catch (error) {
    return error as StoreError
  }
  throw new Error('Expected a rejection')
}
