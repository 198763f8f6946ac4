import { resultLink } from './result-link.ts'
import type { Found } from './search-engine.ts'
import { loadEngine } from './search-index.ts'

/** More results than this nobody reads. */
const most = 200

/** The search page: the words stand in the address, so that a search can be kept and passed on. */
class SearchPage extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')
    const input = this.querySelector('input')
    if (form === null || input === null) return
    form.hidden = false
    this.querySelector('.note')?.remove()
    input.value = new URLSearchParams(location.search).get('q') ?? ''
    input.addEventListener('input', () => void this.#search(input.value))
    form.addEventListener('submit', (event) => event.preventDefault())
    if (input.value !== '') void this.#search(input.value)
  }

  async #search(said: string): Promise<void> {
    const [status, results] = [this.querySelector('.search-status'), this.querySelector('.search-results')]
    const words = said.trim()
    history.replaceState(null, '', words === '' ? location.pathname : `?q=${encodeURIComponent(words)}`)
    if (status === null || results === null) return
    if (words === '') {
      status.textContent = ''
      results.replaceChildren()
      return
    }
    try {
      const found = (await loadEngine(this.dataset['index'] ?? '', this.dataset['base'] ?? '/'))(words)
      results.replaceChildren(...found.slice(0, most).map(listItem))
      status.textContent = found.length === 1 ? '1 result' : `${String(found.length)} results`
    } catch {
      status.textContent = 'The search can’t be loaded. Try again later.'
    }
  }
}

function listItem(found: Found): HTMLLIElement {
  const item = document.createElement('li')
  item.append(resultLink(found))
  return item
}

customElements.define('search-page', SearchPage)
