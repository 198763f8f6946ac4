import type { Attribute, Model } from '../model/model.ts'
import type { Audience } from './audience.ts'
import type { Completeness } from './completeness/completeness.ts'
import type { Finding } from './finding.ts'
import type { Calendar } from './duration.ts'
import type { SiteConfig } from './layer.ts'

/**
 * A catalogue without errors: every layer read, merged and checked. Only `readCatalogue` makes one, and only one of these
 * can be planned and loaded (design, "One way through the house").
 */
export interface Catalogue {
  /** The catalogue's own name: the name of its top layer. */
  readonly name: string
  /** What people call it: the site's title. */
  readonly title: string
  /** Settings of the site that shows it. */
  readonly site: SiteConfig
  /** How long a working day and week are in its durations. */
  readonly calendar: Calendar
  /** What it publishes to whom, besides everything to those who may read it all. */
  readonly audiences: readonly Audience[]
  readonly model: Model
  /** Items by id, sorted by id. */
  readonly items: ReadonlyMap<string, Item>
  /** Sorted by type, holder and target; no two have the same three. */
  readonly relations: readonly ItemRelation[]
  /** What is worth a look, though it can be loaded: warnings and remarks. */
  readonly findings: readonly Finding[]
  /** How complete each item is that the catalogue says something of, by id. */
  readonly completeness: readonly Completeness[]
  readonly [validated]: true
}

/** Nobody outside of this folder can make a Catalogue by accident. */
export const validated: unique symbol = Symbol('validated')

/** One thing in the catalogue. */
export interface Item {
  /** `practice/incident-management`. */
  readonly id: string
  /** Name of its kind. */
  readonly kind: string
  /** Attributes that it has, defaults included, without `id` and `sources`: as the scalars' formats say (`scalars.ts`). */
  readonly values: Readonly<Record<string, Value>>
  /** Where it is written, last word first. */
  readonly sources: readonly Source[]
}

/** One relation between two items. */
export interface ItemRelation {
  /** Type of the relation in the graph. */
  readonly type: string
  /** Id of the item that holds it. */
  readonly from: string
  /** Id of the item that it leads to. */
  readonly to: string
  /** What it carries, defaults included. */
  readonly values: Readonly<Record<string, Value>>
  readonly sources: readonly Source[]
}

/** A value in a catalogue: plain JSON, by the attribute's type. */
export type Value = string | number | boolean | readonly Value[] | { readonly [part: string]: Value }

/** Where something is written. */
export interface Source {
  readonly layer: string
  /** From the layer's root, with forward slashes. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** For imported facts: the system that states it. */
  readonly system?: string
  /** For imported facts: where that system states it: `contracts.csv:12`. */
  readonly record?: string
  /** Where another source counts: what this one says instead. */
  readonly says?: string
}

/** Attributes that files write: not `id`, `sources` and others that Tributary sets. */
export const writable = (attributes: readonly Attribute[]): Attribute[] => attributes.filter((each) => !each.derived)
