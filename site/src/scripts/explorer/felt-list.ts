import type { AnswerRow } from '../../impact/answer.ts'
import { messages } from '../../messages/messages.ts'
import { element } from '../elements.ts'
import { itemLink, stateBadge } from './elements.ts'

/** What a manager asks after first. */
const felt = [
  { kind: 'ValueStream', title: messages.explorer.streams },
  { kind: 'Service', title: messages.explorer.services },
]
/** So many of each are listed; the table has all. */
const most = 12

/** Value streams beside services that are hit, each with how it is: the worst first. Undefined where there are none. */
export function feltList(rows: readonly AnswerRow[]): HTMLElement | undefined {
  const lists = felt.flatMap(({ kind, title }) => {
    const hit = rows.filter(({ item }) => item.kind === kind)
    return hit.length === 0 ? [] : [listOf(title, hit)]
  })
  return lists.length === 0 ? undefined : element('div', 'felt', ...lists)
}

function listOf(title: string, hit: readonly AnswerRow[]): HTMLElement {
  const shown = hit
    .slice(0, most)
    .map(({ item, state }) =>
      element(
        'li',
        '',
        ...(state === undefined ? [] : [stateBadge(state)]),
        element('span', '', itemLink(item, false)),
      ),
    )
  const left = hit.length - shown.length
  const more = left === 0 ? [] : [element('li', 'sub', messages.explorer.moreBelow(left))]
  const heading = element('h2', '', title, element('span', 'count', String(hit.length)))
  return element('section', '', heading, element('ul', '', ...shown, ...more))
}
