import { compareGraphs } from '../load/plan.ts'
import type { Change, FieldChange } from '../load/plan.ts'
import type { StoredNode, StoredRelation } from '../load/stored-graph.ts'
import type { Attribute, Model } from '../model/model.ts'
import { decode } from '../representation.ts'
import type { JsonValue } from '../store/store.ts'
import type { Renamed } from './renamed-items.ts'
import { itemOf } from './view.ts'
import type { NamedItem, SideView } from './view.ts'

/** What happened to one item: it came, went, has another id, or says something else. */
export interface ItemDifference extends NamedItem {
  readonly action: 'ADDED' | 'REMOVED' | 'RENAMED' | 'CHANGED'
  /** Of a renamed item, the id that it had. Everything else is told with the ids of the later side. */
  readonly formerId?: string
  /** Fields that differ, by name; none of an item that came or went. */
  readonly fields: readonly FieldDifference[]
  /** Relations that it holds and that came, went or carry something else, by field and target. */
  readonly relations: readonly RelationDifference[]
}

/** A field before and after; left out where it isn't there. */
export interface FieldDifference {
  readonly field: string
  readonly before?: JsonValue
  readonly after?: JsonValue
  /** Of a list that is there before and after, its entries that came and went; without any, its order differs. */
  readonly added?: readonly JsonValue[]
  readonly removed?: readonly JsonValue[]
}

/** A relation to another item. */
export interface RelationDifference {
  readonly action: 'ADDED' | 'REMOVED' | 'CHANGED'
  /** The field that it is written in. */
  readonly field: string
  readonly to: NamedItem
  /** What it carries that differs; of one that came or went, all that it carries. */
  readonly values: readonly FieldDifference[]
}

/** Properties that follow from others, or say where something is written. */
const ownProperties = new Set(['_sort', '_kind', 'id', 'sources'])

/** Every item that differs: those that came, went, have another id and say something else, each by id. */
export function itemDifferences(
  before: SideView,
  after: SideView,
  renamed: readonly Renamed[],
): readonly ItemDifference[] {
  const { nodes, relations } = compareGraphs(before.side.graph, after.side.graph)
  const former = new Map(renamed.map(({ from, to }) => [to, from]))
  const fields = new Map(nodes.changed.map((change) => [change.after.id, fieldsOf(change, before, after, former)]))
  const held = Map.groupBy(
    [
      ...relations.added.map((each) => relationOf('ADDED', each, before, after)),
      ...relations.removed.map((each) => relationOf('REMOVED', each, before, after)),
      ...relations.changed.flatMap((change) => changedRelation(change, before, after)),
    ].sort((a, b) => (a.key < b.key ? -1 : 1)),
    ({ from }) => from,
  )
  const difference = (action: ItemDifference['action'], id: string): ItemDifference => {
    const formerId = former.get(id)
    return {
      action,
      ...itemOf(before, after, id),
      ...(formerId === undefined ? {} : { formerId }),
      fields: fields.get(id) ?? [],
      relations: (held.get(id) ?? []).map(({ told }) => told),
    }
  }
  const [added, removed] = [idsOf(nodes.added), idsOf(nodes.removed)]
  const whole = new Set([...added, ...removed, ...former.keys()])
  const touched = [...new Set([...[...fields].filter(([, some]) => some.length > 0).map(([id]) => id), ...held.keys()])]
  return [
    ...added.map((id) => difference('ADDED', id)),
    ...removed.map((id) => difference('REMOVED', id)),
    ...[...former.keys()].sort().map((id) => difference('RENAMED', id)),
    ...touched
      .filter((id) => !whole.has(id))
      .sort()
      .map((id) => difference('CHANGED', id)),
  ]
}

const idsOf = (nodes: readonly StoredNode[]): string[] => nodes.map(({ id }) => id).sort()

function fieldsOf(
  { before: was, after: is, fields }: Change<StoredNode>,
  before: SideView,
  after: SideView,
  former: ReadonlyMap<string, string>,
): FieldDifference[] {
  const [old, now] = [attributesOf(before.side.model, was.kind), attributesOf(after.side.model, is.kind)]
  return (
    fields
      .filter(({ field }) => !ownProperties.has(field) && !(field === 'formerIds' && former.has(is.id)))
      // What Tributary sets follows from what is written, such as a step's place in its stream.
      .filter(({ field }) => (now.get(field) ?? old.get(field))?.derived !== true)
      .map((change) => fieldOf(change, old, now))
      .sort(byField)
  )
}

const byField = (a: FieldDifference, b: FieldDifference): number => (a.field < b.field ? -1 : 1)

type Attributes = ReadonlyMap<string, Attribute>

const attributesOf = ({ kinds }: Model, kind: string): Attributes =>
  new Map(kinds.get(kind)?.attributes.map((each) => [each.name, each]))

function fieldOf({ field, before, after }: FieldChange, old: Attributes, now: Attributes): FieldDifference {
  const was = decoded(old.get(field), before)
  const is = decoded(now.get(field), after)
  const sides = { ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }
  if (!Array.isArray(was) || !Array.isArray(is)) return { field, ...sides }
  return { field, ...sides, added: without(is, was), removed: without(was, is) }
}

const decoded = (attribute: Attribute | undefined, stored: JsonValue | undefined): JsonValue | undefined =>
  attribute === undefined || stored === undefined ? stored : decode(attribute, stored)

/** The entries of a list that another one hasn't. */
function without(list: readonly JsonValue[], other: readonly JsonValue[]): JsonValue[] {
  const known = new Set(other.map((each) => JSON.stringify(each)))
  return list.filter((each) => !known.has(JSON.stringify(each)))
}

/** A relation that differs, with who holds it and what it is sorted by. */
interface Held {
  readonly from: string
  readonly key: string
  readonly told: RelationDifference
}

function changedRelation(
  { before: was, after: is, fields }: Change<StoredRelation>,
  before: SideView,
  after: SideView,
): Held[] {
  const values = fields.filter(({ field }) => !ownProperties.has(field))
  const [old, now] = [edgeOf(before.side.model, was.type), edgeOf(after.side.model, is.type)]
  return [held('CHANGED', is, before, after, values.map((change) => fieldOf(change, old, now)).sort(byField))]
}

function relationOf(action: 'ADDED' | 'REMOVED', each: StoredRelation, before: SideView, after: SideView): Held {
  const { model } = (action === 'ADDED' ? after : before).side
  const edge = edgeOf(model, each.type)
  const values = Object.entries(each.properties)
    .filter(([name]) => !ownProperties.has(name))
    .map(([field, value]): FieldDifference => {
      const said = decoded(edge.get(field), value) ?? value
      return { field, ...(action === 'ADDED' ? { after: said } : { before: said }) }
    })
    .sort(byField)
  return held(action, each, before, after, values)
}

const edgeOf = (model: Model, type: string): Attributes =>
  new Map(model.relations.get(type)?.edge?.attributes.map((each) => [each.name, each]))

function held(
  action: RelationDifference['action'],
  { type, from, to }: StoredRelation,
  before: SideView,
  after: SideView,
  values: readonly FieldDifference[],
): Held {
  const relation = after.side.model.relations.get(type) ?? before.side.model.relations.get(type)
  const field = relation?.field ?? type
  return { from, key: `${field} ${to} ${action}`, told: { action, field, to: itemOf(before, after, to), values } }
}
