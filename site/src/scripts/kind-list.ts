import { cardLabels, headingsHtml } from '../kind-list/headings-html.ts'
import { listCsv } from '../kind-list/list-csv.ts'
import type { ListFile } from '../kind-list/list-file.ts'
import { ListRows } from '../kind-list/list-rows.ts'
import { queryOf, stateIn, wholeList } from '../kind-list/list-state.ts'
import type { ListState } from '../kind-list/list-state.ts'
import { pagerHtml } from '../kind-list/pager-html.ts'
import { pageSize, rowsHtml } from '../kind-list/rows-html.ts'
import { messages } from '../messages/messages.ts'
import { find } from './elements.ts'
import { saveFile } from './explorer/save-file.ts'
import { chipsOf } from './kind-list/chips.ts'
import { makeSortable } from './kind-list/headings.ts'
import { Picks } from './kind-list/picks.ts'
import { loadData } from './load-data.ts'
import { siteRoot } from './site-root.ts'

const words = messages.kindPage

/**
 * The list of a kind: filters, order, columns and page stand in the address, so that it can be kept, passed on and gone back
 * to. The page has its first rows; all others come when somebody does something with it.
 */
class KindListElement extends HTMLElement {
  readonly #status = find(this, HTMLElement, '.filter-status')
  readonly #input = find(this, HTMLInputElement, '.list-bar > .filter')
  readonly #chips = find(this, HTMLElement, '.list-chips')
  readonly #frame = find(this, HTMLElement, '.list-frame')
  readonly #table = find(this, HTMLTableElement, '.list-frame > table')
  readonly #pager = find(this, HTMLElement, '.pager')
  readonly #picks = new Picks(this, (change) => void this.#change(change))
  #state: ListState = wholeList
  #loading: Promise<ListRows> | undefined

  connectedCallback(): void {
    this.#onHeadings()
    this.#input.addEventListener('input', () => void this.#change({ words: this.#input.value, page: 1 }, 'same'))
    find(this, HTMLFormElement, 'form').addEventListener('submit', (event) => event.preventDefault())
    find(this, HTMLButtonElement, '.list-download').addEventListener('click', () => void this.#download())
    this.#pager.addEventListener('click', (event) => this.#turnPage(event))
    this.#picks.onOpen(() => void this.#show())
    // Who comes near it will soon want the rest of it.
    this.addEventListener('focusin', () => void this.#rows().catch(() => undefined), { once: true })
    addEventListener('popstate', () => void this.#readAddress())
    if (location.search !== '') void this.#readAddress()
  }

  /** All rows: from the page where it holds them, otherwise fetched. After a failure the next call tries again. */
  #rows(): Promise<ListRows> {
    const { rows } = this.dataset
    const inPage = this.querySelector('script[type="application/json"]')?.textContent
    const file = rows === undefined ? Promise.resolve(JSON.parse(inPage ?? '') as ListFile) : loadData<ListFile>(rows)
    this.#loading ??= file.then(
      (loaded) => new ListRows(loaded, messages.intlLocale),
      (error: unknown) => {
        this.#loading = undefined
        throw error
      },
    )
    return this.#loading
  }

  async #readAddress(): Promise<void> {
    const list = await this.#rows().catch(() => undefined)
    if (list !== undefined) {
      const keys = list.file.columns.map(({ key }) => key)
      this.#state = stateIn(location.search, keys, list.file.moved)
      this.#input.value = this.#state.words
    }
    await this.#show()
  }

  async #change(change: Partial<ListState>, keep: 'new' | 'same' = 'new'): Promise<void> {
    this.#state = { ...this.#state, ...change }
    const address = location.pathname + queryOf(this.#state)
    if (keep === 'new') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    await this.#show()
  }

  async #show(): Promise<void> {
    let list: ListRows
    try {
      list = await this.#rows()
    } catch {
      this.#status.textContent = words.failed
      return
    }
    const rows = list.select(this.#state)
    const pages = Math.max(1, Math.ceil(rows.length / pageSize))
    const page = Math.min(this.#state.page, pages)
    const state = { ...this.#state, page }
    const columns = list.shown(state)
    this.#table.style.cssText = cardLabels(columns)
    this.#table.innerHTML = `${headingsHtml(columns, state)}<tbody role="rowgroup">${rowsHtml(
      list.file,
      rows.slice((page - 1) * pageSize, page * pageSize),
      columns,
      siteRoot(),
    )}</tbody>`
    this.#onHeadings()
    this.#pager.hidden = pages < 2
    this.#pager.innerHTML = pagerHtml(state, pages)
    this.#status.textContent = this.#said(rows.length, list.file.names.length, page, pages)
    this.#chips.replaceChildren(...chipsOf(list, state, (filters) => this.#unchoose(filters)))
    this.#picks.show(list, state)
  }

  #said(shown: number, total: number, page: number, pages: number): string {
    const { one = '', many = '' } = this.dataset
    const count = shown === total ? words.all(total, one, many) : words.some(shown, total, many)
    const nothing = shown === 0 ? `. ${words.nothing}` : ''
    return pages > 1 ? `${count}, ${words.page(page, pages)}` : count + nothing
  }

  /** Takes filters away; who did that with the keyboard goes on from the filter. */
  #unchoose(filters: ListState['filters']): void {
    void this.#change({ filters, page: 1 })
    this.#input.focus()
  }

  #onHeadings(): void {
    makeSortable(this.#table, (key) => {
      const { sort } = this.#state
      const descending = sort?.key === key && !sort.descending
      void this.#change({ sort: { key, descending }, page: 1 }).then(() =>
        this.#table.querySelector<HTMLElement>(`th[data-key="${CSS.escape(key)}"] .sort`)?.focus(),
      )
    })
  }

  #turnPage(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-page]') : null
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void this.#change({ page: Number(link.dataset['page']) }).then(() => {
      this.#frame.focus({ preventScroll: true })
      this.#status.scrollIntoView()
    })
  }

  async #download(): Promise<void> {
    const list = await this.#rows()
    const { idPrefix = '' } = this.dataset
    const csv = listCsv(list.file, list.select(this.#state), list.shown(this.#state), words, idPrefix)
    saveFile(`${list.file.folder}.csv`, 'text/csv', csv)
  }
}

customElements.define('kind-list', KindListElement)
