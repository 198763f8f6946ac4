import type { Catalogue, Value } from '../catalogue/catalogue.ts'
import { kindOf } from '../model/model.ts'
import type { Attribute } from '../model/model.ts'
import { encode, foldName, itemProperties } from '../representation.ts'
import type { JsonValue } from '../store/store.ts'
import { relationKey } from './stored-graph.ts'
import type { Properties, StoredGraph } from './stored-graph.ts'

/** The graph that a catalogue asks for. */
export function wantedGraph({
  model,
  items,
  relations,
}: Pick<Catalogue, 'model' | 'items' | 'relations'>): StoredGraph {
  const nodes = new Map(
    [...items.values()].map((item) => {
      const properties = {
        id: item.id,
        [itemProperties.kind]: item.kind,
        [itemProperties.sort]: foldName(item.values['name'] as string),
        ...encodeAll(kindOf(model, item.kind).attributes, item.values),
        sources: JSON.stringify(item.sources),
      }
      return [item.id, { id: item.id, kind: item.kind, properties }] as const
    }),
  )
  const stored = relations.map(({ type, from, to, values, sources }) => ({
    type,
    from,
    to,
    properties: {
      ...encodeAll(model.relations.get(type)?.edge?.attributes ?? [], values),
      sources: JSON.stringify(sources),
    },
  }))
  return { nodes, relations: new Map(stored.map((relation) => [relationKey(relation), relation])) }
}

function encodeAll(attributes: readonly Attribute[], values: Readonly<Record<string, Value>>): Properties {
  const properties: Record<string, JsonValue> = {}
  for (const attribute of attributes) {
    const value = values[attribute.name]
    if (value !== undefined) properties[attribute.name] = encode(attribute, value)
  }
  return properties
}
