/** The choice of a theme: kept in the browser, and put on the page before anything is drawn (`Head.astro`). */
const select = document.querySelector<HTMLSelectElement>('.theme select')
const root = document.documentElement

if (select !== null) {
  select.value = root.dataset['theme'] ?? ''
  select.addEventListener('change', () => {
    root.dataset['theme'] = select.value
    try {
      localStorage.setItem('tributary-theme', select.value)
    } catch {
      // Where nothing may be kept, the choice holds for this page.
    }
  })
}
