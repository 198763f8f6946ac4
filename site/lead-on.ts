/** The address that a page really has, where its last slash was left out, as web servers lead on to it; otherwise undefined. */
export function withSlash(url: string): string | undefined {
  const [, path, rest = ''] = /^(\/(?!\/)[^?#]*[^/?#])(\?.*)?$/.exec(url) ?? []
  return path === undefined || /\.[^/]*$/.test(path) ? undefined : `${path}/${rest}`
}

/**
 * The address that the page of a renamed item has now; undefined for every other one.
 * @param moved where pages lead on to, as `movedPaths` has it.
 */
export function movedTo(url: string, moved: ReadonlyMap<string, string>): string | undefined {
  const [, path = '', rest = ''] = /^\/([^?#]*?)\/?(\?.*)?$/.exec(url) ?? []
  const now = moved.get(path)
  return now === undefined ? undefined : `/${now}/${rest}`
}
