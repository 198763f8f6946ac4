import type { Kind, Relation } from '../model/model.ts'
import type { Value } from './catalogue.ts'
import type { Place } from './finding.ts'

/** An item as one layer writes it: some of its fields, references not yet followed. */
export interface Draft {
  readonly id: string
  readonly kind: Kind
  /** Where it begins. */
  readonly place: Place
  readonly values: ReadonlyMap<string, { readonly value: Value | undefined; readonly place: Place }>
  readonly references: ReadonlyMap<string, ReferenceList>
  /** Id of the item whose file it is written inside of. */
  readonly inside: string | undefined
}

/** What one relation field of one file says. */
export interface ReferenceList {
  readonly relation: Relation
  /** Where the field's name stands. */
  readonly place: Place
  /** Undefined: the field is there without a value, and takes back what a lower layer says. */
  readonly references: readonly Reference[] | undefined
}

/** One reference, as written. */
export interface Reference {
  readonly written: string
  readonly place: Place
  /** What the relation carries, without defaults. */
  readonly values: Readonly<Record<string, Value>>
}
