import { buildInput } from '../catalogue/build-input.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { addressOf, besidePage, linkTo } from '../links.ts'
import { markdownTwin } from '../markdown-twin/markdown-twin.ts'
import type { Page } from '../page/section.ts'
import { cardOf } from './card-of.ts'
import { itemFile } from './item-json.ts'
import { movedFiles } from './moved-files.ts'

/** Whether it is the page for addresses that lead nowhere: it has none of its own, and nothing stands beside it. */
export const isNowhere = (path: string): boolean => /\/404\/?$/.test(path)

/** What a page's head names of what stands beside it. */
export interface BesidePage {
  /** The page's whole address, where the site's is known. */
  readonly address?: string
  /** The address of the picture that stands for it. */
  readonly picture?: string
}

/**
 * Writes what stands beside a page: its Markdown twin, an item's data, the picture that is its own, and what leads to it from
 * the addresses that it had. Done while its head is
 * rendered, because that is where every page passes, and has all its data in hand.
 * @param at the page's own link.
 */
export async function writeBesidePage(page: Page, at: string, catalogue: Catalogue): Promise<BesidePage> {
  const { beside } = buildInput()
  const root = linkTo({ page: '' })
  const path = at.slice(root.length)
  beside?.write(path + besidePage.markdown, markdownTwin(page, at, catalogue.items.size))
  if (page.item !== undefined && beside !== undefined) {
    beside.write(path + besidePage.json, itemFile(page.item, catalogue))
    for (const [moved, content] of movedFiles(page.item, at, catalogue)) beside.write(moved, content)
  }
  const address = addressOf(at)
  const changed = changedAt(page, catalogue)
  if (changed !== undefined && address !== undefined) beside?.changed.set(address, changed)
  // Whoever shows a link needs the picture's whole address: without one there is nothing to draw for.
  if (address === undefined) return {}
  const { path: picture, card } = cardOf(page, path === '', catalogue)
  if (card !== undefined && beside !== undefined) beside.write(picture, await beside.drawCard(card))
  const shown = addressOf(root + picture)
  return { address, ...(shown === undefined ? {} : { picture: shown }) }
}

/** When a page's item, or one of its kind's, changed last, as far as the latest revisions tell. */
function changedAt({ item, folder }: Page, { about, changesOf, byKind, model }: Catalogue): string | undefined {
  if (item !== undefined) return changesOf.get(item.id)?.[0]?.at
  if (folder === undefined || folder === 'recent-changes') return about.loadedAt
  const kind = [...model.kinds.values()].find((each) => each.folder === folder)
  const times = (byKind.get(kind?.name ?? '') ?? []).flatMap(({ id }) => changesOf.get(id)?.[0]?.at ?? [])
  return times.toSorted().at(-1)
}
