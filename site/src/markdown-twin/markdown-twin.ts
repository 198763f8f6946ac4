import { addressOf, besidePage, twinOf, wayTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import type { Page, Section } from '../page/section.ts'
import { blocksText, heading } from './block-text.ts'
import type { Writing } from './block-text.ts'
import { itemLinkText } from './cell-text.ts'
import { asParagraph, escapeText, linkText } from './escape.ts'

/** So many rows of each table stand in an item's twin: as many as its page leaves open, and few where there are very many items. */
const rowsOfItem = (items: number): number => (items > 2000 ? 3 : 8)

/**
 * A page as Markdown: all that it says, its tables as tables, its links leading to the twins of other pages. An item's twin
 * leaves long lists to the page and to its JSON; the twin of any other page has everything.
 * @param at the page's own link: `/practices/incident-management/`.
 * @param items how many items the site has pages of.
 */
export function markdownTwin(page: Page, at: string, items: number): string {
  const leads = (href: string): string => wayTo(twinOf(href), at)
  const writing: Writing = page.item === undefined ? { leads } : { leads, mostRows: rowsOfItem(items) }
  const { title, lead, badges = [], aliases = [], banner, trail = [], about = [] } = page
  const links = [...trail, ...about].map((link) => itemLinkText(link, leads)).join(' · ')
  const marks = badges.map(({ text }) => escapeText(text)).join(', ')
  const parts = [
    heading(1, title),
    banner === undefined ? '' : `> **${escapeText(banner.title)}** ${escapeText(banner.text)}`,
    lead === undefined ? '' : asParagraph(escapeText(lead)),
    [marks, aliases.length === 0 ? '' : escapeText(messages.machines.alsoCalled(aliases.join(', ')))]
      .filter((part) => part !== '')
      .map(asParagraph)
      .join('\n\n'),
    links,
    ownAddresses(page, at),
    ...page.sections.flatMap((section) => sectionText(section, writing)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** The page itself, and an item's data. */
function ownAddresses({ item }: Page, at: string): string {
  const address = addressOf(at)
  return [
    linkText(escapeText(address ?? messages.machines.thisPage), address ?? './'),
    ...(item === undefined ? [] : [linkText('JSON', besidePage.json)]),
  ].join(' · ')
}

function sectionText({ title, count, intro, blocks }: Section, writing: Writing): string[] {
  const said = blocksText(blocks, writing)
  if (said.length === 0) return []
  return [
    ...(title === undefined ? [] : [heading(2, count === undefined ? title : `${title} (${String(count)})`)]),
    ...(intro === undefined ? [] : [asParagraph(escapeText(intro))]),
    ...said,
  ]
}
