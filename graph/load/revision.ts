import type { JsonValue, Statement, Store } from '../store/store.ts'
import { labels } from '../representation.ts'
import type { FieldChange, Plan } from './plan.ts'
import type { StoredNode, StoredRelation } from './stored-graph.ts'
import { idsOf, missingPieces, piecesOf, rowsOf } from './texts.ts'

/** What one load changed: written with it, read by recent changes and feeds. */
export interface Revision {
  /** From 1, one more with each load that changes something. */
  readonly number: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly changes: readonly ItemChange[]
  /** Whether `changes` names every item that was added, changed or removed. */
  readonly complete: boolean
}

/** What happened to one item. */
export interface ItemChange {
  readonly action: 'added' | 'changed' | 'removed'
  readonly id: string
  readonly kind: string
  readonly name: string
  /** For changed items: fields that differ, and relations that it holds, as "+ id" and "- id". */
  readonly fields: readonly FieldChange[]
}

/** A revision names at most so many items: the first load of a large catalogue would fill it with the whole of it. */
export const mostChanges = 10_000

/** Properties that follow from others. */
const ownProperties = new Set(['_sort', '_kind', 'sources'])

/** What happens to each item, its relations included, in the order added, changed, removed: one after the other. */
export function* itemChanges(plan: Plan): Generator<ItemChange> {
  const of = ({ id, kind, properties }: StoredNode, action: ItemChange['action']): ItemChange => {
    return { action, id, kind, name: nameOf(properties, id), fields: [] }
  }
  for (const node of plan.nodes.added) yield of(node, 'added')
  const nodes = new Map(plan.nodes.changed.map(({ after }) => [after.id, after]))
  const changed = [...changedFields(plan)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [id, fields] of changed) {
    const item = plan.catalogue.items.get(id)
    const kind = item?.kind ?? nodes.get(id)?.kind ?? ''
    yield { action: 'changed', id, kind, name: nameOf(item?.values, id), fields }
  }
  for (const node of plan.nodes.removed) yield of(node, 'removed')
}

/** How many items a plan adds, changes and removes. */
export const countChanges = (plan: Plan): Pick<Revision, 'added' | 'changed' | 'removed'> => ({
  added: plan.nodes.added.length,
  changed: changedFields(plan).size,
  removed: plan.nodes.removed.length,
})

/** By id: what changes of items that are there before and after, and of the relations that they hold. */
function changedFields({ nodes, relations, catalogue }: Plan): Map<string, FieldChange[]> {
  const known = new Set([...nodes.added, ...nodes.removed].map((node) => node.id))
  const touched = new Map<string, FieldChange[]>()
  const add = (id: string, change: FieldChange): void => {
    if (known.has(id)) return
    const changes = touched.get(id)
    if (changes === undefined) touched.set(id, [change])
    else changes.push(change)
  }
  for (const change of nodes.changed) {
    for (const field of change.fields) if (!ownProperties.has(field.field)) add(change.after.id, field)
  }
  const field = (relation: StoredRelation): string =>
    catalogue.model.relations.get(relation.type)?.field ?? relation.type
  for (const each of relations.added) add(each.from, { field: field(each), before: undefined, after: each.to })
  for (const each of relations.removed) add(each.from, { field: field(each), before: each.to, after: undefined })
  for (const each of relations.changed) {
    for (const part of each.fields) {
      if (!ownProperties.has(part.field))
        add(each.after.from, { ...part, field: `${field(each.after)}: ${each.after.to}: ${part.field}` })
    }
  }
  return touched
}

/** The revision that applying a plan makes. */
export function revisionOf(plan: Plan, at: string): Revision {
  const counts = countChanges(plan)
  const all = counts.added + counts.changed + counts.removed
  const changes: ItemChange[] = []
  for (const change of itemChanges(plan)) if (changes.push(change) === mostChanges) break
  return { number: plan.revision + 1, at, ...counts, changes, complete: all <= mostChanges }
}

/** The statement that writes a revision. Numbers are unique: of two loads at the same time, the second fails here. */
export function saveRevision({ changes, ...revision }: Revision): Statement {
  const pieces = piecesOf(changes)
  return {
    cypher: `CREATE (r:${labels.revision}) SET r = $properties
             WITH r UNWIND $texts AS row MERGE (t:${labels.text} {id: row.id}) SET t.text = row.text`,
    parameters: { properties: { ...revision, changeTexts: idsOf(pieces) }, texts: rowsOf(pieces) },
  }
}

/** A row of the statement below. */
type Row = Omit<Revision, 'changes'> & {
  /** Ids of the pieces of its changes; null in a graph that was loaded when they were one text. */
  readonly ids: readonly string[] | null
  readonly pieces: readonly (readonly [id: string, text: string])[]
  readonly changes: string | null
}

/** Revisions with numbers below `before`, the latest first. @throws StoreError when parts of one are missing. */
export async function readRevisions(store: Store, before: number, most: number): Promise<Revision[]> {
  const rows = await store.read<Row>(
    `MATCH (r:${labels.revision}) WHERE r.number < $before
     WITH r ORDER BY r.number DESC LIMIT $most
     CALL (r) { UNWIND r.changeTexts AS id MATCH (t:${labels.text} {id: id}) RETURN collect([id, t.text]) AS pieces }
     RETURN r.number AS number, r.at AS at, r.added AS added, r.changed AS changed, r.removed AS removed,
            r.complete AS complete, r.changes AS changes, r.changeTexts AS ids, pieces
     ORDER BY number DESC`,
    { before, most },
  )
  return rows.map(({ ids, pieces, changes, ...revision }) => {
    if (ids === null) return { ...revision, changes: JSON.parse(changes ?? '[]') as ItemChange[] }
    const texts = new Map(pieces)
    const said = ids.map((id) => texts.get(id))
    if (said.includes(undefined)) throw missingPieces(store, `changes of revision ${String(revision.number)}`)
    return { ...revision, changes: said.flatMap((text) => JSON.parse(text ?? '[]') as ItemChange[]) }
  })
}

/** Number of the last revision; 0 when there is none. */
export async function lastRevision(store: Store): Promise<number> {
  const [row] = await store.read<{ readonly number: number | null }>(
    `MATCH (r:${labels.revision}) RETURN max(r.number) AS number`,
  )
  return row?.number ?? 0
}

/** The name among an item's values; its id where somebody took the name away. */
const nameOf = (values: Readonly<Record<string, JsonValue>> | undefined, id: string): string =>
  typeof values?.['name'] === 'string' ? values['name'] : id
