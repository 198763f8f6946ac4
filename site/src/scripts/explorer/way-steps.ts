import type { Path } from '../../../../graph/impact/path.ts'
import type { ReadGraph } from '../../impact/read-impact-file.ts'
import { messages } from '../../messages/messages.ts'
import { element } from '../elements.ts'
import { itemLink } from './elements.ts'

/** A path as a list: at each step how the item before it is related, how much that counts, and the item with its page. */
export function waySteps({ index, verbs, described }: ReadGraph, { items, hops }: Path): HTMLOListElement {
  const named = (id = ''): DocumentFragment | string => {
    const item = described[index.numbers.get(id) ?? -1]
    return item === undefined ? id : itemLink(item)
  }
  const steps = hops.map(({ need, group }, i) => {
    const verb = verbs.get(need.type)?.[need.dependent === items[i] ? 0 : 1] ?? need.type
    const strength =
      need.criticality === undefined ? messages.explorer.onlyChange : messages.criticalitiesInSentence[need.criticality]
    const cover = group === undefined ? '' : `, ${group.name}: ${messages.impactPhrases.left(group)}`
    return element('li', '', `${verb} `, named(items[i + 1]), element('span', 'aside', `${strength}${cover}`))
  })
  return element('ol', '', ...steps)
}
