import type { FileValue } from '../../authoring/file-value.ts'
import type { Kind, Model } from '../../graph/model/model.ts'

export type { FileValue }

/** An item as a foreign system tells it, in the words of catalogue files. */
export interface ImportedItem {
  /** `application/ticketing`: kind and a name that can be part of an id (`slug` in `graph/catalogue/read-item.ts`). */
  readonly id: string
  readonly kind: Kind
  /**
   * Its fields as a catalogue file writes them, in the order to write them. Relations are whole ids, or mappings with `to`, and
   * with `record` where the relation stands in another record than the item.
   */
  readonly fields: Readonly<Record<string, FileValue>>
  /** Where the foreign system says it: `contracts.csv:12`, `component:default/shop`, an element's identifier. */
  readonly record: string
  /** Other records that say something of the same item, merged into it: they are named with its own. */
  readonly merged?: readonly string[]
}

/** Something of the source that is in no file: a whole record, or a part of one. Nothing is left out without it. */
export interface LeftOut {
  /** As {@link ImportedItem.record}. */
  readonly record: string
  /** The part of the record that was left out, such as a column; undefined: all of it. */
  readonly part?: string
  /** What stands there, shortened to what tells it apart. */
  readonly text: string
  /** Why, as a sentence. */
  readonly reason: string
  /** What to do about it. */
  readonly hint?: string
}

/**
 * What an importer made of a source. Every record is in an item's `record`, in `leftOut`, or both where a part is missing; those
 * that the catalogue has already from where they came, or that go into another's file, may be counted in `notes` instead.
 */
export interface Imported {
  /** What the source's records are called: rows, entities, elements. */
  readonly recordsAre: string
  /** How many records were read. */
  readonly records: number
  /** No two with the same id. */
  readonly items: readonly ImportedItem[]
  readonly leftOut: readonly LeftOut[]
  /** What else people should know, each a sentence: columns that weren't mapped, what the source was taken for. */
  readonly notes?: readonly string[]
}

/** What the catalogue says already, besides what the same system was imported as before: for look-ups. */
export interface KnownCatalogue {
  readonly model: Model
  readonly items: ReadonlyMap<string, KnownItem>
}

/** An item of the catalogue that an imported one may refer to. */
export interface KnownItem {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Its attributes, as files write them. */
  readonly values: Readonly<Record<string, unknown>>
}

/** A source that can't be imported at all: with its place and what to do. */
export class ImportError extends Error {}
