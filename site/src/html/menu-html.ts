import type { Catalogue } from '../catalogue/catalogue.ts'
import { navigationOf } from '../page/navigation.ts'
import type { NavigationGroup, NavigationLink } from '../page/navigation.ts'
import type { Page } from '../page/section.ts'
import { plainNumber } from '../words/values.ts'
import { escaped } from './escaped.ts'

/** Menus by what they mark: pages of one kind all have the same. */
const menus = new WeakMap<Catalogue, Map<string, string>>()

/** The menu beside a page as HTML. Made once for all pages that stand in the same place of it. */
export function menuHtml(catalogue: Catalogue, page: Page): string {
  const known = menus.get(catalogue) ?? new Map<string, string>()
  menus.set(catalogue, known)
  const place = `${page.folder ?? ''} ${String(page.trail === undefined)}`
  const menu = known.get(place) ?? navigationOf(catalogue, page).groups.map(groupHtml).join('')
  known.set(place, menu)
  return menu
}

const groupHtml = ({ title, area, links }: NavigationGroup): string =>
  `<h2${area === undefined ? '' : ` data-area="${area}"`}>${escaped(title)}</h2><ul>${links.map(linkHtml).join('')}</ul>`

function linkHtml({ href, name, count, current }: NavigationLink): string {
  const marked = current === undefined ? '' : ` aria-current="${current}"`
  const number = count === undefined ? '' : ` <i>${plainNumber(count)}</i>`
  return `<li><a href="${escaped(href)}"${marked}>${escaped(name)}${number}</a></li>`
}
