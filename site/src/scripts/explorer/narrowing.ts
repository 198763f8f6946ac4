import type { Question } from '../../impact/question.ts'
import type { ReadGraph } from '../../impact/read-impact-file.ts'
import { element, find } from './elements.ts'

/** The part of the question that says how far failure goes: the greatest degree, and the kinds that count. */
export class Narrowing {
  readonly #most: HTMLInputElement
  readonly #kinds: HTMLElement
  readonly #whole: HTMLDetailsElement

  constructor(inside: ParentNode, { described }: ReadGraph, onChange: () => void) {
    this.#whole = find(inside, HTMLDetailsElement, '.narrow')
    this.#most = find(inside, HTMLInputElement, '[name="most"]')
    this.#kinds = find(inside, HTMLElement, '.kinds')
    const kinds = new Map(described.map(({ kind, label }) => [kind, label]))
    const sorted = [...kinds].sort(([, a], [, b]) => (a < b ? -1 : 1))
    this.#kinds.append(
      ...sorted.map(([kind, label]) => {
        const box = element('input', '')
        box.type = 'checkbox'
        box.value = kind
        return element('label', '', box, ` ${label}`)
      }),
    )
    this.#most.addEventListener('input', onChange)
    this.#kinds.addEventListener('change', onChange)
  }

  /** What it says now. */
  get said(): Pick<Question, 'without' | 'most'> {
    const most = this.#most.valueAsNumber
    return {
      without: this.#boxes.filter(({ checked }) => !checked).map(({ value }) => value),
      most: Number.isInteger(most) && most > 0 ? most : undefined,
    }
  }

  /** Shows what a question says; opened, where it narrows anything. */
  show({ without, most }: Question): void {
    if (this.said.most !== most) this.#most.value = most === undefined ? '' : String(most)
    for (const box of this.#boxes) box.checked = !without.includes(box.value)
    if (without.length > 0 || most !== undefined) this.#whole.open = true
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.#kinds.querySelectorAll('input')]
  }
}
