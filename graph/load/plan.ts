import type { Catalogue } from '../catalogue/catalogue.ts'
import type { JsonValue, Store } from '../store/store.ts'
import { isSameCatalogue, isSameCompleteness, readLoadedCatalogue } from './loaded-catalogue.ts'
import { readGraph } from './read-graph.ts'
import type { Properties, StoredGraph, StoredNode, StoredRelation } from './stored-graph.ts'
import { wantedGraph } from './wanted-graph.ts'

/** What a load would do to the graph, compared with what the graph really holds. Only `planLoad` makes one. */
export interface Plan {
  readonly catalogue: Catalogue
  /** Number of the revision that is loaded; 0 when none is. */
  readonly revision: number
  readonly nodes: Changes<StoredNode>
  readonly relations: Changes<StoredRelation>
  /** Whether what the graph says of the catalogue itself differs: its title, its model, its findings. */
  readonly catalogueChanges: boolean
  /** Whether items are more or less complete than before. */
  readonly completenessChanges: boolean
  /** How many items the graph holds before. */
  readonly itemsBefore: number
  readonly [planned]: true
}

const planned: unique symbol = Symbol('planned')

/** What is to be added, changed and removed: as the catalogue sorts it, and what is removed by its key. */
export interface Changes<T> {
  readonly added: readonly T[]
  readonly changed: readonly Change<T>[]
  readonly removed: readonly T[]
  /** Nothing but its place in the files has changed. */
  readonly moved: readonly Change<T>[]
}

/** Before and after, and what differs. */
export interface Change<T> {
  readonly before: T
  readonly after: T
  readonly fields: readonly FieldChange[]
}

/** One field that differs; undefined: it isn't there. */
export interface FieldChange {
  readonly field: string
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}

/** Compares a catalogue with the graph, field by field. */
export async function planLoad(store: Store, catalogue: Catalogue): Promise<Plan> {
  const loaded = await readLoadedCatalogue(store)
  const is = await readGraph(store, catalogue.model, loaded)
  const wanted = wantedGraph(catalogue)
  return {
    catalogue,
    revision: loaded?.revision ?? 0,
    ...compareGraphs(is, wanted),
    catalogueChanges: !isSameCatalogue(loaded, catalogue),
    completenessChanges: !isSameCompleteness(loaded, catalogue),
    itemsBefore: is.nodes.size,
    [planned]: true,
  }
}

/** Whether applying the plan changes nothing. */
export function isEmpty(plan: Plan): boolean {
  const nothing = ({ added, changed, removed, moved }: Changes<unknown>): boolean =>
    added.length + changed.length + removed.length + moved.length === 0
  return nothing(plan.nodes) && nothing(plan.relations) && !plan.catalogueChanges && !plan.completenessChanges
}

/** What turns one graph into another. */
export function compareGraphs(
  is: StoredGraph,
  wanted: StoredGraph,
): { nodes: Changes<StoredNode>; relations: Changes<StoredRelation> } {
  return { nodes: compare(is.nodes, wanted.nodes), relations: compare(is.relations, wanted.relations) }
}

function compare<T extends { readonly properties: Properties }>(
  is: ReadonlyMap<string, T>,
  wanted: ReadonlyMap<string, T>,
): Changes<T> {
  const added: T[] = []
  const changed: Change<T>[] = []
  const moved: Change<T>[] = []
  for (const [key, after] of wanted) {
    const before = is.get(key)
    if (before === undefined) {
      added.push(after)
      continue
    }
    const fields = differences(before.properties, after.properties)
    if (fields.length === 0) continue
    const onlyMoved = fields.every((each) => each.field === 'sources')
    ;(onlyMoved ? moved : changed).push({ before, after, fields })
  }
  // Stores return what they hold in any order: a plan reads the same whatever the store.
  const removed = [...is].filter(([key]) => !wanted.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  return { added, changed, moved, removed: removed.map(([, each]) => each) }
}

function differences(before: Properties, after: Properties): FieldChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before).sort()])
  return [...names]
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}
