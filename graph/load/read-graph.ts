import { modelFromFiles } from '../model/read-model.ts'
import type { Model } from '../model/model.ts'
import { itemProperties, labels } from '../representation.ts'
import type { Store } from '../store/store.ts'
import type { LoadedCatalogue } from './loaded-catalogue.ts'
import { relationKey } from './stored-graph.ts'
import type { StoredGraph, StoredNode, StoredRelation } from './stored-graph.ts'

/**
 * Reads all items and relations as they really stand in the graph: what others changed is noticed. Only nodes with the
 * product's label are read, and only relations of the model's types between them; types of the model that was loaded
 * before count too, so that what a changed model no longer knows is found and removed.
 */
export async function readGraph(store: Store, model: Model, loaded: LoadedCatalogue | undefined): Promise<StoredGraph> {
  const before = loaded === undefined ? [] : modelFromFiles(loaded.model).relations.keys()
  const types = [...new Set([...model.relations.keys(), ...before])].sort()
  const nodes = new Map<string, StoredNode>()
  const items = await store.read<Row<StoredNode>>(
    `MATCH (n:${labels.item}) RETURN n.id AS id, n.${itemProperties.kind} AS kind, properties(n) AS properties`,
  )
  for (const node of items) nodes.set(node.id, node)
  const relations = new Map<string, StoredRelation>()
  const pattern = types.map((type) => `\`${type}\``).join('|')
  const held = await store.read<Row<StoredRelation>>(
    `MATCH (a:${labels.item})-[r:${pattern}]->(b:${labels.item})
     RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties`,
  )
  for (const relation of held) relations.set(relationKey(relation), relation)
  return { nodes, relations }
}

/** A row that has just these columns. */
type Row<T> = Pick<T, keyof T>
