import type { ListRows } from '../../kind-list/list-rows.ts'
import type { ListState } from '../../kind-list/list-state.ts'
import { element, find } from '../elements.ts'
import { columnsPanel, facetPanel, sortPanel } from './panels.ts'

/**
 * The buttons above a list that open a choice: a column's values, the order, the columns. They are `details`, so that they open
 * and close by themselves; one is open at a time, and Escape closes it.
 */
export class Picks {
  readonly #facets: HTMLElement
  readonly #tools: HTMLElement
  readonly #onChange: (change: Partial<ListState>) => void
  #onOpen: () => void = () => undefined

  /** @param onChange told what somebody chose. */
  constructor(list: HTMLElement, onChange: (change: Partial<ListState>) => void) {
    this.#facets = find(list, HTMLElement, '.list-picks')
    this.#tools = find(list, HTMLElement, '.list-tools')
    this.#onChange = onChange
    for (const pick of this.#all()) this.#listen(pick)
    document.addEventListener('pointerdown', ({ target }) => {
      for (const pick of this.#all()) if (target instanceof Node && !pick.contains(target)) pick.open = false
    })
  }

  /** What to do once a choice is opened: show it. */
  onOpen(listener: () => void): void {
    this.#onOpen = listener
  }

  /** Shows what is chosen on every button, and what there is to choose in the open one. */
  show(list: ListRows, state: ListState): void {
    const known = new Map(this.#all().map((pick) => [pick.dataset['key'], pick]))
    const facets = list.facets(state).map(({ key, title }) => {
      const pick = known.get(key) ?? this.#listen(element('details', 'list-pick', element('summary', '')))
      pick.dataset['key'] = key
      const count = state.filters.get(key)?.size ?? 0
      const marks = count === 0 ? [] : [element('span', 'count', String(count))]
      pick.querySelector('summary')?.replaceChildren(title, ...marks)
      return pick
    })
    // Taken out and put back, an element loses the focus.
    if (facets.some((pick, i) => this.#facets.children[i] !== pick) || this.#facets.children.length !== facets.length) {
      this.#facets.replaceChildren(...facets)
    }
    for (const pick of this.#all()) if (pick.open) this.#fill(pick, list, state)
  }

  #fill(pick: HTMLDetailsElement, list: ListRows, state: ListState): void {
    const { key = '', tool } = pick.dataset
    const old = pick.querySelector('.list-panel')
    const focused = document.activeElement
    const place =
      focused instanceof HTMLInputElement && old?.contains(focused) ? `${focused.type}:${focused.value}` : ''
    const make = tool === 'sort' ? sortPanel : tool === 'columns' ? columnsPanel : facetPanel
    const panel = make({ list, state, key, onChange: this.#onChange, narrowedTo: narrowedTo(old) })
    old?.remove()
    pick.append(panel)
    const same = [...panel.querySelectorAll('input')].find(({ type, value }) => `${type}:${value}` === place)
    same?.focus()
  }

  #listen(pick: HTMLDetailsElement): HTMLDetailsElement {
    pick.addEventListener('toggle', () => {
      if (!pick.open) return
      for (const other of this.#all()) if (other !== pick) other.open = false
      this.#onOpen()
    })
    pick.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !pick.open) return
      pick.open = false
      pick.querySelector('summary')?.focus()
    })
    return pick
  }

  #all(): HTMLDetailsElement[] {
    return [this.#facets, this.#tools].flatMap((each) => [...each.querySelectorAll('details')])
  }
}

const narrowedTo = (panel: Element | null): string =>
  panel?.querySelector<HTMLInputElement>('[type="search"]')?.value ?? ''
