/** The address that the site's own begin with, from the link to its start: scripts know no other. */
export const siteRoot = (): string => {
  const start = document.querySelector<HTMLAnchorElement>('.site-title')
  // In a folder the link may lead to the start's file.
  return start === null ? '/' : new URL('.', start.href).pathname
}
