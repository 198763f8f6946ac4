import type { Catalogue, Item, ItemRelation, Value } from '../catalogue/catalogue.ts'
import { kindOf } from '../model/model.ts'
import type { Attribute, Model } from '../model/model.ts'
import { encode, foldName, itemProperties } from '../representation.ts'
import type { JsonValue } from '../store/store.ts'
import { relationKey } from './stored-graph.ts'
import type { Properties, StoredGraph, StoredItem, StoredNode, StoredRelation } from './stored-graph.ts'

/** The graph that a catalogue asks for. */
export function wantedGraph({
  model,
  items,
  relations,
}: Pick<Catalogue, 'model' | 'items' | 'relations'>): StoredGraph {
  const nodes = [...items.values()].map(
    (item) => [item.id, { id: item.id, kind: item.kind, properties: propertiesOfItem(model, item) }] as const,
  )
  const stored = relations.map(
    (relation) =>
      [
        relationKey(relation),
        {
          type: relation.type,
          from: relation.from,
          to: relation.to,
          properties: propertiesOfRelation(model, relation),
        },
      ] as const,
  )
  return { nodes: new Map(nodes), relations: new Map(stored) }
}

/**
 * The same, item by item in the order of their ids, each with the relations that it holds. What stands in the graph is
 * worked out where it is asked for: a large catalogue needn't be held a second time.
 * @throws when the catalogue isn't sorted as it says: a relation would be lost.
 */
export function* wantedItems({
  model,
  items,
  relations,
}: Pick<Catalogue, 'model' | 'items' | 'relations'>): Generator<StoredItem> {
  // Relations are sorted by type, then by holder: each type's are met in the order of the items.
  const runs = [...model.relations.keys()].map((type) => ({ at: firstOf(type, relations), type }))
  let met = 0
  for (const item of items.values()) {
    const held: StoredRelation[] = []
    for (const run of runs) {
      for (;;) {
        const relation = relations[run.at]
        if (relation?.type !== run.type || relation.from !== item.id) break
        held.push(new WantedRelation(model, relation))
        run.at += 1
      }
    }
    met += held.length
    yield { node: new WantedNode(model, item), relations: held }
  }
  if (met !== relations.length) throw new Error('The catalogue is not sorted: relations would be lost.')
}

/** Where the relations of a type begin, found by halving. */
function firstOf(type: string, relations: readonly ItemRelation[]): number {
  let [from, to] = [0, relations.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((relations[middle]?.type ?? '') < type) from = middle + 1
    else to = middle
  }
  return from
}

/** An item of the catalogue as a node. */
class WantedNode implements StoredNode {
  readonly #model: Model
  readonly #item: Item

  constructor(model: Model, item: Item) {
    this.#model = model
    this.#item = item
  }

  get id(): string {
    return this.#item.id
  }

  get kind(): string {
    return this.#item.kind
  }

  get properties(): Properties {
    return propertiesOfItem(this.#model, this.#item)
  }
}

/** A relation of the catalogue as it is to stand in the graph. */
class WantedRelation implements StoredRelation {
  readonly #model: Model
  readonly #relation: ItemRelation

  constructor(model: Model, relation: ItemRelation) {
    this.#model = model
    this.#relation = relation
  }

  get type(): string {
    return this.#relation.type
  }

  get from(): string {
    return this.#relation.from
  }

  get to(): string {
    return this.#relation.to
  }

  get properties(): Properties {
    return propertiesOfRelation(this.#model, this.#relation)
  }
}

const propertiesOfItem = (model: Model, { id, kind, values, sources }: Item): Properties => ({
  id,
  [itemProperties.kind]: kind,
  [itemProperties.sort]: foldName(values['name'] as string),
  ...encodeAll(kindOf(model, kind).attributes, values),
  sources: JSON.stringify(sources),
})

const propertiesOfRelation = (model: Model, { type, values, sources }: ItemRelation): Properties => ({
  ...encodeAll(model.relations.get(type)?.edge?.attributes ?? [], values),
  sources: JSON.stringify(sources),
})

function encodeAll(attributes: readonly Attribute[], values: Readonly<Record<string, Value>>): Properties {
  const properties: Record<string, JsonValue> = {}
  for (const attribute of attributes) {
    const value = values[attribute.name]
    if (value !== undefined) properties[attribute.name] = encode(attribute, value)
  }
  return properties
}
