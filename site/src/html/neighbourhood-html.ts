import { sizes } from '../diagrams/neighbourhood/neighbourhood-picture.ts'
import type { NeighbourhoodPicture, PlacedGroup } from '../diagrams/neighbourhood/neighbourhood-picture.ts'
import { messages } from '../messages/messages.ts'
import { escaped } from './escaped.ts'

/**
 * An item among its neighbours as HTML: a function and not a component, because nearly every item's page has it. Those who
 * use the keyboard have the tables: links in the picture are for the mouse.
 */
export function neighbourhoodHtml(
  { width, height, centre, groups, ways }: NeighbourhoodPicture,
  label: string,
): string {
  const lines = centre.lines.map((line, i) => textHtml(line, centre.y + sizes.pad + 13 + 18 * i, width / 2))
  return (
    `<figure class="near"><div role="region" tabindex="0" aria-label="${escaped(label)}">` +
    `<svg viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" aria-hidden="true"><path d="${ways}"/>` +
    `<rect x="${n((width - sizes.middle) / 2)}" y="${n(centre.y)}" width="${n(sizes.middle)}" height="${n(centre.height)}" rx="6"/>` +
    `${lines.join('')}${groups.map(groupHtml).join('')}</svg></div></figure>`
  )
}

function groupHtml({ before, x, y, verb, names, marks, more, href }: PlacedGroup): string {
  const said = [
    ...names.map((each) => ({ href: each.href, text: each.name })),
    ...(more > 0 ? [{ href, text: messages.neighbourhood.more(more) }] : []),
  ].map((each, i) => linkHtml(each.href, textHtml(each.text, sizes.lineHeight * (i + 1))))
  const signs = marks.map(({ area, d }) => `<path data-area="${area}" d="${d}"/>`)
  return `<g${before ? ' class="before"' : ''} transform="translate(${n(x)} ${n(y)})"><text>${escaped(verb)}</text>${signs.join('')}${said.join('')}</g>`
}

const linkHtml = (href: string | undefined, content: string): string =>
  href === undefined ? content : `<a href="${escaped(href)}" tabindex="-1">${content}</a>`

const textHtml = (text: string, y: number, x?: number): string =>
  `<text${x === undefined ? '' : ` x="${n(x)}"`} y="${n(y)}">${escaped(text)}</text>`

const n = (value: number): string => String(Math.round(value * 10) / 10)
