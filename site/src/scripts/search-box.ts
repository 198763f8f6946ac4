/** The search in the header: a link that becomes a button, which opens a box. `/` and Ctrl+K open it too. */
const searchLink = document.querySelector<HTMLAnchorElement>('.search-open')

/** Asked for once the box is opened: most visits search nothing. */
const loadResults = (): Promise<typeof import('./search-results.ts')> => import('./search-results.ts')

let dialog: HTMLDialogElement | undefined

function show(): void {
  if (searchLink === null || dialog?.open === true) return
  dialog ??= makeDialog(searchLink)
  dialog.showModal()
  dialog.querySelector('input')?.select()
  void loadResults().then(({ load }) => load())
}

function makeDialog({ dataset }: HTMLElement): HTMLDialogElement {
  const { label = '', hint = '', close = '' } = dataset
  const made = element('dialog', { className: 'search-dialog', ariaLabel: label })
  const input = element('input', { type: 'search', role: 'combobox', ariaLabel: label, placeholder: hint })
  input.setAttribute('aria-controls', 'search-results')
  Object.assign(input, { autocomplete: 'off', spellcheck: false, ariaExpanded: 'false', ariaAutoComplete: 'list' })
  const closer = element('button', { type: 'button', className: 'search-close', textContent: close })
  const field = element('div', { className: 'search-field' })
  field.append(input, closer)
  const status = element('p', { className: 'search-status', role: 'status' })
  const results = element('div', { id: 'search-results', className: 'search-results', role: 'listbox' })
  results.ariaLabel = label
  // Between the words and what they find: the kinds to choose from.
  const kinds = element('div', { className: 'search-kinds', role: 'group' })
  made.append(field, kinds, status, results)
  closer.addEventListener('click', () => made.close())
  made.addEventListener('click', ({ target }) => {
    if (target === made) made.close()
  })
  const box = { input, kinds, status, results }
  input.addEventListener('input', () => void loadResults().then(({ search }) => search(box)))
  input.addEventListener('keydown', (event) => {
    const { key } = event
    if (key !== 'ArrowDown' && key !== 'ArrowUp' && key !== 'Enter') return
    if (key !== 'Enter') event.preventDefault()
    void loadResults().then(({ onKey }) => onKey(box, key))
  })
  document.body.append(made)
  return made
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties)
}

function onShortcut(event: KeyboardEvent): void {
  const typing =
    event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')
  const combined = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
  if (!combined && (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey)) return
  event.preventDefault()
  show()
}

if (searchLink !== null) {
  searchLink.role = 'button'
  searchLink.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    show()
  })
  searchLink.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return
    event.preventDefault()
    show()
  })
  document.addEventListener('keydown', onShortcut)
}
