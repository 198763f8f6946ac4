import { buildInput } from './catalogue/build-input.ts'

/** Something that has a page. */
export type Target =
  | { readonly id: string; readonly kind: { readonly idPrefix: string; readonly folder: string } }
  | { readonly page: FixedPage }
  | { readonly allOf: { readonly folder: string } }
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
  | 'search/'
  | 'search.json'
  | 'impact/'
  | 'impact.json'
  | 'favicon.svg'
  | 'sitemap-index.xml'

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
  if ('allOf' in target) return `${target.allOf.folder}/`
  if ('modelOf' in target) return `model/${target.modelOf.idPrefix}/`
  return `${target.kind.folder}/${nameIn(target)}/`
}

/** What follows the kind in an item's id: `capture` lies in `resolve-user-incident/capture`. */
export const nameIn = ({ id, kind }: { readonly id: string; readonly kind: { readonly idPrefix: string } }): string =>
  id.startsWith(`${kind.idPrefix}/`) ? id.slice(kind.idPrefix.length + 1) : id
