import type { JsonValue, Statement, Store } from '../store/store.ts'
import { labels } from '../representation.ts'
import type { FieldChange, Plan } from './plan.ts'
import type { StoredNode, StoredRelation } from './stored-graph.ts'

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

/** What happens to each item, its relations included, in the order added, changed, removed. */
export function itemChanges(plan: Plan): ItemChange[] {
  const { nodes, relations } = plan
  const known = new Set([...nodes.added, ...nodes.removed].map((node) => node.id))
  const touched = new Map<string, FieldChange[]>()
  const add = (id: string, change: FieldChange): void => {
    if (!known.has(id)) touched.set(id, [...(touched.get(id) ?? []), change])
  }
  const nodeChanges = new Map(nodes.changed.map((change) => [change.after.id, change.after]))
  for (const change of nodes.changed) {
    for (const field of change.fields) if (!ownProperties.has(field.field)) add(change.after.id, field)
  }
  const field = (relation: StoredRelation): string =>
    plan.catalogue.model.relations.get(relation.type)?.field ?? relation.type
  for (const each of relations.added) add(each.from, { field: field(each), before: undefined, after: each.to })
  for (const each of relations.removed) add(each.from, { field: field(each), before: each.to, after: undefined })
  for (const each of relations.changed) {
    for (const part of each.fields) {
      if (!ownProperties.has(part.field))
        add(each.after.from, { ...part, field: `${field(each.after)}: ${each.after.to}: ${part.field}` })
    }
  }
  const changed = [...touched]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, fields]): ItemChange => {
      const item = plan.catalogue.items.get(id)
      const node = nodeChanges.get(id)
      return {
        action: 'changed',
        id,
        kind: item?.kind ?? node?.kind ?? '',
        name: nameOf(item?.values, id),
        fields,
      }
    })
  const of = (action: ItemChange['action'], all: readonly StoredNode[]): ItemChange[] =>
    all.map((node) => ({
      action,
      id: node.id,
      kind: node.kind,
      name: nameOf(node.properties, node.id),
      fields: [],
    }))
  return [...of('added', nodes.added), ...changed, ...of('removed', nodes.removed)]
}

/** The revision that applying a plan makes. */
export function revisionOf(plan: Plan, at: string): Revision {
  const all = itemChanges(plan)
  const count = (action: ItemChange['action']): number => all.filter((each) => each.action === action).length
  return {
    number: plan.revision + 1,
    at,
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
    changes: all.slice(0, mostChanges),
    complete: all.length <= mostChanges,
  }
}

/** The statement that writes a revision. Numbers are unique: of two loads at the same time, the second fails here. */
export function saveRevision(revision: Revision): Statement {
  const properties: Record<string, JsonValue> = { ...revision, changes: JSON.stringify(revision.changes) }
  return { cypher: `CREATE (r:${labels.revision}) SET r = $properties`, parameters: { properties } }
}

/** Revisions with numbers below `before`, the latest first. */
export async function readRevisions(store: Store, before: number, most: number): Promise<Revision[]> {
  const rows = await store.read<Omit<Revision, 'changes'> & { readonly changes: string }>(
    `MATCH (r:${labels.revision}) WHERE r.number < $before
     RETURN r.number AS number, r.at AS at, r.added AS added, r.changed AS changed, r.removed AS removed,
            r.changes AS changes, r.complete AS complete
     ORDER BY number DESC LIMIT $most`,
    { before, most },
  )
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as ItemChange[] }))
}

/** The name among an item's values; its id where somebody took the name away. */
const nameOf = (values: Readonly<Record<string, JsonValue>> | undefined, id: string): string =>
  typeof values?.['name'] === 'string' ? values['name'] : id
