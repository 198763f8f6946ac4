import { readScalar } from '../../../graph/catalogue/scalars.ts'
import type { Attribute, Model } from '../../../graph/model/model.ts'
import type { FileValue } from '../imported.ts'
import type { Concept } from './archimate-model.ts'
import { pick } from './archimate-model.ts'

/** A concept's property with this very name, in the language asked for; undefined where it has none. */
export function propertyOf({ properties }: Concept, name: string, language?: string): string | undefined {
  return properties.filter((each) => each.name === name).flatMap(({ values }) => pick(values, language).slice(0, 1))[0]
}

/** A name as it is compared: letters and digits only, in lower case. "Review by" is `reviewBy`. */
export const folded = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The value of a field that a property's texts say, each text one entry of a list. Lists and values with parts may be
 * written as JSON. Undefined where they don't fit the field.
 */
export function fieldValue(attribute: Attribute, texts: readonly string[], model: Model): FileValue | undefined {
  const parsed = texts.flatMap((text): unknown[] => {
    const json = parsedJson(text)
    return attribute.list && Array.isArray(json) ? json : [attribute.category === 'value' ? json : text]
  })
  const entries = parsed.map((each) => oneValue(attribute, each, model))
  const known = entries.filter((each) => each !== undefined)
  if (known.length === 0 || known.length < entries.length) return undefined
  if (attribute.list) return known
  return known.length === 1 ? known[0] : undefined
}

function oneValue({ type, category }: Attribute, said: unknown, model: Model): FileValue | undefined {
  if (category === 'value') return typeof said === 'object' && !Array.isArray(said) ? (said as FileValue) : undefined
  const text = String(said).trim()
  if (category === 'enum') {
    return model.enums.get(type)?.values.find(({ name }) => folded(name) === folded(text))?.name
  }
  const value = parsedJson(text)
  const plain = typeof value === 'number' || typeof value === 'boolean' ? value : text
  const read = readScalar(type, text, plain)
  if (!('value' in read)) return undefined
  return typeof read.value === 'string' ? text : read.value
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
