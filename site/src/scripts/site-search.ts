import { resultLink } from './result-link.ts'
import type { Found, SearchEngine } from './search-engine.ts'

/** More results than this nobody reads in a box; the search page shows all. */
const most = 12

/** The search box in the header: a link that becomes a dialog. `/` and Ctrl+K open it. */
class SiteSearch extends HTMLElement {
  readonly #open = find(this, HTMLAnchorElement, '.search-open')
  readonly #dialog = find(this, HTMLDialogElement, 'dialog')
  readonly #input = find(this, HTMLInputElement, 'input')
  readonly #status = find(this, HTMLElement, '.search-status')
  readonly #results = find(this, HTMLElement, '.search-results')
  #marked = -1

  connectedCallback(): void {
    this.#open.setAttribute('role', 'button')
    this.#open.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      this.#show()
    })
    this.#open.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      this.#show()
    })
    find(this, HTMLButtonElement, '.search-close').addEventListener('click', () => this.#dialog.close())
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close()
    })
    this.#input.addEventListener('input', () => void this.#search())
    this.#input.addEventListener('keydown', (event) => this.#onKey(event))
    document.addEventListener('keydown', (event) => this.#onShortcut(event))
  }

  #show(): void {
    if (this.#dialog.open) return
    this.#dialog.showModal()
    this.#input.select()
    void this.#load()
  }

  /** Most visits search nothing: what searching takes comes when the box is opened. */
  async #load(): Promise<SearchEngine> {
    const { loadEngine } = await import('./search-index.ts')
    return loadEngine(this.dataset['index'] ?? '', this.dataset['base'] ?? '/')
  }

  async #search(): Promise<void> {
    const words = this.#input.value.trim()
    if (words === '') {
      this.#list([], '')
      return
    }
    try {
      const found = (await this.#load())(words)
      if (words !== this.#input.value.trim()) return
      const count = found.length === 1 ? '1 result' : `${String(found.length)} results`
      this.#list(found.slice(0, most), found.length > most ? `${count}, the best ${String(most)} here` : count)
    } catch {
      this.#list([], 'The search can’t be loaded. Try again later.')
    }
  }

  #list(found: readonly Found[], status: string): void {
    this.#results.replaceChildren(
      ...found.map((each, i) => {
        const link = resultLink(each)
        link.id = `search-result-${String(i)}`
        link.role = 'option'
        link.tabIndex = -1
        return link
      }),
    )
    this.#status.textContent = status
    this.#input.ariaExpanded = String(found.length > 0)
    this.#mark(found.length > 0 ? 0 : -1)
  }

  #mark(place: number): void {
    const items = [...this.#results.children]
    this.#marked = place
    for (const [i, item] of items.entries()) item.ariaSelected = String(i === place)
    const marked = items[place]
    if (marked === undefined) this.#input.removeAttribute('aria-activedescendant')
    else {
      this.#input.setAttribute('aria-activedescendant', marked.id)
      marked.scrollIntoView({ block: 'nearest' })
    }
  }

  #onKey(event: KeyboardEvent): void {
    const count = this.#results.children.length
    if (event.key === 'Enter') {
      const marked = this.#results.children[this.#marked]
      if (marked instanceof HTMLAnchorElement) location.assign(marked.href)
    } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      this.#mark((this.#marked + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    }
  }

  #onShortcut(event: KeyboardEvent): void {
    const typing =
      event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')
    const combined = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
    if (!combined && (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey)) return
    event.preventDefault()
    this.#show()
  }
}

function find<Kind extends Element>(inside: ParentNode, kind: new () => Kind, selector: string): Kind {
  const found = inside.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The search box has no ${selector}.`)
  return found
}

customElements.define('site-search', SiteSearch)
