import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { nameIn } from '../links.ts'
import type { SearchData } from '../scripts/search-engine.ts'
import { kindLabel } from '../words/labels.ts'
import { areaOf } from './areas.ts'
import { holderOf } from './item-link.ts'

/** What the browser searches: names, other names and summaries of every item, without a word twice. */
export function searchData({ byKind, model }: Catalogue): SearchData {
  const kinds = [...model.kinds.values()].filter(({ name }) => (byKind.get(name)?.length ?? 0) > 0)
  return {
    kinds: kinds.map((kind) => [kindLabel(kind), kind.folder, areaOf(kind)]),
    items: kinds.flatMap((kind, place) => (byKind.get(kind.name) ?? []).map((item) => entry(item, place))),
  }
}

function entry(item: Item, kind: number): SearchData['items'][number] {
  const aliases = item.values['aliases'] as readonly string[] | undefined
  const holder = holderOf(item)
  const summary = holder === undefined ? (item.summary ?? '') : `${holder.name}: ${item.summary ?? ''}`
  return aliases === undefined
    ? [kind, nameIn(item), item.name, summary]
    : [kind, nameIn(item), item.name, summary, aliases.join(', ')]
}
