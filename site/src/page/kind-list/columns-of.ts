import { holdersOf, targetsOf } from '../../catalogue/catalogue.ts'
import type { Item } from '../../catalogue/catalogue.ts'
import { heldBy } from '../../catalogue/kind-document.ts'
import type { Kind, Model } from '../../catalogue/model.ts'
import type { ColumnValues, ListColumn } from '../../kind-list/list-file.ts'
import { fieldLabel, kindLabel } from '../../words/labels.ts'
import { attributeColumn } from './attribute-column.ts'
import { tellingColumns } from './telling-columns.ts'

/** A column to be: it is made once the places of all items that the list links to are known. */
export interface ColumnToBe {
  readonly key: string
  readonly make: (places: ReadonlyMap<Item, number>) => ListColumn
}

/** Where these are told, a table is no place for them: prose, references, and what every list has. */
const elsewhere = new Set(['id', 'formerIds', 'name', 'aliases', 'body', 'links', 'sources', 'position'])

/**
 * The columns that a kind's list can have, from the model: its attributes, the items that it leads to, and how many lead to
 * it. Relations to many are counted, unless the table shows them by itself: names of all that an application needs would make
 * the list of applications many times as long. Fields that no item has are left out.
 * @param linked takes every item that the list links to.
 */
export function columnsOf(kind: Kind, items: readonly Item[], model: Model, linked: Set<Item>): ColumnToBe[] {
  const telling = tellingColumns(kind, model)
  const columns: ColumnToBe[] = []
  const add = (key: string, title: string, values: ColumnValues | undefined): void => {
    if (values === undefined) return
    const shown = key === 'summary' || (telling.includes(key) && !saysTheSame(values, items.length))
    columns.push({ key, make: () => ({ key, title, shown, ...values }) })
  }
  const addLinks = (key: string, title: string, shown: boolean, follow: (item: Item) => readonly Item[]): void => {
    const found = items.map(follow)
    if (found.every((some) => some.length === 0)) return
    for (const item of found.flat()) linked.add(item)
    const placed = (places: ReadonlyMap<Item, number>) =>
      found
        .map((some) => some.map((item) => places.get(item) ?? 0))
        .map((all) => (all.length < 2 ? (all[0] ?? 0) : all))
    columns.push({ key, make: (places) => ({ key, title, shown, is: 'links', values: placed(places) }) })
  }
  const addRelation = (key: string, isOne: boolean, follow: (item: Item) => Item[]): void => {
    if (isOne || telling.includes(key)) addLinks(key, fieldLabel(key), telling.includes(key), follow)
    else add(key, fieldLabel(key), counts(items.map((item) => follow(item).length)))
  }

  for (const each of kind.attributes.filter(({ name }) => !elsewhere.has(name))) {
    add(each.name, fieldLabel(each.name), attributeColumn(each, items, model))
  }
  const { inside } = kind
  if (inside !== undefined) {
    addLinks(inside.inverse, kindLabel({ name: inside.declaredBy }), true, (item) => ends(holdersOf(item, inside.type)))
  }
  const own = heldBy(kind, model).filter(({ type }) => type !== 'OWNED_BY')
  for (const each of own) {
    addRelation(each.field, !each.list, (item) => ends(targetsOf(item, each.type)))
  }
  addLinks('owner', fieldLabel('owner'), ownedEnough(items), (item) => ends(targetsOf(item, 'OWNED_BY')))
  for (const each of model.relations.values()) {
    if (each === inside || !each.targets.includes(kind.name)) continue
    addRelation(each.inverse, false, (item) => ends(holdersOf(item, each.type)))
  }
  // What tells items apart comes first, then all others in the model's order.
  const first = ['summary', ...(inside === undefined ? [] : [inside.inverse]), ...telling, 'owner', 'tags']
  const place = ({ key }: ColumnToBe): number => (first.includes(key) ? first.indexOf(key) : first.length)
  return columns.sort((a, b) => place(a) - place(b))
}

const ends = (connections: readonly { readonly item: Item }[]): Item[] => connections.map(({ item }) => item)

/** Where hardly anything has an owner, a column of owners is mostly empty. */
const ownedEnough = (items: readonly Item[]): boolean =>
  items.filter((item) => targetsOf(item, 'OWNED_BY').length > 0).length > items.length / 10

const counts = (numbers: readonly number[]): ColumnValues | undefined =>
  numbers.some((count) => count > 0)
    ? { is: 'number', values: numbers.map((count) => (count === 0 ? null : count)) }
    : undefined

/** A column that says the same in every row tells no row from another. */
function saysTheSame(values: ColumnValues, rows: number): boolean {
  return rows > 1 && new Set(values.values.map((value) => JSON.stringify(value))).size === 1
}
