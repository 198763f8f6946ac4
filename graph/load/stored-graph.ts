import type { JsonValue } from '../store/store.ts'

/** Items and relations exactly as they stand in the graph, or are to stand there (`representation.ts`). */
export interface StoredGraph {
  /** By id. */
  readonly nodes: ReadonlyMap<string, StoredNode>
  /** By `relationKey`. */
  readonly relations: ReadonlyMap<string, StoredRelation>
}

/** An item's node. */
export interface StoredNode {
  readonly id: string
  readonly kind: string
  /** All of its properties, `id` among them. */
  readonly properties: Properties
}

/** A relation between two items. */
export interface StoredRelation {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly properties: Properties
}

/** An item with the relations that it holds: what is compared at a time. */
export interface StoredItem {
  readonly node: StoredNode
  readonly relations: readonly StoredRelation[]
}

export type Properties = Readonly<Record<string, JsonValue>>

/** What tells relations apart: holder, type and target. */
export const relationKey = (relation: Pick<StoredRelation, 'type' | 'from' | 'to'>): string =>
  `${relation.from} ${relation.type} ${relation.to}`
