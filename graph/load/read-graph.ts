import { Kind, parse, visit } from 'graphql'
import type { Model, ModelFile } from '../model/model.ts'
import { itemProperties, labels } from '../representation.ts'
import type { Json, Store } from '../store/store.ts'
import type { LoadedCatalogue } from './loaded-catalogue.ts'
import { relationKey } from './stored-graph.ts'
import type { Properties, StoredGraph, StoredItem, StoredNode, StoredRelation } from './stored-graph.ts'

/** All items and relations as they really stand in the graph (`readItems`). */
export async function readGraph(store: Store, model: Model, loaded: LoadedCatalogue | undefined): Promise<StoredGraph> {
  const nodes = new Map<string, StoredNode>()
  const relations = new Map<string, StoredRelation>()
  for await (const item of readItems(store, model, loaded)) {
    nodes.set(item.node.id, item.node)
    for (const relation of item.relations) relations.set(relationKey(relation), relation)
  }
  return { nodes, relations }
}

/** How many items are read at a time: few enough that graph and reader need little memory for them. */
const page = 5_000

/** An item as the statement below answers it. */
interface Row extends Json {
  readonly id: string
  readonly kind: string
  readonly properties: Properties
  readonly held: readonly (readonly [type: string, to: string, properties: Properties])[]
}

/**
 * Reads items and the relations that they hold as they really stand in the graph, in the order of their ids: what others
 * changed is noticed. Only nodes with the product's label are read, and only relations of the model's types between them;
 * types of the model that was loaded before count too, so that what a changed model no longer knows is found and removed.
 * A load may come in between: who must know compares revisions.
 */
export async function* readItems(
  store: Store,
  model: Model,
  loaded: LoadedCatalogue | undefined,
): AsyncGenerator<StoredItem> {
  const before = loaded === undefined ? [] : relationTypesIn(loaded.model)
  const types = [...new Set([...model.relations.keys(), ...before])].sort()
  const cypher = `
    MATCH (n:${labels.item}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $page
    CALL (n) {
      MATCH (n)-[r:${types.map((type) => `\`${type}\``).join('|')}]->(b:${labels.item})
      RETURN collect([type(r), b.id, properties(r)]) AS held
    }
    RETURN n.id AS id, n.${itemProperties.kind} AS kind, properties(n) AS properties, held ORDER BY id`
  let after: string | undefined = ''
  while (after !== undefined) {
    const rows: Row[] = await store.read<Row>(cypher, { after, page })
    for (const { id, kind, properties, held } of rows) {
      yield {
        node: { id, kind, properties },
        relations: held.map(([type, to, carried]) => ({ type, from: id, to, properties: carried })),
      }
    }
    after = rows.length < page ? undefined : rows.at(-1)?.id
  }
}

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
