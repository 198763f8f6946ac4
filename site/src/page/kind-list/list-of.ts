import type { Catalogue, Item } from '../../catalogue/catalogue.ts'
import type { Kind } from '../../catalogue/model.ts'
import type { ListFile } from '../../kind-list/list-file.ts'
import { formerPaths } from '../../former-paths.ts'
import { nameIn, pathOf } from '../../links.ts'
import { messages } from '../../messages/messages.ts'
import { itemLink } from '../item-link.ts'
import { columnsOf } from './columns-of.ts'

/** What was made for a catalogue: a kind's page, its data and its CSV are made from one list. */
const made = new WeakMap<Catalogue['byKind'], Map<Kind, ListFile>>()

/** All items of a kind in columns, sorted by name as the site's language does; steps and the like in their holders' order. */
export function listOf(kind: Kind, catalogue: Pick<Catalogue, 'byKind' | 'model'>): ListFile {
  const lists = made.get(catalogue.byKind) ?? new Map<Kind, ListFile>()
  made.set(catalogue.byKind, lists)
  const list = lists.get(kind) ?? makeList(kind, catalogue)
  lists.set(kind, list)
  return list
}

function makeList(kind: Kind, { byKind, model }: Pick<Catalogue, 'byKind' | 'model'>): ListFile {
  const { compare } = new Intl.Collator(messages.intlLocale, { numeric: true })
  const items = [...(byKind.get(kind.name) ?? [])]
  if (kind.inside === undefined) items.sort((a, b) => compare(a.name, b.name))
  const linked = new Set<Item>()
  const columns = columnsOf(kind, items, model, linked)
  const sorted = [...linked].sort((a, b) => compare(a.name, b.name))
  const places = new Map(sorted.map((item, i) => [item, i + 1]))
  const moved = sorted.flatMap((item) => formerPaths(item, model).map((path) => [path, pathTo(item)] as const))
  return {
    folder: kind.folder,
    names: items.map(({ name }) => name),
    paths: items.map(nameIn),
    notes: items.flatMap((item, row) => {
      const { note } = itemLink(item)
      return note === undefined ? [] : [[row, note] as const]
    }),
    aliases: items.flatMap((item, row) => {
      const aliases = item.values['aliases'] as readonly string[] | undefined
      return aliases === undefined || aliases.length === 0 ? [] : [[row, aliases] as const]
    }),
    items: sorted.map((item) => {
      const { name, note } = itemLink(item)
      const path = pathTo(item)
      return note === undefined ? [path, name] : [path, name, note]
    }),
    ...(moved.length === 0 ? {} : { moved }),
    columns: columns.map(({ make }) => make(places)),
  }
}

const pathTo = (item: Item): string => pathOf(item).replace(/\/$/, '')
