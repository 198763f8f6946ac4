/** A link or reference that a page makes. */
export interface PageLink {
  /** The page, from the site's folder: `practices/index.html`. */
  readonly from: string
  readonly href: string
}

/** Every address that a page's HTML names: links, scripts, styles and pictures. */
export function linksOf(from: string, html: string): PageLink[] {
  const found = html.matchAll(/<(?!\/)[a-z][^>]*?\s(?:href|src|data-api|data-index|data-rows)="([^"]*)"/g)
  return [...found].map(([, href = '']) => ({ from, href: href.replaceAll('&amp;', '&').replaceAll('&#38;', '&') }))
}

/** The anchors that a page has. */
export const anchorsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id))
