/** Marks, in the list of what is on the page, the part that is being read; and closes the phone's list when it was used. */
const list = document.getElementById('toc')
const links = [...(list?.querySelectorAll('a') ?? [])]
const headings = links.flatMap((link) => {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  return heading === null ? [] : [{ link, heading }]
})

function markCurrent(): void {
  // The last heading above a line a little below the header is the one that is being read.
  const current = headings.findLast(({ heading }) => heading.getBoundingClientRect().top < 140)?.link
  for (const link of links) {
    if (link === current) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
}

let waiting = false
const onScroll = (): void => {
  if (waiting) return
  waiting = true
  requestAnimationFrame(() => {
    waiting = false
    markCurrent()
  })
}

if (list !== null) {
  addEventListener('scroll', onScroll, { passive: true })
  markCurrent()
  list.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement && list.matches(':popover-open')) list.hidePopover()
  })
}
