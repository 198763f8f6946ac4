import type { Kind, Relation } from '../model/model.ts'
import type { Value } from './catalogue.ts'
import type { Place } from './finding.ts'

/** What a file says of an attribute. */
export interface Said {
  /** Undefined: the field is there without a value, and takes back what a lower layer says; or it is unreadable. */
  readonly value: Value | undefined
  /** Where the field's name stands. */
  readonly place: Place
  /** Where a text begins: its first line, for places within it. */
  readonly textPlace?: Place
  /** What is written doesn't fit the field; that was reported. */
  readonly unreadable?: boolean
}

/** An item as one layer writes it: some of its fields, references not yet followed. */
export interface Draft {
  readonly id: string
  readonly kind: Kind
  /** Where it begins. */
  readonly place: Place
  readonly values: ReadonlyMap<string, Said>
  readonly references: ReadonlyMap<string, ReferenceList>
  /** Id of the item whose file it is written inside of. */
  readonly inside: string | undefined
}

/** What one relation field of one file says. */
export interface ReferenceList {
  /** As the field says it: turned round where the field is an inverse. */
  readonly relation: Relation
  /** Where the field's name stands. */
  readonly place: Place
  /** Undefined: the field is there without a value, and takes back what a lower layer says. */
  readonly references: readonly Reference[] | undefined
  /** Nothing of what is written fits the field; that was reported. */
  readonly unreadable: boolean
}

/** One reference, as written. */
export interface Reference {
  readonly written: string
  readonly place: Place
  /** What the relation carries, without defaults. */
  readonly values: Readonly<Record<string, Value>>
}
