import { element } from '../elements.ts'

/** Boxes that are all checked: what somebody unchecks is left out of a question. */
export class LeftOut {
  readonly #boxes: readonly HTMLInputElement[]

  /** Puts a box for each value into a place, by its label. */
  constructor(place: HTMLElement, labels: ReadonlyMap<string, string>, onChange: () => void) {
    const sorted = [...labels].sort(([, a], [, b]) => (a < b ? -1 : 1))
    this.#boxes = sorted.map(([value, label]) => {
      const box = element('input', '')
      box.type = 'checkbox'
      box.value = value
      place.append(element('label', '', box, ` ${label}`))
      return box
    })
    place.addEventListener('change', onChange)
  }

  /** The values that are left out. */
  get values(): string[] {
    return this.#boxes.filter(({ checked }) => !checked).map(({ value }) => value)
  }

  set values(without: readonly string[]) {
    for (const box of this.#boxes) box.checked = !without.includes(box.value)
  }
}
