/** While the menu covers the page, the keyboard stays in it. */
const menu = document.getElementById('menu')

menu?.addEventListener('toggle', (event) => {
  const covered = event.newState === 'open'
  for (const behind of document.querySelectorAll('main, footer, .skip, .toc-open'))
    behind.toggleAttribute('inert', covered)
})
