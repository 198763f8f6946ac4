import { messages } from '../messages/messages.ts'
import { hasAny, marked, snippet } from '../search/marked.ts'
import type { MarkedPart } from '../search/marked.ts'
import type { Found, FoundKind } from '../search/search-engine.ts'
import { element } from './elements.ts'

const words = messages.search

/** Makes the link to a result: its name and kind, the other name that was meant, what it is, and whose. */
export function resultLink(found: Found): HTMLAnchorElement {
  const { href, name, kind, area, summary, aliases, within, matches } = found
  const link = element('a', '', part('result-name', marked(name, matches)), kindMark(kind, area))
  link.href = href
  if (within !== undefined) {
    link.append(element('span', 'aside', (within.is === 'holder' ? words.inHolder : words.ownedBy)(within.name)))
  }
  const meant = aliases.filter((alias) => hasAny(alias, matches))
  if (meant.length > 0) link.append(part('result-aliases', marked(words.aliases(meant.join(', ')), matches)))
  if (summary !== '') link.append(part('result-summary', snippet(marked(summary, matches))))
  return link
}

/** Makes the link to all items of a kind that was named. */
export function kindLink({ href, name, area, count }: FoundKind): HTMLAnchorElement {
  const counted = `${count.toLocaleString(messages.intlLocale)} ${messages.inSentence(name)}`
  const link = element('a', '', element('span', 'result-name', words.allOf(counted)), kindMark(name, area))
  link.href = href
  return link
}

function kindMark(name: string, area: string): HTMLSpanElement {
  const mark = element('span', 'kind', name)
  mark.dataset['area'] = area
  return mark
}

const part = (className: string, parts: readonly MarkedPart[]): HTMLSpanElement =>
  element('span', className, ...parts.map((each) => (each.marked ? element('mark', '', each.text) : each.text)))
