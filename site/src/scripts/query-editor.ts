/** Where the API is, as the server that serves this site tells it. */
interface Served {
  readonly editor: string | null
}

/** Leads to the query editor, and takes the page's questions there, where the API itself serves the site. */
class QueryEditor extends HTMLElement {
  async connectedCallback(): Promise<void> {
    // From a disk there is no API, and nothing may be fetched.
    const { api, ask = '' } = this.dataset
    if (api === undefined || location.protocol === 'file:') return
    const { editor } = await fetch(api)
      .then(async (response): Promise<Served> => (await response.json()) as Served)
      .catch((): Served => ({ editor: null }))
    if (editor === null) return
    const link = this.querySelector('a')
    if (link !== null) link.href = editor
    for (const paragraph of this.querySelectorAll('p')) paragraph.hidden = !paragraph.hidden
    for (const code of document.querySelectorAll('pre[data-asks]')) {
      const to = document.createElement('a')
      to.href = `${editor}?${new URLSearchParams({ query: code.textContent }).toString()}`
      to.textContent = ask
      to.className = 'ask-in-editor'
      code.after(to)
    }
  }
}

customElements.define('query-editor', QueryEditor)
