import type { State } from '../../../../graph/impact/states.ts'
import type { DescribedItem } from '../../impact/read-impact-file.ts'
import { stateWords } from '../../words/states.ts'
import { element } from '../elements.ts'

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
