import { addressOf, linkTo } from '../links.ts'

/** Everybody may read everything. Crawlers look for this at the root of a server only: under a sub-path it is for copying. */
export const GET = (): Response => {
  const sitemap = addressOf(linkTo({ page: 'sitemap-index.xml' }))
  return new Response(`User-agent: *\nAllow: /\n${sitemap === undefined ? '' : `\nSitemap: ${sitemap}\n`}`)
}
