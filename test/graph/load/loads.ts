import type { Catalogue } from '../../../graph/catalogue/catalogue.ts'
import { applyPlan } from '../../../graph/load/apply-plan.ts'
import type { ApplyOptions } from '../../../graph/load/apply-plan.ts'
import { planLoad } from '../../../graph/load/plan.ts'
import type { Revision } from '../../../graph/load/revision.ts'
import type { Json, Store } from '../../../graph/store/store.ts'
import type { Files } from '../catalogue/catalogue-folder.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'

/** Plans the load of a catalogue and applies the plan. */
export async function load(store: Store, catalogue: Catalogue, options?: ApplyOptions): Promise<Revision | undefined> {
  return applyPlan(store, await planLoad(store, catalogue), options)
}

/** The same for a catalogue of these files. */
export const loadFiles = async (store: Store, files: Files, options?: ApplyOptions): Promise<Revision | undefined> =>
  load(store, await catalogueOf(files), options)

/** A catalogue of teams, by the last parts of their ids: a team's fields besides its name. */
export const teams = (fields: Readonly<Record<string, string>>): Files =>
  Object.fromEntries(Object.entries(fields).map(([id, text]) => [`teams/${id}.yaml`, `name: Team ${id}\n${text}`]))

/** Everything that the product has in a graph, and what relations others have to and from it: to compare. */
export async function graphIn(store: Store): Promise<Json[]> {
  const rows = await Promise.all([
    store.read('MATCH (n:TributaryItem) RETURN labels(n) AS labels, properties(n) AS properties'),
    store.read('MATCH (n:TributaryRevision) RETURN properties(n) AS properties'),
    store.read('MATCH (n:TributaryCatalogue) RETURN properties(n) AS properties'),
    store.read('MATCH (n:TributaryText) RETURN properties(n) AS properties'),
    store.read(
      'MATCH (a:TributaryItem)-[r]->(b) RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties',
    ),
    store.read(
      'MATCH (a)-[r]->(b:TributaryItem) RETURN type(r) AS type, a.id AS source, b.id AS to, properties(r) AS properties',
    ),
  ])
  const text = (row: Json) => JSON.stringify(row, (_, value: unknown) => (isRecord(value) ? sorted(value) : value))
  return rows
    .flat()
    .map(text)
    .sort()
    .map((row) => JSON.parse(row) as Json)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const sorted = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

/** The ids of the items in a graph, sorted. */
export async function idsIn(store: Store): Promise<string[]> {
  const rows = await store.read<{ id: string }>('MATCH (n:TributaryItem) RETURN n.id AS id ORDER BY n.id')
  return rows.map((row) => row.id)
}
