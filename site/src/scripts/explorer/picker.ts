import type { DescribedItem } from '../../impact/read-impact-file.ts'
import type { Suggest } from '../../impact/suggest-items.ts'
import { element, kindOf } from './elements.ts'

/** More suggestions than this nobody reads. */
const most = 10

/** What the box is made of, and what it does. */
export interface PickerParts {
  readonly input: HTMLInputElement
  readonly list: HTMLElement
  readonly status: HTMLElement
  readonly suggest: Suggest
  readonly onPick: (item: DescribedItem) => void
}

/** A box that suggests items while one types, and hands over the one that is picked: ARIA's combobox with a list. */
export class Picker {
  readonly #parts: PickerParts
  #found: readonly DescribedItem[] = []
  #marked = -1

  constructor(parts: PickerParts) {
    this.#parts = parts
    const { input, list } = parts
    input.addEventListener('input', () => this.#look())
    input.addEventListener('focus', () => this.#look())
    input.addEventListener('blur', () => this.#close())
    input.addEventListener('keydown', (event) => this.#onKey(event))
    // A press would take the focus from the box, and so close the list before the click comes.
    list.addEventListener('mousedown', (event) => event.preventDefault())
    list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
      if (option !== null) this.#pick([...list.children].indexOf(option))
    })
  }

  #look(): void {
    const { input, list, status, suggest } = this.#parts
    this.#found = suggest(input.value, most)
    list.replaceChildren(...this.#found.map(optionOf))
    const isSought = input.value.trim() !== ''
    status.textContent = !isSought ? '' : this.#found.length === 0 ? 'No item is called that.' : ''
    this.#open(this.#found.length > 0)
    this.#mark(this.#found.length > 0 ? 0 : -1)
  }

  #open(isOpen: boolean): void {
    this.#parts.list.hidden = !isOpen
    this.#parts.input.ariaExpanded = String(isOpen)
  }

  #close(): void {
    this.#open(false)
    this.#mark(-1)
  }

  #mark(place: number): void {
    const { input, list } = this.#parts
    this.#marked = place
    for (const [i, option] of [...list.children].entries()) option.ariaSelected = String(i === place)
    const marked = list.children[place]
    if (marked === undefined) input.removeAttribute('aria-activedescendant')
    else {
      input.setAttribute('aria-activedescendant', marked.id)
      marked.scrollIntoView({ block: 'nearest' })
    }
  }

  #pick(place: number): void {
    const item = this.#found[place]
    if (item === undefined) return
    this.#parts.input.value = ''
    this.#parts.status.textContent = ''
    this.#found = []
    this.#close()
    this.#parts.onPick(item)
  }

  #onKey(event: KeyboardEvent): void {
    const count = this.#found.length
    const isOpen = !this.#parts.list.hidden
    if (event.key === 'Enter') {
      // The box stands in a form, which has nothing to send.
      event.preventDefault()
      if (isOpen) this.#pick(this.#marked)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      this.#close()
    } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      if (!isOpen) this.#open(true)
      this.#mark((this.#marked + (event.key === 'ArrowDown' ? 1 : count - 1 + Number(this.#marked === -1))) % count)
    }
  }
}

function optionOf(item: DescribedItem, place: number): HTMLLIElement {
  const note = item.note === '' ? [] : [element('span', 'aside', item.note)]
  const option = element('li', '', element('span', 'result-name', item.name), ...note, kindOf(item))
  option.id = `pick-${String(place)}`
  option.role = 'option'
  if (item.aliases !== '') option.append(element('span', 'result-aliases', `Also called ${item.aliases}`))
  return option
}
