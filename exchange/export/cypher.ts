import type { Item, ItemRelation, Value } from '../../graph/catalogue/catalogue.ts'
import type { Model } from '../../graph/model/model.ts'
import { literal } from './cypher-literal.ts'
import type { Exported } from './exported.ts'
import { flatAttributes, isList } from './flat-values.ts'
import type { FlatAttribute } from './flat-values.ts'

/** The label of every item of the script: not the product's own (`TributaryItem`), whose nodes only a load may write. */
export const cypherLabel = 'CatalogueItem'

/** Rows of one statement: few enough for any server's memory, and for an editor that shows them. */
const batch = 500

/**
 * The graph as a Cypher script for cypher-shell or Neo4j Browser, in statements that end with a semicolon and a line break. Nodes
 * are plain: labels `CatalogueItem`, the kind and its interfaces (`Application`, `Resource`), the item's id and fields as
 * properties. Values with parts are several properties (`value_amount`); of a list of them, each entry is JSON text. Dates
 * and durations are text as ISO 8601 has it: `date(n.end)`, `duration(n.leadTime)`. Running it again changes nothing, and with a later export
 * updates what it knows; what has gone from the catalogue since stays.
 */
export function* exportCypher({ model, items, relations, title, revision }: Exported): Generator<string> {
  yield `// ${title.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')}, revision ${String(revision)}\n`
  yield `CREATE CONSTRAINT catalogue_item_id IF NOT EXISTS FOR (n:${cypherLabel}) REQUIRE n.id IS UNIQUE;\n`
  for (const [kind, some] of Map.groupBy(items.values(), (each) => each.kind)) {
    const flat = flatAttributes(model.kinds.get(kind)?.attributes ?? [], model)
    const rows = some.map((item) => literal({ id: item.id, properties: { id: item.id, ...propertiesOf(item, flat) } }))
    yield* statements(
      rows,
      `MERGE (n:${cypherLabel} {id: row.id}) SET n = row.properties SET n${labelsOf(kind, model)}`,
    )
  }
  for (const [type, some] of Map.groupBy(relations, (each) => each.type)) {
    const flat = flatAttributes(model.relations.get(type)?.edge?.attributes ?? [], model)
    const rows = some.map((each) => literal({ from: each.from, to: each.to, properties: propertiesOf(each, flat) }))
    yield* statements(
      rows,
      `MATCH (a:${cypherLabel} {id: row.from}), (b:${cypherLabel} {id: row.to}) MERGE (a)-[r:\`${type}\`]->(b) SET r = row.properties`,
    )
  }
}

function* statements(rows: readonly string[], what: string): Generator<string> {
  for (let start = 0; start < rows.length; start += batch)
    yield `UNWIND [\n${rows.slice(start, start + batch).join(',\n')}\n] AS row ${what};\n`
}

/** The kind and what it has in common with others; every kind is an `Item`, as `CatalogueItem` says. */
function labelsOf(kind: string, model: Model): string {
  const interfaces = model.kinds.get(kind)?.interfaces.filter((name) => name !== 'Item') ?? []
  return [kind, ...interfaces].map((name) => `:\`${name}\``).join('')
}

function propertiesOf(of: Item | ItemRelation, flat: readonly FlatAttribute[]): Record<string, Value> {
  const properties: Record<string, Value> = {}
  for (const each of flat) {
    const value = each.of(of)
    if (value !== undefined) properties[each.path.join('_')] = asProperty(value)
  }
  return properties
}

/** Properties are single values and lists of them. */
function asProperty(value: Value): Value {
  if (isList(value)) return value.map((entry) => (typeof entry === 'object' ? JSON.stringify(entry) : entry))
  return typeof value === 'object' ? JSON.stringify(value) : value
}
