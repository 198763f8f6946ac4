import type { Attribute } from './model/model.ts'
import type { JsonValue } from './store/store.ts'

/**
 * How the catalogue stands in the graph. Nodes carry a base label of the product's own, so that in a shared database
 * nobody else's nodes are ever matched; a second label names the kind. Properties are the model's attributes by name;
 * three that start with an underscore are the product's own. Relations have the model's types, between base-labelled
 * nodes only, with the edge's attributes as properties and `sources`.
 */
export const labels = {
  /** Every item. Unique by `id`. */
  item: 'TributaryItem',
  /** One for each load that changed something. Unique by `number`. */
  revision: 'TributaryRevision',
  /** Exactly one: what the loaded catalogue is. */
  catalogue: 'TributaryCatalogue',
  /** A piece of a list that is too long for a property of these (`load/texts.ts`). Unique by `id`. */
  text: 'TributaryText',
} as const

/** Properties of item nodes that aren't attributes of the model. */
export const itemProperties = {
  /** Name of the kind. */
  kind: '_kind',
  /** The name folded for sorting: both stores order by code point. */
  sort: '_sort',
} as const

/** A name folded for sorting and comparing: no case, no diacritics, `ß` as `ss`. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').trim()
}

/** Whether an attribute is stored as JSON text: values with parts can't be properties on Neo4j. */
export const isStoredAsJson = (attribute: Pick<Attribute, 'category'>): boolean => attribute.category === 'value'

/** A property as it is stored: JSON text for values with parts, itself otherwise. */
export function encode(attribute: Attribute, value: JsonValue): JsonValue {
  return isStoredAsJson(attribute) ? JSON.stringify(value) : value
}

/** The value of a stored property. */
export function decode(attribute: Pick<Attribute, 'category'>, stored: JsonValue): JsonValue {
  return isStoredAsJson(attribute) && typeof stored === 'string' ? (JSON.parse(stored) as JsonValue) : stored
}
