import type { Kind, Relation } from '../../../graph/model/model.ts'
import type { FileValue, KnownItem, LeftOut } from '../imported.ts'
import type { Concept, Relationship } from './archimate-model.ts'

/** An element on its way to become an item. */
export interface Draft {
  readonly element: Concept
  readonly kind: Kind
  readonly id: string
  readonly name: string
  /** The item that the catalogue has already, of the same kind and name. */
  readonly known: KnownItem | undefined
  /** Attributes, and relations that the mapping file gives to all elements of a type. */
  readonly values: ReadonlyMap<string, FileValue>
  /** Relations that properties name. */
  readonly named: readonly Held[]
  /** Parts of the element that no field takes. */
  readonly leftOut: readonly LeftOut[]
}

/** A relation that an item is to hold. */
export interface Held {
  readonly relation: Relation
  /** Ids of items. */
  readonly holder: string
  readonly to: string
  /** What it carries. */
  readonly carries: Readonly<Record<string, FileValue>>
  /** Where it is drawn; none for one that a property of the holder names. */
  readonly relationships: readonly Relationship[]
}
