/** What a request asks, coarsely: there may be few labels in metrics, and names of spans say no addresses. */
export type Route = 'api' | 'editor' | 'health' | 'metrics' | 'site'

const routes: readonly (readonly [start: string, route: Route])[] = [
  ['/graphql', 'api'],
  ['/graphiql', 'editor'],
  ['/health', 'health'],
  ['/ready', 'health'],
  ['/metrics', 'metrics'],
]

/** The route of a path. */
export const routeOf = (path: string): Route =>
  routes.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1] ?? 'site'
