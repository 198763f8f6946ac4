import type { Value } from '../../graph/catalogue/catalogue.ts'
import type { Attribute, Model } from '../../graph/model/model.ts'

/** A place for values in forms that know no parts: an attribute, or a part of one. */
export interface FlatAttribute {
  /** `value`, `amount`. */
  readonly path: readonly string[]
  /** What stands there: the attribute, or the part. */
  readonly attribute: Attribute
  /** What stands there of an item or a relation. */
  readonly of: (from: { readonly values: Readonly<Record<string, Value>> }) => Value | undefined
}

/** Attributes without `id` and `sources`, and a single value with parts as its parts. Lists stay whole. */
export function flatAttributes(attributes: readonly Attribute[], model: Model): FlatAttribute[] {
  return attributes
    .filter(({ name }) => name !== 'id' && name !== 'sources')
    .flatMap((attribute): FlatAttribute[] => {
      const { name, type, list } = attribute
      const parts = list ? undefined : model.values.get(type)?.attributes
      if (parts === undefined) return [{ path: [name], attribute, of: ({ values }) => values[name] }]
      return parts.map((part) => ({
        path: [name, part.name],
        attribute: part,
        of: ({ values }) => (values[name] as Readonly<Record<string, Value>> | undefined)?.[part.name],
      }))
    })
}

/** Attributes of the same path once, in their order: several kinds and relations have fields of the same name. */
export const oncePerPath = (all: readonly FlatAttribute[]): FlatAttribute[] => [
  ...new Map(all.map((each) => [each.path.join('.'), each])).values(),
]

/** A value as one text: entries of a list with `; ` between them, or as JSON where one has a semicolon or parts itself. */
export function textOf(value: Value | undefined): string {
  if (value === undefined) return ''
  if (isList(value)) {
    const isPlain = value.every((entry) => typeof entry !== 'object' && !String(entry).includes(';'))
    return isPlain ? value.map(String).join('; ') : JSON.stringify(value)
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value)
