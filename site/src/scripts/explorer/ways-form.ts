import { mostWays } from '../../impact/question.ts'
import type { WaysAsked } from '../../impact/question.ts'
import type { DescribedItem, ReadGraph } from '../../impact/read-impact-file.ts'
import type { Suggest } from '../../impact/suggest-items.ts'
import { find } from '../elements.ts'
import { LeftOut } from './left-out.ts'
import { Picker } from './picker.ts'

/** The question which ways lead from one item to another: two boxes, how many, along which relations. */
export class WaysForm {
  readonly #describedBy: (id: string) => DescribedItem | undefined
  readonly #ends: readonly { readonly end: 'from' | 'to'; readonly picker: Picker }[]
  readonly #first: HTMLInputElement
  readonly #relations: LeftOut
  readonly #whole: HTMLDetailsElement
  #asked: WaysAsked | undefined

  constructor(inside: ParentNode, graph: ReadGraph, suggest: Suggest, onAsk: (change: Partial<WaysAsked>) => void) {
    this.#describedBy = (id) => graph.described[graph.index.numbers.get(id) ?? -1]
    this.#ends = (['from', 'to'] as const).map((end) => {
      const whole = find(inside, HTMLElement, `.pick:has(#${end})`)
      const picker = new Picker(whole, suggest, ({ id }) => onAsk({ [end]: id }))
      // Who empties the box takes the item out; who leaves half a name in it still has the item that was there.
      picker.input.addEventListener('change', () => {
        if (picker.input.value.trim() === '') onAsk({ [end]: undefined })
      })
      picker.input.addEventListener('blur', () => picker.settle(this.#nameOf(end)))
      return { end, picker }
    })
    this.#first = find(inside, HTMLInputElement, '[name="first"]')
    this.#first.addEventListener('input', () => {
      const first = this.#first.valueAsNumber
      if (Number.isInteger(first) && first > 0) onAsk({ first: Math.min(first, mostWays) })
    })
    this.#whole = find(inside, HTMLDetailsElement, '.narrow')
    const place = find(inside, HTMLElement, '.kinds')
    this.#relations = new LeftOut(place, relationLabels(graph), () => onAsk({ without: this.#relations.values }))
    find(inside, HTMLButtonElement, '.swap').addEventListener('click', () => {
      onAsk({ from: this.#asked?.to, to: this.#asked?.from })
    })
  }

  /** Shows a question. */
  show(asked: WaysAsked): void {
    this.#asked = asked
    for (const { end, picker } of this.#ends) picker.settle(this.#nameOf(end))
    if (this.#first.valueAsNumber !== asked.first && document.activeElement !== this.#first) {
      this.#first.value = String(asked.first)
    }
    this.#relations.values = asked.without
    if (asked.without.length > 0) this.#whole.open = true
  }

  #nameOf(end: 'from' | 'to'): string {
    const id = this.#asked?.[end]
    return id === undefined ? '' : (this.#describedBy(id)?.name ?? id)
  }
}

/** How each type of relation that the graph has is said; with the type, where several are said alike. */
function relationLabels({ index, verbs }: ReadGraph): Map<string, string> {
  const types = [...new Set([...index.needs].map(({ type }) => type))]
  const said = types.map((type) => ({ type, verb: verbs.get(type)?.[0] ?? type }))
  const alike = Map.groupBy(said, ({ verb }) => verb)
  return new Map(said.map(({ type, verb }) => [type, (alike.get(verb) ?? []).length > 1 ? `${verb} (${type})` : verb]))
}
