import { buildInput } from '../catalogue/build-input.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'

/** A page in another language. */
export interface LanguageLink {
  /** The language's tag: `de`. */
  readonly tag: string
  /** What it calls itself: Deutsch. */
  readonly name: string
  readonly href: string
}

/**
 * A page's address in every language that the catalogue's site stands in, its own among them where `site.languages` names it.
 * Ids are the same in all of them, and so are paths. A page that stands nowhere has none.
 * @param pathname of the page, with the site's base.
 */
export function languagesOf(pathname: string): LanguageLink[] {
  const base = linkTo({ page: '' })
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : ''
  if (path.startsWith('404')) return []
  return Object.entries(buildInput().languages ?? {}).map(([tag, address]) => ({
    tag,
    name: new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag,
    href: address + path,
  }))
}

/** The same without the page's own language: where a reader may want to go. */
export const otherLanguagesOf = (pathname: string): LanguageLink[] =>
  languagesOf(pathname).filter(({ tag }) => tag !== messages.locale)
