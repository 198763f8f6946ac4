/** Marks, in every list of what is on the page, the part that is being read; and closes the phone's list when it was used. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-on-this-page] a')]
const headings = [...new Set(links.map(({ hash }) => hash))].flatMap((hash) => {
  const heading = document.getElementById(decodeURIComponent(hash.slice(1)))
  return heading === null ? [] : [{ hash, heading }]
})

function markCurrent(): void {
  // The last heading above a line a little below the header is the one that is being read.
  const current = headings.findLast(({ heading }) => heading.getBoundingClientRect().top < 140)
  for (const link of links) {
    if (link.hash === current?.hash) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
}

let waiting = false
addEventListener(
  'scroll',
  () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      markCurrent()
    })
  },
  { passive: true },
)
markCurrent()

for (const list of document.querySelectorAll('details.on-this-page')) {
  list.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) list.removeAttribute('open')
  })
  list.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Escape') return
    list.removeAttribute('open')
    list.querySelector('summary')?.focus()
  })
}
