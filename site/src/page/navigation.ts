import type { Catalogue } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { addedPages } from '../own/own-files.ts'
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
    title: messages.navigation.about,
    links: [
      {
        href: linkTo({ page: 'recent-changes/' }),
        name: messages.navigation.recentChanges,
        ...current('recent-changes'),
      },
      {
        href: linkTo({ page: 'findings/' }),
        name: messages.navigation.findings,
        count: catalogue.findings.length,
        ...current('findings'),
      },
      ...addedPages(catalogue.model).map(({ name, title }) => ({
        href: linkTo({ own: name }),
        name: title,
        ...current(name),
      })),
      { href: linkTo({ page: 'model/' }), name: messages.navigation.model, ...current('model') },
      { href: linkTo({ page: 'api/' }), name: messages.api.title, ...current('api') },
    ],
  }
  const explore: NavigationGroup = {
    title: messages.navigation.explore,
    links: [
      { href: linkTo({ page: 'at-a-glance/' }), name: messages.glance.title, ...current('at-a-glance') },
      { href: linkTo({ page: 'impact/' }), name: messages.navigation.impactExplorer, ...current('impact') },
    ],
  }
  return { groups: [explore, ...groups, about] }
}

/** Where practices meet streams: there is something to see once there are both. */
function matrixLink({ byKind }: Catalogue, current: Pick<NavigationLink, 'current'>): NavigationLink[] {
  const both = ['Practice', 'ValueStream'].every((kind) => (byKind.get(kind)?.length ?? 0) > 0)
  const href = linkTo({ page: 'practices-and-streams/' })
  return both || current.current !== undefined
    ? [{ href, name: messages.navigation.practicesAndStreams, ...current }]
    : []
}
