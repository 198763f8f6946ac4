import type { Item } from './catalogue/catalogue.ts'
import { pathOf } from './links.ts'

/** Ids that an item had before. */
export const formerIdsOf = (item: Pick<Item, 'values'> | undefined): readonly string[] =>
  (item?.values['formerIds'] ?? []) as readonly string[]

/** Kinds, by whatever they are kept by: what the addresses of their items' pages are made of. */
export type KindsWithPages = ReadonlyMap<string, { readonly idPrefix: string; readonly folder: string }>

/** The paths of the pages that an item had under them, without slashes around; of kinds that are gone none. */
export const formerPaths = (item: Pick<Item, 'values'>, model: { readonly kinds: KindsWithPages }): string[] =>
  formerIdsOf(item).flatMap((id) => pagePath(id, model.kinds) ?? [])

/** Where the pages that items had before lead on to, both without slashes around. */
export function movedPaths(items: Iterable<Pick<Item, 'id' | 'values'>>, kinds: KindsWithPages): Map<string, string> {
  const moved = [...items].flatMap((item) => {
    const former = formerPaths(item, { kinds })
    const now = former.length === 0 ? undefined : pagePath(item.id, kinds)
    return now === undefined ? [] : former.map((path) => [path, now] as const)
  })
  return new Map(moved)
}

function pagePath(id: string, kinds: KindsWithPages): string | undefined {
  const kind = [...kinds.values()].find(({ idPrefix }) => id.startsWith(`${idPrefix}/`))
  return kind === undefined ? undefined : pathOf({ id, kind }).replace(/\/$/, '')
}
