import { targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { nameIn } from '../links.ts'
import { areaOf } from '../page/areas.ts'
import { holderOf } from '../page/item-link.ts'
import { kindLabel, kindsLabel } from '../words/labels.ts'
import type { SearchFile } from './search-file.ts'

/** What the browser searches: names, other names and summaries of every item, and whose they are. */
export function writeSearchFile({ byKind, model }: Pick<Catalogue, 'byKind' | 'model'>): SearchFile {
  const kinds = [...model.kinds.values()].filter(({ name }) => (byKind.get(name)?.length ?? 0) > 0)
  const items = kinds.flatMap(({ name }) => byKind.get(name) ?? [])
  const rows = new Map(items.map((item, row) => [item, row]))
  return {
    kinds: kinds.map((kind) => [
      ...([kindLabel(kind), kindsLabel(kind), kind.folder, areaOf(kind)] as const),
      byKind.get(kind.name)?.length ?? 0,
    ]),
    names: items.map(({ name }) => oneLine(name)),
    paths: items.map(nameIn),
    summaries: items.map(({ summary = '' }) => oneLine(summary)),
    aliases: items.flatMap((item, row) => {
      const aliases = item.values['aliases'] as readonly string[] | undefined
      return aliases === undefined || aliases.length === 0 ? [] : [[row, aliases.map(oneLine)] as const]
    }),
    within: items.map((item) => {
      const other = holderOf(item) ?? ownerOf(item)
      return other === undefined ? 0 : (rows.get(other) ?? -1) + 1
    }),
  }
}

const ownerOf = (item: Item): Item | undefined => targetsOf(item, 'OWNED_BY')[0]?.item

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
