import { buildInput } from './catalogue/build-input.ts'

/** Something that has a page. */
export type Target =
  | { readonly id: string; readonly kind: { readonly idPrefix: string; readonly folder: string } }
  | { readonly page: FixedPage }
  | { readonly allOf: { readonly folder: string } }
  /** All items of a kind as a file: for spreadsheets, or as its page fetches them. */
  | { readonly listOf: { readonly folder: string }; readonly as: 'csv' | 'rows.json' }
  /** A page by its part of the address: one that the organisation wrote, or may name. */
  | { readonly own: string }
  | { readonly modelOf: { readonly idPrefix: string } }

/** Pages that every site has. */
export type FixedPage =
  | ''
  | 'practices-and-streams/'
  | 'practices-and-streams/practices-by-stream.csv'
  | 'practices-and-streams/practices-by-activity.csv'
  | 'model/'
  | 'recent-changes/'
  | 'findings/'
  | 'findings/owners/'
  | 'at-a-glance/'
  | 'search/'
  | 'search.json'
  | 'impact/'
  | 'impact.json'
  | 'api/'
  | 'api.json'
  | 'schema.graphql'
  | 'favicon.svg'
  | 'sitemap-index.xml'
  | 'llms.txt'
  | 'feed.xml'
  | 'catalogue.json'
  | 'catalogue.schema.json'

/**
 * Where something stands on the site: the one function that makes links. An item's page lies in its kind's folder under its
 * own name: `practice/incident-management` → `/practices/incident-management/`.
 * @param base the path that the site is published under; this build's when left out.
 */
export function linkTo(target: Target, base: string = buildInput().base): string {
  const root = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/')
  return root + pathOf(target)
}

/** The same without the base: the part of addresses that routes are made from. */
export function pathOf(target: Target): string {
  if ('page' in target) return target.page
  if ('own' in target) return target.own === '' ? '' : `${target.own}/`
  // No item is called so: names have no full stops.
  if ('listOf' in target) return `${target.listOf.folder}/${target.listOf.folder}.${target.as}`
  if ('allOf' in target) return `${target.allOf.folder}/`
  if ('modelOf' in target) return `model/${target.modelOf.idPrefix}/`
  return `${target.kind.folder}/${nameIn(target)}/`
}

/** Files that stand beside each page, as the page itself links them: its Markdown twin and, beside an item's, its data. */
export const besidePage = { markdown: 'index.md', json: 'index.json' } as const

/** Where a link of a page leads in Markdown: to the twin of the page, where it leads to a page of the site. */
export function twinOf(href: string): string {
  const [path = '', fragment] = href.split('#', 2)
  const isPage = /^[^:?]*\/$/.test(path) && !path.startsWith('//')
  return isPage ? path + besidePage.markdown : fragment === undefined ? path : `${path}#${fragment}`
}

/** The shortest way from one address of the site to another: `../change-enablement/` holds wherever the site lies. */
export function wayTo(href: string, from: string): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href
  const [here, there] = [from.split('/').slice(0, -1), href.split('/')]
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/') || './'
}

/** The whole web address of a link; undefined where nobody has said which address the site is published at. */
export function addressOf(href: string, site: string | undefined = buildInput().site): string | undefined {
  return site === undefined ? undefined : new URL(href, site).href
}

/** What follows the kind in an item's id: `capture` lies in `resolve-user-incident/capture`. */
export const nameIn = ({ id, kind }: { readonly id: string; readonly kind: { readonly idPrefix: string } }): string =>
  id.startsWith(`${kind.idPrefix}/`) ? id.slice(kind.idPrefix.length + 1) : id
