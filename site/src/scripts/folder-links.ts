/**
 * In a folder, nobody shows `index.html` for the folder's address: links get it just before they lead somewhere. Those that
 * scripts add later are reached so too.
 */
function leadToFile({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a[href]') : null
  if (link === null) return
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(link.getAttribute('href') ?? '') ?? []
  const { protocol } = new URL(path, document.baseURI)
  if (protocol === 'file:' && path.endsWith('/')) link.setAttribute('href', `${path}index.html${rest}`)
}

if (location.protocol === 'file:') {
  // Ways to follow, open elsewhere, copy or drag a link.
  for (const way of ['click', 'auxclick', 'contextmenu', 'dragstart']) document.addEventListener(way, leadToFile, true)
}
