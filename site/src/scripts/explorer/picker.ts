import type { DescribedItem } from '../../impact/read-impact-file.ts'
import type { Suggest } from '../../impact/suggest-items.ts'
import { messages } from '../../messages/messages.ts'
import { element, find } from '../elements.ts'
import { kindOf } from './elements.ts'

/** More suggestions than this nobody reads. */
const most = 10

/** A box that suggests items while one types, and hands over the one that is picked: ARIA's combobox with a list. */
export class Picker {
  readonly input: HTMLInputElement
  readonly #list: HTMLElement
  readonly #status: HTMLElement
  readonly #suggest: Suggest
  readonly #onPick: (item: DescribedItem) => void
  #found: readonly DescribedItem[] = []
  #marked = -1
  /** What the box says while nobody types. */
  #settled = ''

  /** @param whole what `ItemPicker.astro` makes. */
  constructor(whole: ParentNode, suggest: Suggest, onPick: (item: DescribedItem) => void) {
    this.input = find(whole, HTMLInputElement, 'input')
    this.#list = find(whole, HTMLElement, '[role="listbox"]')
    this.#status = find(whole, HTMLElement, '.pick-status')
    this.#suggest = suggest
    this.#onPick = onPick
    const { input } = this
    const list = this.#list
    input.addEventListener('input', () => this.#look())
    input.addEventListener('focus', () => {
      input.select()
      if (input.value !== this.#settled) this.#look()
    })
    input.addEventListener('blur', () => this.#close())
    input.addEventListener('keydown', (event) => this.#onKey(event))
    // A press would take the focus from the box, and so close the list before the click comes.
    list.addEventListener('mousedown', (event) => event.preventDefault())
    list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
      if (option !== null) this.#pick([...list.children].indexOf(option))
    })
  }

  /** Says something in the box, and nothing below it. */
  settle(text: string): void {
    this.#settled = text
    this.input.value = text
    this.#status.textContent = ''
    this.#found = []
    this.#close()
  }

  #look(): void {
    this.#found = this.#suggest(this.input.value, most)
    this.#list.replaceChildren(...this.#found.map((item, place) => optionOf(item, this.#optionId(place))))
    const isMissed = this.input.value.trim() !== '' && this.#found.length === 0
    this.#status.textContent = isMissed ? messages.explorer.noSuchName : ''
    this.#open(this.#found.length > 0)
    this.#mark(this.#found.length > 0 ? 0 : -1)
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen
    this.input.ariaExpanded = String(isOpen)
  }

  #close(): void {
    this.#open(false)
    this.#mark(-1)
  }

  #mark(place: number): void {
    const { input } = this
    const list = this.#list
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
    this.settle('')
    this.#onPick(item)
  }

  readonly #optionId = (place: number): string => `${this.#list.id}-${String(place)}`

  #onKey(event: KeyboardEvent): void {
    const count = this.#found.length
    const isOpen = !this.#list.hidden
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

function optionOf(item: DescribedItem, id: string): HTMLLIElement {
  const note = item.note === '' ? [] : [element('span', 'aside', item.note)]
  const option = element('li', '', element('span', 'result-name', item.name), ...note, kindOf(item))
  option.id = id
  option.role = 'option'
  if (item.aliases !== '') option.append(element('span', 'result-aliases', messages.explorer.alsoCalled(item.aliases)))
  return option
}
