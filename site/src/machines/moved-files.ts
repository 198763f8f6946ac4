import { pageScripts } from '../../../api/server/access/page-scripts.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { formerPaths } from '../former-paths.ts'
import { escaped } from '../html/escaped.ts'
import { addressOf, besidePage, linkTo, wayTo } from '../links.ts'
import { escapeText } from '../markdown-twin/escape.ts'
import { messages } from '../messages/messages.ts'
import { itemFile } from './item-json.ts'

/**
 * What stands at the addresses that an item's page had before: a page that leads on by itself, its Markdown twin, which says
 * where, and the item's data as it is now. All of it works without a script and from a folder; search engines are told to
 * look there.
 * @param at the link of the item's page.
 * @returns files by their paths from the site's start.
 */
export function movedFiles(item: Item, at: string, catalogue: Catalogue): (readonly [path: string, content: string])[] {
  const root = linkTo({ page: '' })
  return formerPaths(item, catalogue.model).flatMap((path) => {
    const way = wayTo(at, `${root}${path}/`)
    return [
      [`${path}/index.html`, movedPage(item.name, way, addressOf(at) ?? way)],
      [`${path}/${besidePage.markdown}`, movedTwin(item.name, way)],
      [`${path}/${besidePage.json}`, itemFile(item, catalogue)],
    ] as const
  })
}

/** Folders show their page on servers only: elsewhere the way names it. A script keeps what follows the address. */
function movedPage(name: string, way: string, canonical: string): string {
  const { title, to } = messages.moved
  const href = escaped(`${way}index.html`)
  const link = `<a href="${href}">${escaped(name)}</a>`
  return [
    `<!DOCTYPE html><html lang="${messages.locale}"><head><meta charset="utf-8">`,
    `<script data-to="${escaped(way)}">${pageScripts.leadOn}</script>`,
    `<title>${escaped(`${title}: ${name}`)}</title>`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=${href}">`,
    `<link rel="canonical" href="${escaped(canonical)}"></head>`,
    `<body><main><h1>${escaped(title)}</h1><p>${to(link)}</p></main></body></html>\n`,
  ].join('')
}

function movedTwin(name: string, way: string): string {
  const { title, to } = messages.moved
  return `# ${escapeText(title)}\n\n${to(`[${escapeText(name)}](${way}${besidePage.markdown})`)}\n`
}
