import { Kind, parse, visit } from 'graphql'
import type { Model, ModelFile } from '../model/model.ts'
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
  const before = loaded === undefined ? [] : relationTypesIn(loaded.model)
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

/** The relation types of a model that an earlier version may have loaded: read as far as today's rules don't matter. */
function relationTypesIn(files: readonly ModelFile[]): string[] {
  const types: string[] = []
  for (const { text } of files) {
    visit(parse(text, { noLocation: true }), {
      Directive({ name, arguments: said = [] }) {
        const type = said.find((each) => each.name.value === 'type')?.value
        if (name.value === 'relation' && type?.kind === Kind.STRING && /^[A-Z][A-Z0-9_]*$/.test(type.value))
          types.push(type.value)
      },
    })
  }
  return types
}
