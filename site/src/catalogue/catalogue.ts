import type { SiteCatalogueQuery } from '../generated/graphql.ts'
import { messages } from '../messages/messages.ts'
import type { Kind, Model, Path, Relation } from './model.ts'
import type { ReadDependence } from './read-dependence.ts'
import type { ReadCompleteness } from './read-completeness.ts'
import type { Finding } from './read-findings.ts'
import type { Value } from './read-items.ts'
import type { ReadRevisions } from './read-revisions.ts'
import type { ReadStreams } from './read-streams.ts'

/** Everything that the site shows, read once for a build. */
export interface Catalogue extends ReadStreams, ReadDependence, ReadRevisions {
  readonly about: SiteCatalogueQuery['catalogue']
  readonly model: Model
  /** Every item by id, sorted by kind, then by name. */
  readonly items: ReadonlyMap<string, Item>
  /** Items of each kind by the kind's name, sorted by name; steps and the like in their holder's order. */
  readonly byKind: ReadonlyMap<string, readonly Item[]>
  /** What validation found worth a look, sorted by place. */
  readonly findings: readonly Finding[]
  /** The same by the item that it is about. */
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]>
  readonly completeness: ReadCompleteness
}

/** One item with all that it is connected to. */
export interface Item {
  /** `practice/incident-management`. */
  readonly id: string
  readonly kind: Kind
  readonly name: string
  readonly summary: string | undefined
  readonly values: Readonly<Record<string, Value>>
  /** Where it is written, last word first. */
  readonly sources: readonly Source[]
  /** Relations that it holds, in the model's order, then by name. */
  readonly holds: readonly Connection[]
  /** Relations that lead to it, in the model's order, then by name. */
  readonly isHeldBy: readonly Connection[]
}

/** One relation as one of its ends sees it. */
export interface Connection {
  readonly relation: Relation
  /** The item at the other end. */
  readonly item: Item
  /** What it carries. */
  readonly values: Readonly<Record<string, Value>>
}

/** A place in a catalogue's files. */
export interface Source {
  readonly layer: string
  readonly file: string
  readonly line: number
  readonly system?: string | null
  readonly record?: string | null
  readonly says?: string | null
}

/** An item at the end of a path, with the items passed on the way. */
export interface PathEnd {
  readonly item: Item
  readonly passed: readonly Item[]
}

/** The items that a relation leads to from an item. */
export const targetsOf = (item: Item, type: string): readonly Connection[] =>
  item.holds.filter(({ relation }) => relation.type === type)

/** The items that hold a relation to an item. */
export const holdersOf = (item: Item, type: string): readonly Connection[] =>
  item.isHeldBy.filter(({ relation }) => relation.type === type)

/** What a path leads to from an item, either way, sorted by name; the items passed in their own order. */
export function followPath(item: Item, path: Path, direction: 'there' | 'back'): PathEnd[] {
  const [first, second] = direction === 'there' ? path.along : ([path.along[1], path.along[0]] as const)
  const next = direction === 'there' ? targetsOf : holdersOf
  const ends = new Map<Item, Item[]>()
  for (const { item: passed } of next(item, first.type)) {
    for (const { item: end } of next(passed, second.type)) ends.set(end, [...(ends.get(end) ?? []), passed])
  }
  return [...ends].map(([end, passed]) => ({ item: end, passed })).sort((a, b) => compareItems(a.item, b.item))
}

const collator = new Intl.Collator(messages.locale, { numeric: true })

/** By position where items have one and stand in one file, by name otherwise. */
export function compareItems(a: Item, b: Item): number {
  const holder = (item: Item): string => item.id.slice(0, item.id.lastIndexOf('/'))
  const [first, second] = [a.values['position'], b.values['position']]
  if (typeof first === 'number' && typeof second === 'number') {
    return collator.compare(holder(a), holder(b)) || first - second
  }
  return collator.compare(a.name, b.name) || collator.compare(a.id, b.id)
}
