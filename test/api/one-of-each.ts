import type { Attribute, Model } from '../../graph/model/model.ts'
import type { JsonValue } from '../../graph/store/store.ts'
import type { Seed, SeedItem, SeedRelation } from './seed.ts'

/**
 * A graph with something of everything: an item of each kind with every attribute that files can write, and a relation of
 * each type between two of them. It needn't make sense.
 */
export function oneOfEach(model: Model): Required<Pick<Seed, 'items' | 'relations'>> {
  const items = [...model.kinds.values()].map((kind): SeedItem => {
    const values = kind.attributes
      .filter((each) => each.name !== 'sources')
      .map((each): [string, JsonValue] => [each.name, sampleValue(model, each)])
    return { ...Object.fromEntries(values), id: `${kind.idPrefix}/sample`, name: `Sample ${kind.name}` }
  })
  const idOf = (kind: string | undefined): string => `${model.kinds.get(kind ?? '')?.idPrefix ?? '?'}/sample`
  const relations = [...model.relations.values()].map((relation): SeedRelation => {
    const values = (relation.edge?.attributes ?? []).map((each): [string, JsonValue] => [
      each.name,
      sampleValue(model, each),
    ])
    return [idOf(relation.holders[0]), relation.type, idOf(relation.targets.at(-1)), Object.fromEntries(values)]
  })
  return { items, relations }
}

/** Some value of an attribute's type. */
export function sampleValue(model: Model, attribute: Attribute): JsonValue {
  const one = sampleOf(model, attribute)
  return attribute.list ? [one] : one
}

function sampleOf(model: Model, { type, name }: Attribute): JsonValue {
  const value = model.values.get(type)
  if (value !== undefined) {
    return Object.fromEntries(value.attributes.map((each) => [each.name, sampleValue(model, each)]))
  }
  const words = model.enums.get(type)?.values
  if (words !== undefined) return words.at(-1)?.name ?? ''
  const scalars: Readonly<Record<string, JsonValue>> = {
    Boolean: true,
    Int: 3,
    Float: 2.5,
    Percent: 40,
    Date: '2026-06-30',
    Duration: 'PT45M',
    Period: 'P3M',
    URL: 'https://example.org/',
  }
  return scalars[type] ?? `Some ${name}`
}
