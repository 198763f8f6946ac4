import type { Badge, Cell, Fact, ItemLink, Share } from '../page/table.ts'
import { escaped } from './escaped.ts'

/**
 * What stands in one place of a table or beside a fact's label, as HTML. A function and not a component, because pages have
 * hundreds of cells. All text is escaped; `html` is the words of the catalogue, which were made safe when they were rendered.
 */
export function cellHtml(cell: Cell): string {
  const { links = [], inline, badges, text, code, list, html, sub, details, away, hidden, share, lang } = cell
  const parts = [
    linksHtml(links, inline),
    code === undefined ? '' : `<code>${escaped(code)}</code>`,
    textHtml(text, share, lang),
    badges === undefined ? '' : `${text === undefined ? '' : ' '}${badgesHtml(badges)}`,
    list === undefined ? '' : listHtml(list.map(escaped)),
    html === undefined ? '' : `<div class="prose small"${langOf(lang)}>${html}</div>`,
    away === undefined ? '' : listHtml(away.map(linkHtml)),
    sub === undefined ? '' : `<div class="sub">${escaped(sub)}</div>`,
    details === undefined ? '' : detailsHtml(details),
    hidden === undefined ? '' : `<span hidden>${escaped(hidden)}</span>`,
  ]
  return parts.join('')
}

/** Links to items, with what is said behind their names: a single one as it is, several as a list. */
function linksHtml(links: readonly ItemLink[], inline = false): string {
  const said = links.map((link) => linkHtml(link) + asideHtml(link))
  if (said.length < 2) return said.join('')
  // Commas are text, so that they are there for whoever copies or hears them, and the links stand in a line of words.
  return inline ? listHtml(said, 'plain inline', ', ') : listHtml(said)
}

const linkHtml = ({ href, name }: Pick<ItemLink, 'href' | 'name'>): string =>
  `<a href="${escaped(href)}">${escaped(name)}</a>`

function asideHtml({ note, kind, area }: ItemLink): string {
  const aside = note === undefined ? '' : `<span class="aside">${escaped(note)}</span>`
  if (kind === undefined) return aside
  return `${aside}<span class="kind"${area === undefined ? '' : ` data-area="${area}"`}>${escaped(kind)}</span>`
}

const listHtml = (items: readonly string[], name = 'plain', between = ''): string =>
  items.length === 0 ? '' : `<ul class="${name}"><li>${items.join(`${between}</li><li>`)}</li></ul>`

function textHtml(text: string | undefined, share: Share | undefined, lang: Cell['lang']): string {
  if (share !== undefined) return shareHtml(text ?? '', share)
  if (text === undefined) return ''
  return lang === undefined ? escaped(text) : `<span${langOf(lang)}>${escaped(text)}</span>`
}

const langOf = (lang: Cell['lang']): string => (lang === undefined ? '' : ` lang="${lang}"`)

/** Short words that say how something stands. */
export const badgesHtml = (badges: readonly Badge[]): string =>
  badges
    .map(({ text, tone }) => {
      const data = tone === 'plain' ? '' : ` data-tone="${tone}"`
      return `<span class="badge"${data}>${escaped(text)}</span>`
    })
    .join('')

/** A part of a whole as a bar behind its number. */
function shareHtml(text: string, { part, alone = part, tone }: Share): string {
  const percent = (value: number): string => `${String(Math.round(value * 1000) / 10)}%`
  return `<span class="share" data-tone="${tone}" style="--part:${percent(part)};--alone:${percent(alone)}">${escaped(text)}</span>`
}

const detailsHtml = (details: readonly Fact[]): string =>
  `<dl class="details">${details
    .map(({ label, cell }) => `<div><dt>${escaped(label)}</dt><dd>${cellHtml(cell)}</dd></div>`)
    .join('')}</dl>`
