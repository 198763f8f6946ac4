import type { JsonValue, Parameters, Statement, Store } from '../../../graph/store/store.ts'

/** Three levels of needs, two of them through the same item; `score` is missing on some. */
export const items = [
  { id: 'a', name: 'Portal', _sort: 'portal', tags: ['web', 'eu'], score: 3 },
  { id: 'b', name: 'Ticketing', _sort: 'ticketing', tags: ['eu'] },
  { id: 'c', name: 'Directory', _sort: 'directory', tags: ['web'], score: 1 },
  { id: 'd', name: 'Server', _sort: 'server', tags: [] as string[], score: 2 },
  { id: 'e', name: 'Änderung', _sort: 'anderung', tags: ['us'] },
]
const needs = [
  ['a', 'b', 'ESSENTIAL'],
  ['a', 'c', 'IMPORTANT'],
  ['b', 'd', 'ESSENTIAL'],
  ['b', 'c', 'SUPPORTING'],
  ['c', 'd', 'ESSENTIAL'],
].map(([from, to, criticality]) => ({ from: from ?? '', to: to ?? '', criticality: criticality ?? '' }))

/** Writes the items and needs. */
export const addThreeLevels: readonly Statement[] = [
  { cypher: 'UNWIND $items AS row CREATE (n:TributaryItem {id: row.id}) SET n = row', parameters: { items } },
  {
    cypher: `UNWIND $needs AS need
             MATCH (a:TributaryItem {id: need.from}) MATCH (b:TributaryItem {id: need.to})
             CREATE (a)-[:USES {criticality: need.criticality}]->(b)`,
    parameters: { needs },
  },
]

/** The first column of the rows. */
export async function firstColumn(
  store: Store,
  cypher: string,
  parameters: Parameters = {},
): Promise<(JsonValue | undefined)[]> {
  const rows = await store.read(cypher, parameters)
  return rows.map((row) => Object.values(row)[0])
}
