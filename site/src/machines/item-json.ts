import type { Catalogue, Connection, Item } from '../catalogue/catalogue.ts'
import type { Value } from '../catalogue/read-items.ts'
import { addressOf, linkTo } from '../links.ts'

/** Name and version of the shape that items are published in. Members may be added; none goes or changes its meaning. */
export const itemFormat = 'tributary-item/1'

/** An item as `index.json` beside its page and `catalogue.json` have it: nothing in it is null or empty. */
export interface ItemJson {
  readonly id: string
  /** Name of its kind, as the model has it: `ValueStream`. */
  readonly kind: string
  /** Its page: the whole address where it is known, the path on its server otherwise. */
  readonly url: string
  /** Its attributes by the model's names; values as the API answers them. */
  readonly fields: Readonly<Record<string, Value>>
  /** Its relations by the model's names, those that it holds and those that lead to it. */
  readonly relations: Readonly<Record<string, RelationsJson>>
  /** Where it is written, last word first. */
  readonly sources: readonly SourceJson[]
}

/** Relations of one sort by the id of the item at the other end: what each carries. No two lead from one item to another. */
export type RelationsJson = Readonly<Record<string, Readonly<Record<string, Value>>>>

/** A place in a catalogue's files. */
export interface SourceJson {
  readonly layer: string
  readonly file: string
  readonly line: number
  /** Of an imported fact: the system that states it, and where. */
  readonly system?: string
  readonly record?: string
  /** What it says instead of what counts. */
  readonly says?: string
}

/** What stands elsewhere in an item, or is told by its place. */
const elsewhere = new Set(['id', 'sources'])

/**
 * An item with all its relations.
 * @param ends from which ends relations are told: of a whole catalogue one suffices, and each then stands there once.
 */
export function itemJson(item: Item, ends: 'both' | 'holder' = 'both'): ItemJson {
  const href = linkTo(item)
  return {
    id: item.id,
    kind: item.kind.name,
    url: addressOf(href) ?? href,
    fields: told(item.values),
    relations: {
      ...byField(item.holds, ({ relation }) => relation.field),
      ...(ends === 'both' ? byField(item.isHeldBy, ({ relation }) => relation.inverse) : {}),
    },
    sources: item.sources.map(({ layer, file, line, system, record, says }) => ({
      layer,
      file,
      line,
      ...(system == null ? {} : { system }),
      ...(record == null ? {} : { record }),
      ...(says == null ? {} : { says }),
    })),
  }
}

/** One item's file: the item, and which revision of which catalogue tells of it. */
export const itemFile = (item: Item, { about }: Pick<Catalogue, 'about'>): string =>
  JSON.stringify({ format: itemFormat, catalogue: about.name, revision: about.revision, ...itemJson(item) })

function byField(
  connections: readonly Connection[],
  fieldOf: (connection: Connection) => string,
): Record<string, RelationsJson> {
  const groups = Map.groupBy(connections, fieldOf)
  return Object.fromEntries(
    [...groups].map(([field, some]) => [
      field,
      Object.fromEntries(some.map(({ item, values }) => [item.id, told(values)])),
    ]),
  )
}

/** What is recorded, without what would only say that something isn't. */
function told(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const kept = elsewhere.has(name) ? undefined : withoutNulls(value)
      return kept === undefined ? [] : [[name, kept]]
    }),
  )
}

function withoutNulls(value: Value): Value | undefined {
  if (value === null) return undefined
  if (isList(value)) {
    const kept = value.flatMap((each) => withoutNulls(each) ?? [])
    return kept.length === 0 ? undefined : kept
  }
  if (typeof value !== 'object') return value
  const kept = Object.entries(value).flatMap(([part, said]) => {
    const each = withoutNulls(said)
    return each === undefined ? [] : [[part, each] as const]
  })
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)
