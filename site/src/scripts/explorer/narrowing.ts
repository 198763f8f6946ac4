import type { Question } from '../../impact/question.ts'
import type { ReadGraph } from '../../impact/read-impact-file.ts'
import { find } from '../elements.ts'
import { LeftOut } from './left-out.ts'

/** The part of the question that says how far failure goes: the greatest degree, and the kinds that count. */
export class Narrowing {
  readonly #most: HTMLInputElement
  readonly #kinds: LeftOut
  readonly #whole: HTMLDetailsElement

  constructor(inside: ParentNode, { described }: ReadGraph, onChange: () => void) {
    this.#whole = find(inside, HTMLDetailsElement, '.narrow')
    this.#most = find(inside, HTMLInputElement, '[name="most"]')
    const kinds = new Map(described.map(({ kind, label }) => [kind, label]))
    this.#kinds = new LeftOut(find(inside, HTMLElement, '.kinds'), kinds, onChange)
    this.#most.addEventListener('input', onChange)
  }

  /** What it says now. */
  get said(): Pick<Question, 'without' | 'most'> {
    const most = this.#most.valueAsNumber
    return { without: this.#kinds.values, most: Number.isInteger(most) && most > 0 ? most : undefined }
  }

  /** Shows what a question says; opened, where it narrows anything. */
  show({ without, most }: Question): void {
    if (this.said.most !== most) this.#most.value = most === undefined ? '' : String(most)
    this.#kinds.values = without
    if (without.length > 0 || most !== undefined) this.#whole.open = true
  }
}
