import type { Catalogue } from '../catalogue/catalogue.ts'
import type { JsonValue, Store } from '../store/store.ts'
import { isSameCatalogue, isSameCompleteness, readLoadedCatalogue } from './loaded-catalogue.ts'
import { listsOf } from './loaded-lists.ts'
import type { Lists } from './loaded-lists.ts'
import { readItems } from './read-graph.ts'
import { lastRevision } from './revision.ts'
import { relationKey } from './stored-graph.ts'
import type { Properties, StoredGraph, StoredItem, StoredNode, StoredRelation } from './stored-graph.ts'
import type { Piece } from './texts.ts'
import { wantedItems } from './wanted-graph.ts'

/** What a load would do to the graph, compared with what the graph really holds. Only `planLoad` makes one. */
export interface Plan {
  readonly catalogue: Catalogue
  /** Number of the last revision; 0 when there is none. */
  readonly revision: number
  /**
   * Nothing is loaded: nobody reads what the graph may hold. That can be a part of a first load that was ended, which this
   * one completes and corrects.
   */
  readonly isFirst: boolean
  readonly nodes: Changes<StoredNode>
  readonly relations: Changes<StoredRelation>
  /** Whether what the graph says of the catalogue itself differs: its title, its model, its findings. */
  readonly catalogueChanges: boolean
  /** Whether items are more or less complete than before. */
  readonly completenessChanges: boolean
  /** What is kept in pieces, and which of them are new and no longer named. */
  readonly lists: Lists
  readonly pieces: { readonly added: readonly Piece[]; readonly removed: readonly string[] }
  /** How many items the graph holds before. */
  readonly itemsBefore: number
  /** How many relations it holds between them, of the types that were read. */
  readonly relationsBefore: number
  readonly [planned]: true
}

const planned: unique symbol = Symbol('planned')

/** What is to be added, changed and removed, sorted by id; of relations by holder, type and target. */
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

/**
 * Compares a catalogue with the graph, field by field and item by item: besides the catalogue it holds what differs, not the
 * graph.
 * @param onItem told how many of the catalogue's items have been compared, and how many there are.
 */
export async function planLoad(
  store: Store,
  catalogue: Catalogue,
  onItem?: (done: number, of: number) => void,
): Promise<Plan> {
  const loaded = await readLoadedCatalogue(store)
  // Before anything else is read: what another load does from here on makes the revision of this one fail.
  const revision = loaded?.revision ?? (await lastRevision(store))
  const nodes = new Comparison<StoredNode>()
  const relations = new Comparison<StoredRelation>()
  let [itemsBefore, relationsBefore, done] = [0, 0, 0]
  for await (const [is, wanted] of sideBySide(readItems(store, catalogue.model, loaded), wantedItems(catalogue))) {
    nodes.add(is?.node, wanted?.node)
    compareRelations(is?.relations ?? [], wanted?.relations ?? [], relations)
    if (is !== undefined) itemsBefore += 1
    relationsBefore += is?.relations.length ?? 0
    if (wanted !== undefined) onItem?.((done += 1), catalogue.items.size)
  }
  const lists = listsOf(catalogue)
  const pieces = [...lists.findings, ...lists.completeness]
  const before = new Set([...(loaded?.findings ?? []), ...(loaded?.completeness ?? [])])
  const after = new Set(pieces.map(({ id }) => id))
  return {
    catalogue,
    revision,
    isFirst: loaded === undefined,
    nodes,
    relations,
    catalogueChanges: !isSameCatalogue(loaded, catalogue, lists),
    completenessChanges: !isSameCompleteness(loaded, lists),
    lists,
    pieces: { added: pieces.filter(({ id }) => !before.has(id)), removed: [...before].filter((id) => !after.has(id)) },
    itemsBefore,
    relationsBefore,
    [planned]: true,
  }
}

/** Items of the graph beside the catalogue's of the same id. Both are sorted by id. */
async function* sideBySide(
  graph: AsyncIterable<StoredItem>,
  catalogue: Iterator<StoredItem>,
): AsyncGenerator<readonly [is: StoredItem | undefined, wanted: StoredItem | undefined]> {
  let wanted = catalogue.next()
  for await (const is of graph) {
    // The catalogue's ids are ASCII: whatever ids others gave to nodes, and however a store sorts them, these come in their place.
    for (; !wanted.done && wanted.value.node.id < is.node.id; wanted = catalogue.next()) yield [undefined, wanted.value]
    if (wanted.done || wanted.value.node.id !== is.node.id) yield [is, undefined]
    else {
      yield [is, wanted.value]
      wanted = catalogue.next()
    }
  }
  for (; !wanted.done; wanted = catalogue.next()) yield [undefined, wanted.value]
}

function compareRelations(
  is: readonly StoredRelation[],
  wanted: readonly StoredRelation[],
  into: Comparison<StoredRelation>,
): void {
  const left = new Map(is.map((relation) => [relationKey(relation), relation]))
  for (const relation of wanted) {
    const key = relationKey(relation)
    into.add(left.get(key), relation)
    left.delete(key)
  }
  for (const [, relation] of sortedByKey(left)) into.add(relation, undefined)
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
  const comparison = new Comparison<T>()
  for (const [key, after] of wanted) comparison.add(is.get(key), after)
  for (const [key, before] of sortedByKey(is)) if (!wanted.has(key)) comparison.add(before, undefined)
  const { added, changed, removed, moved } = comparison
  return { added, changed, removed, moved }
}

/** Stores return what they hold in any order: a plan reads the same whatever the store. */
const sortedByKey = <T>(all: ReadonlyMap<string, T>): [string, T][] => [...all].sort(([a], [b]) => (a < b ? -1 : 1))

/** Gathers what differs. */
class Comparison<T extends { readonly properties: Properties }> implements Changes<T> {
  readonly added: T[] = []
  readonly changed: Change<T>[] = []
  readonly removed: T[] = []
  readonly moved: Change<T>[] = []

  /** Compares one before and after, of which one may not be there. */
  add(before: T | undefined, after: T | undefined): void {
    if (after === undefined) {
      if (before !== undefined) this.removed.push(before)
    } else if (before === undefined) this.added.push(after)
    else {
      const fields = differences(before.properties, after.properties)
      if (fields.length === 0) return
      const onlyMoved = fields.every((each) => each.field === 'sources')
      ;(onlyMoved ? this.moved : this.changed).push({ before, after, fields })
    }
  }
}

function differences(before: Properties, after: Properties): FieldChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before).sort()])
  return [...names]
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

/** Most values are texts: these needn't be written out to be compared. */
const isSame = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a === b : JSON.stringify(a) === JSON.stringify(b)
