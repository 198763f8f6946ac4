import { messages } from '../messages/messages.ts'
import type { SearchAnswer } from '../search/search-engine.ts'
import { button, element, find } from './elements.ts'
import { kindLink, resultLink } from './result-link.ts'
import { loadEngine } from './search-index.ts'
import { showKinds } from './search-kinds.ts'
import { statusOf } from './search-status.ts'

/** So many results come at once, and again when more are asked for. */
const atOnce = 50
const words = messages.search

/** The search page: words and kinds stand in the address, so that a search can be kept and passed on. */
class SearchPage extends HTMLElement {
  readonly #input = find(this, HTMLInputElement, 'input')
  readonly #kinds = find(this, HTMLElement, '.search-kinds')
  readonly #status = find(this, HTMLElement, '.search-status')
  readonly #results = find(this, HTMLElement, '.search-results')
  readonly #more = find(this, HTMLElement, '.search-more')
  #only: ReadonlySet<string> = new Set()

  connectedCallback(): void {
    const form = find(this, HTMLFormElement, 'form')
    form.hidden = false
    this.querySelector('.note')?.remove()
    form.addEventListener('submit', (event) => event.preventDefault())
    this.#input.addEventListener('input', () => void this.#search('same'))
    addEventListener('popstate', () => this.#readAddress())
    this.#readAddress()
  }

  #readAddress(): void {
    const said = new URLSearchParams(location.search)
    this.#input.value = said.get('q') ?? ''
    this.#only = new Set(said.getAll('kind'))
    if (this.#input.value === '') this.#input.focus()
    void this.#search('not')
  }

  async #search(keep: 'new' | 'same' | 'not'): Promise<void> {
    const said = this.#input.value.trim()
    const query = new URLSearchParams([['q', said], ...[...this.#only].map((folder) => ['kind', folder])])
    const address = said === '' ? location.pathname : `?${query.toString()}`
    if (keep === 'new') history.pushState(null, '', address)
    else if (keep === 'same') history.replaceState(null, '', address)
    if (said === '') {
      for (const each of [this.#kinds, this.#results, this.#more]) each.replaceChildren()
      this.#status.textContent = ''
      return
    }
    try {
      const engine = await loadEngine()
      if (said !== this.#input.value.trim()) return
      const answer = engine.search(said, this.#only)
      showKinds(this.#kinds, engine, answer, this.#only, (only) => {
        this.#only = only
        void this.#search('new')
      })
      this.#results.replaceChildren(...answer.kinds.map((kind) => element('li', '', kindLink(kind))))
      this.#add(answer, 0)
      this.#status.textContent = statusOf(answer, answer.total)
    } catch {
      this.#status.textContent = words.failed
    }
  }

  /** Adds results to those that are there. @returns the first of them. */
  #add(answer: SearchAnswer, from: number): HTMLLIElement | undefined {
    const items = answer.items(from, from + atOnce).map((found) => element('li', '', resultLink(found)))
    this.#results.append(...items)
    const left = answer.total - from - items.length
    const more = button('chip-clear', words.more(left), () => {
      this.#add(answer, from + atOnce)
        ?.querySelector('a')
        ?.focus()
    })
    this.#more.replaceChildren(...(left > 0 ? [more] : []))
    return items[0]
  }
}

customElements.define('search-page', SearchPage)
