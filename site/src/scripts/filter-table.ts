import { folded } from './fold.ts'

/**
 * A table that can be filtered by words and sorted by its headings. Without scripts it is a table all the same. What it says
 * stands in its attributes, with braces where something is put in.
 */
class FilterTable extends HTMLElement {
  connectedCallback(): void {
    const table = this.querySelector('table')
    const [body] = table?.tBodies ?? []
    if (table === null || body === undefined) return
    this.#addFilter([...body.rows])
    const headings = [...(table.tHead?.rows ?? [])].at(-1)?.cells ?? []
    for (const [column, heading] of [...headings].entries())
      makeSortable(heading, column, body, this.dataset['sortBy'] ?? '')
  }

  #addFilter(rows: readonly HTMLTableRowElement[]): void {
    const texts = rows.map((row) => folded(row.textContent))
    const input = document.createElement('input')
    input.type = 'search'
    input.className = 'filter'
    input.placeholder = this.dataset['filter'] ?? ''
    input.setAttribute('aria-label', input.placeholder)
    const status = document.createElement('p')
    status.className = 'filter-status'
    status.role = 'status'
    input.addEventListener('input', () => {
      const words = folded(input.value).split(/\s+/).filter(Boolean)
      let shown = 0
      for (const [i, row] of rows.entries()) {
        row.hidden = !words.every((word) => texts[i]?.includes(word))
        if (!row.hidden) shown += 1
      }
      this.toggleAttribute('data-filtering', words.length > 0)
      const said = this.dataset['shown'] ?? ''
      status.textContent =
        words.length === 0 ? '' : said.replace('{shown}', String(shown)).replace('{all}', String(rows.length))
    })
    const bar = document.createElement('div')
    bar.className = 'filter-bar'
    bar.append(input, status)
    this.prepend(bar)
  }
}

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true })

/**
 * Makes a heading a button that sorts by its column, and the other way when it is pressed again. A heading that is a link
 * stays one and gets the button beside it.
 */
function makeSortable(
  heading: HTMLTableCellElement,
  column: number,
  body: HTMLTableSectionElement,
  sortBy: string,
): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'sort'
  if (heading.querySelector('a') === null) button.append(...heading.childNodes)
  else button.setAttribute('aria-label', sortBy.replace('{column}', heading.textContent.trim()))
  heading.append(button)
  const downFirst = heading.dataset['sortFirst'] === 'descending'
  button.addEventListener('click', () => {
    const up = heading.ariaSort === null ? !downFirst : heading.ariaSort !== 'ascending'
    for (const other of heading.parentElement?.children ?? []) other.removeAttribute('aria-sort')
    heading.ariaSort = up ? 'ascending' : 'descending'
    const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[column]) }))
    // Rows without a value come last both ways.
    rows.sort((a, b) => Number(a.key === '') - Number(b.key === '') || collator.compare(a.key, b.key) * (up ? 1 : -1))
    body.append(...rows.map(({ row }) => row))
  })
}

const keyOf = (cell: HTMLTableCellElement | undefined): string =>
  (cell?.dataset['sort'] ?? cell?.textContent ?? '').trim()

// Tables of several sorts bring this script, each for itself.
if (customElements.get('filter-table') === undefined) customElements.define('filter-table', FilterTable)
