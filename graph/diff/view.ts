import { impactRules } from '../impact/impact-rules.ts'
import { indexSnapshot } from '../impact/index-snapshot.ts'
import type { IndexedSnapshot } from '../impact/index-snapshot.ts'
import { needOf } from '../impact/need-of.ts'
import type { Need } from '../impact/snapshot.ts'
import type { Properties, StoredRelation } from '../load/stored-graph.ts'
import { kindOf } from '../model/model.ts'
import { decode } from '../representation.ts'
import type { JsonValue } from '../store/store.ts'
import type { Stream } from '../stream/stream.ts'
import type { Side } from './side.ts'
import { streamOf } from './stream-of.ts'

/** An item as a difference names it. */
export interface NamedItem {
  readonly id: string
  readonly kind: string
  readonly name: string
}

/** A side made ready for questions. What is costly is worked out when it is first asked for, and once. */
export class SideView {
  readonly side: Side
  readonly #from: ReadonlyMap<string, readonly StoredRelation[]>
  readonly #to: ReadonlyMap<string, readonly StoredRelation[]>
  readonly #streams = new Map<string, Stream>()
  #index: IndexedSnapshot | undefined

  constructor(side: Side) {
    this.side = side
    const relations = [...side.graph.relations.values()].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1))
    this.#from = Map.groupBy(relations, ({ from }) => from)
    this.#to = Map.groupBy(relations, ({ to }) => to)
  }

  /** The item with this id; undefined where it isn't there. */
  item(id: string): NamedItem | undefined {
    const node = this.side.graph.nodes.get(id)
    return node === undefined ? undefined : { id, kind: node.kind, name: nameOf(node.properties, id) }
  }

  /** The items of a kind, by id. */
  itemsOf(kind: string): NamedItem[] {
    const ids = [...this.side.graph.nodes.values()].filter((node) => node.kind === kind).map(({ id }) => id)
    return ids.sort().flatMap((id) => this.item(id) ?? [])
  }

  /** Relations of a type that an item holds, by where they lead; without a type, all. */
  from(id: string, type?: string): readonly StoredRelation[] {
    return ofType(this.#from.get(id), type)
  }

  /** Relations of a type that lead to an item, by who holds them; without a type, all. */
  to(id: string, type?: string): readonly StoredRelation[] {
    return ofType(this.#to.get(id), type)
  }

  /** What an item says in a field; undefined where it says nothing. */
  value(id: string, field: string): JsonValue | undefined {
    const node = this.side.graph.nodes.get(id)
    const stored = node?.properties[field]
    if (node === undefined || stored === undefined) return undefined
    const attribute = kindOf(this.side.model, node.kind).attributes.find(({ name }) => name === field)
    return attribute === undefined ? stored : decode(attribute, stored)
  }

  /** All that impact is worked out from. */
  get index(): IndexedSnapshot {
    this.#index ??= this.#indexed()
    return this.#index
  }

  /** A value stream with its steps. */
  stream(id: string): Stream {
    const known = this.#streams.get(id) ?? streamOf(this, id)
    this.#streams.set(id, known)
    return known
  }

  #indexed(): IndexedSnapshot {
    const { graph, model } = this.side
    const rules = impactRules(model)
    const needs = [...graph.relations.values()].flatMap(({ type, from, to, properties }, relation): Need[] => {
      const rule = rules.get(type)
      return rule === undefined ? [] : [needOf(rule, from, to, properties, relation)]
    })
    const items = [...graph.nodes.keys()].flatMap((id) => this.item(id) ?? [])
    return indexSnapshot({ items, needs })
  }
}

/** The name among an item's properties; its id where somebody took the name away. */
export const nameOf = (properties: Properties, id: string): string => textIn(properties, 'name') ?? id

const ofType = (all: readonly StoredRelation[] = [], type?: string): readonly StoredRelation[] =>
  type === undefined ? all : all.filter((each) => each.type === type)

/** The text of a property, when it is text. */
export const textIn = (properties: Properties, name: string): string | undefined => {
  const value = properties[name]
  return typeof value === 'string' ? value : undefined
}

/** The number of a property, when it is one. */
export const numberIn = (properties: Properties, name: string): number | undefined => {
  const value = properties[name]
  return typeof value === 'number' ? value : undefined
}

/** An item by what the later side says of it, or the earlier one where that is all there is. */
export const itemOf = (before: SideView, after: SideView, id: string): NamedItem =>
  after.item(id) ?? before.item(id) ?? { id, kind: '', name: id }

/** Items of a kind that both sides have, by id. */
export const inBoth = (before: SideView, after: SideView, kind: string): NamedItem[] =>
  after.itemsOf(kind).filter(({ id }) => before.item(id) !== undefined)
