import type { Catalogue } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { kindsLabel } from '../words/labels.ts'
import { areas, kindsIn } from './areas.ts'
import type { Page } from './section.ts'

/** The navigation beside every page: kinds by area, never every item. */
export interface Navigation {
  readonly groups: readonly NavigationGroup[]
}

/** Links under one heading. */
export interface NavigationGroup {
  readonly title: string
  /** Colour of the area. */
  readonly area?: string
  readonly links: readonly NavigationLink[]
}

/** One page. */
export interface NavigationLink {
  readonly href: string
  readonly name: string
  readonly count?: number
  /** `page`: this one; `true`: the page that is shown belongs under it. */
  readonly current?: 'page' | 'true'
}

/** The navigation as a page shows it. Kinds without items are left to the model's pages. */
export function navigationOf(catalogue: Catalogue, page: Page): Navigation {
  const current = (folder: string): Pick<NavigationLink, 'current'> =>
    page.folder === folder ? { current: page.trail === undefined ? 'page' : 'true' } : {}
  const groups = areas.flatMap(({ id, title }): NavigationGroup[] => {
    const links = kindsIn(id, catalogue).flatMap((kind): NavigationLink[] => {
      const count = catalogue.byKind.get(kind.name)?.length ?? 0
      const shown = count > 0 || page.folder === kind.folder
      return shown ? [{ href: linkTo({ allOf: kind }), name: kindsLabel(kind), count, ...current(kind.folder) }] : []
    })
    const more = id === 'chain' ? matrixLink(catalogue, current('practices-and-streams')) : []
    return links.length === 0 ? [] : [{ title, area: id, links: [...links, ...more] }]
  })
  const about: NavigationGroup = {
    title: 'About this catalogue',
    links: [
      { href: linkTo({ page: 'recent-changes/' }), name: 'Recent changes', ...current('recent-changes') },
      {
        href: linkTo({ page: 'findings/' }),
        name: 'Worth a look',
        count: catalogue.findings.length,
        ...current('findings'),
      },
      { href: linkTo({ page: 'model/' }), name: 'The model', ...current('model') },
    ],
  }
  const explore: NavigationGroup = {
    title: 'Explore',
    links: [{ href: linkTo({ page: 'impact/' }), name: 'Impact explorer', ...current('impact') }],
  }
  return { groups: [explore, ...groups, about] }
}

/** Where practices meet streams: there is something to see once there are both. */
function matrixLink({ byKind }: Catalogue, current: Pick<NavigationLink, 'current'>): NavigationLink[] {
  const both = ['Practice', 'ValueStream'].every((kind) => (byKind.get(kind)?.length ?? 0) > 0)
  const href = linkTo({ page: 'practices-and-streams/' })
  return both || current.current !== undefined ? [{ href, name: 'Practices and streams', ...current }] : []
}
