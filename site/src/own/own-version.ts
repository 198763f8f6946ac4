import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { taken } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { PageProse } from '../page/prose.ts'
import type { Block, Page, Section } from '../page/section.ts'
import { sentenceCase } from '../words/labels.ts'
import { renderProse } from '../words/markdown.ts'
import { ownPages, ownSections } from './own-files.ts'
import type { OwnPage } from './own-files.ts'

/**
 * A page as the organisation wants it: its own page of this address instead, or its own sections in it. A section whose anchor
 * the page has replaces that one, and takes it away where it is empty; others stand at the end.
 * @param path of the page below the site's base: `findings/`.
 */
export function ownVersion(page: Page, path: string, catalogue: Catalogue): Page {
  const own = ownPages().find(({ name }) => `${name}/` === (path === '' ? 'index/' : path))
  if (own !== undefined) return ownPage(own, catalogue)
  const sections = ownSections(page.item?.kind.idPrefix ?? (path === '' ? 'index' : path.replace(/\/$/, '')))
  if (sections.size === 0) return page
  const written = new Map([...sections].map(([anchor, text]) => [anchor, section(anchor, text, page.item, catalogue)]))
  const replaced = page.sections.map((each) => (written.has(each.id) ? written.get(each.id) : each))
  const added = [...written].flatMap(([anchor, each]) => (page.sections.some(({ id }) => id === anchor) ? [] : [each]))
  const shown = [
    ...replaced.filter((each) => each?.closes !== true),
    ...added,
    ...replaced.filter((each) => each?.closes),
  ]
  return { ...page, sections: shown.filter((each) => each !== undefined) }
}

/** A page that the organisation wrote. */
export function ownPage({ name, title, summary, content }: OwnPage, catalogue: Catalogue): Page {
  return {
    title,
    description: summary ?? title,
    ...(summary === undefined ? {} : { lead: summary }),
    folder: name,
    sections: [{ id: 'text', blocks: [prose(content, catalogue, 2)] }],
  }
}

/** A section with the title of its first heading, or of its anchor's words; undefined for an empty one. */
function section(anchor: string, written: string, item: Item | undefined, catalogue: Catalogue): Section | undefined {
  const text = item === undefined ? written : filled(written, item)
  if (text.trim() === '') return undefined
  const heading = /^\s*#+ +(.+)\n?/.exec(text)
  return {
    id: anchor,
    title: heading?.[1] ?? sentenceCase(anchor.replaceAll('-', ' ')),
    blocks: [prose(text.slice(heading?.[0].length ?? 0), catalogue, 3)],
  }
}

/** Placeholders as they stand in addresses and as they stand in sentences: {id} and {name} of the page's item. */
const filled = (text: string, { id, name }: Item): string =>
  text.replace(/\{(id|name)\}/g, (_, which: string, at: number) => {
    const value = which === 'id' ? id : name
    return /\]\([^)\s]*$|<https?:[^>\s]*$/.test(text.slice(0, at)) ? encodeURIComponent(value) : value
  })

function prose(text: string, catalogue: Catalogue, level: number): Block {
  const anchors = new PageProse(catalogue)
  const folders = [...catalogue.model.kinds.values()].map(({ folder }) => folder)
  const pages = new Set(['', ...taken, ...folders, ...ownPages().map(({ name }) => name)])
  const addressOf = (id: string): string | undefined => {
    const item = catalogue.items.get(id)
    if (item !== undefined) return linkTo(item)
    return pages.has(id) ? linkTo({ own: id }) : undefined
  }
  return { is: 'prose', ...renderProse(text, { addressOf, level, anchor: (heading) => anchors.anchor(heading) }) }
}
