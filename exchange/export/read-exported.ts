import type { Item, ItemRelation, Source, Value } from '../../graph/catalogue/catalogue.ts'
import { ofOneRevision } from '../../graph/load/of-one-revision.ts'
import { readGraph } from '../../graph/load/read-graph.ts'
import type { Properties, StoredGraph } from '../../graph/load/stored-graph.ts'
import { kindOf } from '../../graph/model/model.ts'
import type { Attribute, Model } from '../../graph/model/model.ts'
import { modelFromFiles } from '../../graph/model/read-model.ts'
import { decode } from '../../graph/representation.ts'
import type { Store } from '../../graph/store/store.ts'
import type { Exported } from './exported.ts'
import { compareText } from '../../graph/text/compare-text.ts'

/** Reads what a graph holds, of one revision. @throws NothingLoadedError when that is nothing. */
export async function readExported(store: Store): Promise<Exported> {
  return ofOneRevision(store, async (loaded) => {
    const { name, title, site, calendar, revision, loadedAt } = loaded
    const model = modelFromFiles(loaded.model)
    const graph = await readGraph(store, model, loaded)
    return { name, title, site, calendar, revision, loadedAt, model, ...wordsOf(graph, model) }
  })
}

/** Items and relations in the catalogue's words, in its order; what the model doesn't know is nobody's. */
function wordsOf({ nodes, relations }: StoredGraph, model: Model): Pick<Exported, 'items' | 'relations'> {
  const items = [...nodes.values()]
    .filter(({ kind }) => model.kinds.has(kind))
    .map(({ id, kind, properties }): Item => {
      const { attributes } = kindOf(model, kind)
      return { id, kind, values: valuesOf(attributes, properties), sources: sourcesIn(properties) }
    })
    .sort((a, b) => compareText(a.id, b.id))
  const held = [...relations.values()].flatMap(({ type, from, to, properties }): ItemRelation[] => {
    const relation = model.relations.get(type)
    if (relation === undefined) return []
    const values = valuesOf(relation.edge?.attributes ?? [], properties)
    return [{ type, from, to, values, sources: sourcesIn(properties) }]
  })
  held.sort((a, b) => compareText(a.type, b.type) || compareText(a.from, b.from) || compareText(a.to, b.to))
  return { items: new Map(items.map((item) => [item.id, item])), relations: held }
}

function valuesOf(attributes: readonly Attribute[], properties: Properties): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const attribute of attributes) {
    const stored = properties[attribute.name]
    if (stored === undefined || stored === null || elsewhere.has(attribute.name)) continue
    values[attribute.name] = decode(attribute, stored) as Value
  }
  return values
}

/** Attributes that an item says beside its values. */
const elsewhere = new Set(['id', 'sources'])

const sourcesIn = ({ sources }: Properties): Source[] =>
  typeof sources === 'string' ? (JSON.parse(sources) as Source[]) : []
