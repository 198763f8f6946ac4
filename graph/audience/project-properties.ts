import type { Attribute } from '../model/model.ts'
import { decode, encode } from '../representation.ts'
import type { Properties } from '../load/stored-graph.ts'
import type { JsonValue } from '../store/store.ts'
import type { Mentions } from './mentions.ts'

/** Stands where a text had to be that isn't published. */
export const withheldText = '…'

/** What is left of a stored value. */
interface Kept {
  /** Undefined: nothing. */
  readonly value: JsonValue | undefined
  /** Id of the item that what was taken out mentions. */
  readonly mentions?: string
}

/**
 * What an audience reads of an attribute's stored value: of a list the entries that mention nothing that it doesn't see,
 * of a text all or nothing. A text that must be there becomes an ellipsis.
 */
export function keptOf(attribute: Attribute, stored: JsonValue, mentions: Mentions): Kept {
  if (attribute.category === 'enum') return { value: stored }
  const value = decode(attribute, stored)
  const found = mentions.in(value)
  if (found === undefined) return { value: stored }
  if (attribute.list && Array.isArray(value)) {
    const entries = (value as readonly JsonValue[]).filter((entry) => mentions.in(entry) === undefined)
    const isEmpty = entries.length === 0 && !attribute.required
    return { value: isEmpty ? undefined : encode(attribute, entries), mentions: found }
  }
  const mustBe = attribute.required && attribute.category === 'scalar'
  return { value: mustBe ? withheldText : undefined, mentions: found }
}

/** The attributes among stored properties that are published; `withheld` is told of each in which something is taken out. */
export function keptProperties(
  attributes: readonly Attribute[],
  properties: Properties,
  mentions: Mentions,
  withheld: (field: string, mentioned: string) => void,
): Properties {
  const kept: Record<string, JsonValue> = {}
  for (const attribute of attributes) {
    const stored = properties[attribute.name]
    if (stored === undefined || attribute.name === 'sources') continue
    // One that gives another item away isn't published with its item (`visibleItems`); the kind in it gives away nothing.
    if (attribute.name === 'id') {
      kept[attribute.name] = stored
      continue
    }
    const { value, mentions: found } = keptOf(attribute, stored, mentions)
    if (value !== undefined) kept[attribute.name] = value
    if (found !== undefined) withheld(attribute.name, found)
  }
  return kept
}

/** Where a published item or relation is written: nothing, unless the audience is told that. */
export function keptSources(properties: Properties, isTold: boolean, mentions: Mentions): Properties {
  const text = properties['sources']
  if (!isTold || typeof text !== 'string') return { sources: '[]' }
  const sources = (JSON.parse(text) as JsonValue[]).filter((source) => mentions.in(source) === undefined)
  return { sources: JSON.stringify(sources) }
}
