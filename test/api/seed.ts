import { workingCalendar } from '../../graph/catalogue/duration.ts'
import { saveLoadedCatalogue } from '../../graph/load/loaded-catalogue.ts'
import { saveRevision } from '../../graph/load/revision.ts'
import { schemaStatements } from '../../graph/load/schema-statements.ts'
import { readModel } from '../../graph/model/read-model.ts'
import type { Model } from '../../graph/model/model.ts'
import { encode, foldName, itemProperties, labels } from '../../graph/representation.ts'
import type { JsonValue, Statement, Store } from '../../graph/store/store.ts'

/** An item as tests write it: its id says its kind, everything else is its attributes. */
export interface SeedItem {
  readonly id: string
  readonly name?: string
  readonly [attribute: string]: JsonValue | undefined
}

/** A relation as tests write it: from, type, to, and what it carries. */
export type SeedRelation = readonly [
  from: string,
  type: string,
  to: string,
  values?: Readonly<Record<string, JsonValue>>,
]

/** What a graph is to hold. */
export interface Seed {
  readonly items: readonly SeedItem[]
  readonly relations?: readonly SeedRelation[]
  readonly model?: Model
  /** Number of the revision that it says it is. */
  readonly revision?: number
}

/** The product's own model: tests needn't read it again and again. */
export const ownModel: Model = readModel()

/** Where everything that tests seed says it was written. */
export const seedSources = [{ layer: 'test', file: 'seed.yaml', line: 1 }]

/** Writes items and relations straight into an empty graph, without asking whether a catalogue could hold them. */
export async function seed(
  store: Store,
  { items, relations = [], model = ownModel, revision = 1 }: Seed,
): Promise<void> {
  const at = '2026-01-02T03:04:05.678Z'
  const site = { title: 'Test', base: '/', locale: 'en' as const }
  await store.write([
    ...schemaStatements,
    ...items.map((item) => createItem(model, item)),
    ...relations.map((relation) => createRelation(model, relation)),
    saveRevision({ number: revision, at, added: items.length, changed: 0, removed: 0, changes: [], complete: true }),
    saveLoadedCatalogue({
      name: 'test',
      title: 'Test',
      site,
      calendar: workingCalendar,
      audiences: [],
      revision,
      loadedAt: at,
      model: model.files,
      findings: [],
      completeness: [],
    }),
  ])
}

/** The name of the kind that an id belongs to. */
export function kindOfId(model: Model, id: string): string {
  const kind = [...model.kinds.values()].find(({ idPrefix }) => id.startsWith(`${idPrefix}/`))
  if (kind === undefined) throw new Error(`${id} is of no kind.`)
  return kind.name
}

function createItem(model: Model, { id, name = id, ...values }: SeedItem): Statement {
  const kind = kindOfId(model, id)
  const attributes = model.kinds.get(kind)?.attributes ?? []
  const properties: Record<string, JsonValue> = {
    id,
    name,
    [itemProperties.kind]: kind,
    [itemProperties.sort]: foldName(name),
    sources: JSON.stringify(seedSources),
  }
  for (const attribute of attributes) {
    const value = values[attribute.name] ?? (attribute.default as JsonValue | undefined)
    if (value != null) properties[attribute.name] = encode(attribute, value)
  }
  return { cypher: `CREATE (n:${labels.item}:${kind}) SET n += $properties`, parameters: { properties } }
}

function createRelation(model: Model, [from, type, to, values = {}]: SeedRelation): Statement {
  const relation = model.relations.get(type)
  if (relation === undefined) throw new Error(`There is no relation ${type}.`)
  const properties: Record<string, JsonValue> = { sources: JSON.stringify(seedSources) }
  for (const attribute of relation.edge?.attributes ?? []) {
    const value = values[attribute.name] ?? (attribute.default as JsonValue | undefined)
    if (value != null) properties[attribute.name] = encode(attribute, value)
  }
  return {
    cypher: `MATCH (a:${labels.item} {id: $from}), (b:${labels.item} {id: $to}) CREATE (a)-[r:\`${type}\`]->(b) SET r += $properties`,
    parameters: { from, to, properties },
  }
}
