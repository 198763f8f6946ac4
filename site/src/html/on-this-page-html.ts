import type { Heading } from '../page/section.ts'
import { escaped } from './escaped.ts'

/** What is on a page as a list of links: its sections, and below each the parts that it has. */
export function onThisPageHtml(headings: readonly Heading[]): string {
  const sections: { heading: Heading; parts: Heading[] }[] = []
  for (const heading of headings) {
    const last = sections.at(-1)
    if (heading.depth === 2 || last === undefined) sections.push({ heading, parts: [] })
    else last.parts.push(heading)
  }
  return listHtml(
    sections.map(({ heading, parts }) => linkHtml(heading) + (parts.length === 0 ? '' : listHtml(parts.map(linkHtml)))),
  )
}

const listHtml = (items: readonly string[]): string => `<ul><li>${items.join('</li><li>')}</li></ul>`

const linkHtml = ({ slug, text }: Heading): string => `<a href="#${escaped(slug)}">${escaped(text)}</a>`
