import type { Line } from '../page/stream-block.ts'
import type { Cell, Fact, ItemLink } from '../page/table.ts'
import { codeSpan, escapeText, linkText } from './escape.ts'
import { proseLine } from './from-html.ts'
import type { Leads } from './from-html.ts'

/** What stands in one place of a table, in one line of Markdown. What nobody sees on the page isn't said here either. */
export function cellText(cell: Cell, leads: Leads): string {
  const { links = [], badges = [], text, code, list = [], html, sub, details = [], away = [] } = cell
  const parts = [
    links.map((link) => itemLinkText(link, leads)).join(', '),
    code === undefined ? '' : codeSpan(code),
    text === undefined ? '' : escapeText(text),
    badges.map((badge) => escapeText(badge.text)).join(', '),
    list.map(escapeText).join('; '),
    html === undefined ? '' : proseLine(html, leads),
    away.map(({ href, name }) => linkText(escapeText(name), href)).join(', '),
    sub === undefined ? '' : escapeText(sub),
    factsLine(details, leads),
  ]
  return parts.filter((part) => part.trim() !== '').join(' · ')
}

const factsLine = (facts: readonly Fact[], leads: Leads): string =>
  facts.map(({ label, cell }) => `${escapeText(label.replace(/:$/, ''))}: ${cellText(cell, leads)}`).join('; ')

/** A link with what the page says behind it. */
export function itemLinkText({ href, name, note, kind }: ItemLink, leads: Leads): string {
  const said = [note, kind].filter((each) => each !== undefined).map(escapeText)
  const link = linkText(escapeText(name), leads(href))
  return said.length === 0 ? link : `${link} (${said.join(', ')})`
}

/** A sentence with links in it. */
export const lineText = (line: Line, leads: Leads): string =>
  line.map((part) => (typeof part === 'string' ? escapeText(part) : itemLinkText(part, leads))).join('')
