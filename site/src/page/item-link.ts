import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { kindLabel } from '../words/labels.ts'
import { areaOf } from './areas.ts'
import type { ItemLink } from './section.ts'

/** A link to an item's page, where its kind is clear. A stream that only describes what happens says so everywhere. */
export function itemLink(item: Item, said?: string): ItemLink {
  const note = [item.values['perspective'] === 'AS_IS' ? messages.words.asIsNote : undefined, said].filter(
    (each) => each !== undefined,
  )
  return { href: linkTo(item), name: item.name, ...(note.length === 0 ? {} : { note: note.join(', ') }) }
}

/** The item that the API names. @throws where there is none: both were read from one revision. */
export function itemNamed({ items }: Pick<Catalogue, 'items'>, { id }: { readonly id: string }): Item {
  const item = items.get(id)
  if (item === undefined) throw new Error(`The API speaks of ${id}, which no kind has.`)
  return item
}

/** Links to the items that the API names, in its order. */
export const linksTo = (catalogue: Pick<Catalogue, 'items'>, named: readonly { readonly id: string }[]): ItemLink[] =>
  named.map((each) => itemLink(itemNamed(catalogue, each)))

/** A link that says which kind of item it leads to. */
export const itemLinkWithKind = (item: Item): ItemLink => ({
  ...itemLink(item),
  kind: kindLabel(item.kind),
  area: areaOf(item.kind),
})

/** The item that a step or the like is written inside of. */
export const holderOf = (item: Item): Item | undefined =>
  item.kind.inside === undefined
    ? undefined
    : item.isHeldBy.find(({ relation }) => relation.type === item.kind.inside?.type)?.item

/** Links to what steps are written inside of, each once: their value streams. */
export const streamsOf = (steps: readonly Item[]): ItemLink[] =>
  [...new Set(steps.flatMap((step) => holderOf(step) ?? []))].map((stream) => itemLink(stream))

/** A link that also says what the item is inside of, unless that is clear from the page: steps may share a name. */
export function itemLinkWithHolder(item: Item, page?: Item): ItemLink {
  const holder = holderOf(item)
  const isClear = page !== undefined && (holder === page || holder === holderOf(page))
  return itemLink(item, holder === undefined || isClear ? undefined : messages.words.inHolder(holder.name))
}
