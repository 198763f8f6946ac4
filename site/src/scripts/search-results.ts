import { messages } from '../messages/messages.ts'
import { element } from './elements.ts'
import { kindLink, resultLink } from './result-link.ts'
import { loadEngine } from './search-index.ts'
import { showKinds } from './search-kinds.ts'
import { statusOf } from './search-status.ts'
import { siteRoot } from './site-root.ts'

/** More results than this nobody reads in a box; the search page shows all. */
const most = 12
const words = messages.search

/** The parts of the search box that change. */
export interface SearchBox {
  readonly input: HTMLInputElement
  readonly kinds: HTMLElement
  readonly status: HTMLElement
  readonly results: HTMLElement
}

/** Folders of the kinds that somebody wants alone. */
let only: ReadonlySet<string> = new Set()

/** Fetches what is searched, once a page, so that it is there when the first words are. */
export const load = (): Promise<unknown> => loadEngine().catch(() => undefined)

/** Finds what stands in the box's input and lists it, the best marked. */
export async function search(box: SearchBox): Promise<void> {
  const said = box.input.value.trim()
  if (said === '') {
    box.kinds.replaceChildren()
    list(box, [], '')
    return
  }
  try {
    const engine = await loadEngine()
    // Meanwhile somebody may have gone on typing.
    if (said !== box.input.value.trim()) return
    const answer = engine.search(said, only)
    showKinds(box.kinds, engine, answer, only, (chosen) => {
      only = chosen
      void search(box)
    })
    const links = [
      ...answer.kinds.map(kindLink),
      ...answer.items(0, most).map(resultLink),
      ...(answer.total > most ? [allLink(said)] : []),
    ]
    list(box, links, statusOf(answer, most))
  } catch {
    list(box, [], words.failed)
  }
}

/** The keyboard stays in the input: up and down mark another result, Enter goes to the marked one. */
export function onKey(box: SearchBox, key: 'ArrowDown' | 'ArrowUp' | 'Enter'): void {
  const items = [...box.results.children]
  const marked = items.findIndex(({ ariaSelected }) => ariaSelected === 'true')
  if (key === 'Enter') {
    const link = items[marked]
    if (link instanceof HTMLAnchorElement) link.click()
  } else if (items.length > 0) {
    mark(box, (marked + (key === 'ArrowDown' ? 1 : items.length - 1)) % items.length)
  }
}

/** The way to the search page with the same search. */
function allLink(said: string): HTMLAnchorElement {
  const link = element('a', 'result-all', words.showAll)
  const query = new URLSearchParams([['q', said], ...[...only].map((folder) => ['kind', folder])])
  link.href = `${siteRoot()}search/?${query.toString()}`
  return link
}

function list(box: SearchBox, links: readonly HTMLAnchorElement[], status: string): void {
  for (const [i, link] of links.entries()) {
    link.id = `search-result-${String(i)}`
    link.role = 'option'
    link.tabIndex = -1
  }
  box.results.replaceChildren(...links)
  box.status.textContent = status
  box.input.ariaExpanded = String(links.length > 0)
  mark(box, 0)
}

function mark({ input, results }: SearchBox, place: number): void {
  const items = [...results.children]
  for (const [i, item] of items.entries()) item.ariaSelected = String(i === place)
  const marked = items[place]
  if (marked === undefined) input.removeAttribute('aria-activedescendant')
  else {
    input.setAttribute('aria-activedescendant', marked.id)
    marked.scrollIntoView({ block: 'nearest' })
  }
}
