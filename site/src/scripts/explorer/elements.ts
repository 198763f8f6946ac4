import type { State } from '../../../../graph/impact/states.ts'
import type { DescribedItem } from '../../impact/read-impact-file.ts'
import { stateWords } from '../../words/states.ts'

/** Makes an element of a class, with what is in it. Texts stay texts: nothing of a catalogue becomes HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...content)
  return made
}

/** What lies inside at a selector. @throws Error where the page has nothing of that sort there. */
export function find<Kind extends Element>(inside: ParentNode, kind: new () => Kind, selector: string): Kind {
  const found = inside.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The explorer has no ${selector}.`)
  return found
}

/** A state in a word, marked with its own sign. */
export function stateBadge(state: State): HTMLSpanElement {
  const { text, tone } = stateWords(state)
  const badge = element('span', 'badge', text)
  badge.dataset['tone'] = tone
  return badge
}

/** A link to an item's page, with what stands behind its name, and its kind. */
export function itemLink(item: DescribedItem, withKind = true): DocumentFragment {
  const made = new DocumentFragment()
  const link = element('a', '', item.name)
  link.href = item.href
  made.append(link)
  if (item.note !== '') made.append(element('span', 'aside', item.note))
  if (withKind) made.append(kindOf(item))
  return made
}

/** An item's kind, marked with the colour of its area. */
export function kindOf({ label, area }: DescribedItem): HTMLSpanElement {
  const kind = element('span', 'kind', label)
  kind.dataset['area'] = area
  return kind
}

/** A button that does something on this page. */
export function button(className: string, text: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', className, text)
  made.type = 'button'
  made.addEventListener('click', onPress)
  return made
}
