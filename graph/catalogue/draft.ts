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
  /**
   * Of a text whose lines stand in the file letter by letter: how many signs stand before each but the first. Undefined:
   * they are folded, or have escapes.
   */
  readonly indent?: number | undefined
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
  /** Of an imported layer. */
  readonly imported?: ImportedFrom
}

/** Whom an imported fact is from. */
export interface ImportedFrom {
  readonly system: string
  /** Where the system states it: `contracts.csv:12`. */
  readonly record?: string
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
  /** What other systems' layers say in this field: imported lists are united, each with its own place. */
  readonly others?: readonly ReferenceList[]
}

/** One reference, as written. */
export interface Reference {
  readonly written: string
  readonly place: Place
  /** As it stands in the file, in one line, quotes included; undefined where it stands otherwise, or nowhere. */
  readonly raw?: string | undefined
  /** What the relation carries, without defaults. */
  readonly values: Readonly<Record<string, Value>>
  /** Of an imported layer. */
  readonly imported?: ImportedFrom
}
