/**
 * Choices that hide rows of all tables of a page: rows carry their marks as `data-…`. What is chosen stands in the page's
 * address, so that it can be sent and survives going back. Sections of which no row is left are hidden with their headings.
 */
class RowFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    if (form === null) return
    form.hidden = false
    form.addEventListener('change', () => {
      this.#remember()
      this.#apply()
    })
    form.addEventListener('submit', (event) => {
      event.preventDefault()
    })
    window.addEventListener('popstate', () => {
      this.#recall()
    })
    this.#recall()
  }

  get #choices(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')]
  }

  #recall(): void {
    const asked = new URLSearchParams(location.search)
    for (const choice of this.#choices) {
      const value = asked.get(choice.name) ?? ''
      choice.value = [...choice.options].some((option) => option.value === value) ? value : ''
    }
    this.#apply()
  }

  #remember(): void {
    const asked = new URLSearchParams(location.search)
    for (const { name, value } of this.#choices) {
      if (value === '') asked.delete(name)
      else asked.set(name, value)
    }
    const query = asked.size === 0 ? '' : `?${asked.toString()}`
    history.pushState(null, '', location.pathname + query + location.hash)
  }

  #apply(): void {
    const chosen = this.#choices.filter(({ value }) => value !== '')
    const first = this.#choices[0]?.name ?? ''
    const rows = [...document.querySelectorAll<HTMLTableRowElement>(`main tr[data-${first}]`)]
    for (const row of rows) row.hidden = chosen.some(({ name, value }) => row.dataset[name] !== value)
    const shown = rows.filter(({ hidden }) => !hidden).length
    for (const section of document.querySelectorAll<HTMLElement>('main section')) {
      const own = rows.filter((row) => section.contains(row))
      if (own.length === 0) continue
      section.hidden = own.every(({ hidden }) => hidden)
      // What is folded would hide what was asked for.
      if (chosen.length > 0) for (const folded of section.querySelectorAll('details')) folded.open = true
    }
    const status = this.querySelector('.filter-status')
    const said = (this.dataset['status'] ?? '').replace('{count}', String(shown)).replace('{all}', String(rows.length))
    if (status !== null) status.textContent = chosen.length === 0 ? '' : said
  }
}

customElements.define('row-filter', RowFilter)
