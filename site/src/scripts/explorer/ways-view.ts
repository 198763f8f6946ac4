import type { WaysAsked } from '../../impact/question.ts'
import type { ReadGraph } from '../../impact/read-impact-file.ts'
import { waysCsv, waysJson } from '../../impact/ways-downloads.ts'
import type { WaysAnswer } from '../../impact/ways.ts'
import { messages } from '../../messages/messages.ts'
import { element } from '../elements.ts'
import { itemLink } from './elements.ts'
import { saveButtons } from './save-buttons.ts'
import { waySteps } from './way-steps.ts'

/** Every way as a sentence and step by step, and what takes them along. */
export function waysView(graph: ReadGraph, asked: WaysAsked, answer: WaysAnswer): HTMLElement[] {
  const unknown = answer.unknown.map((id) => element('p', 'note', messages.explorer.noSuchItem(id)))
  const { ways } = answer
  if (ways.length === 0) return unknown
  const title = element('h2', '', messages.explorer.titles.ways, element('span', 'count', String(ways.length)))
  const saves = saveButtons('ways', {
    csv: () => waysCsv(graph, answer),
    json: () => waysJson(graph, asked, answer),
  })
  const list = ways.map(({ path, sentence }, place) => {
    const start = graph.described[graph.index.numbers.get(path.items[0] ?? '') ?? -1]
    return element(
      'section',
      'way',
      element('h3', '', messages.explorer.way(place + 1, path.hops.length)),
      element('p', '', sentence),
      element('div', 'way-steps', ...(start === undefined ? [] : [itemLink(start)]), waySteps(graph, path)),
    )
  })
  return [element('section', 'answer-list', title, element('div', 'answer-bar', element('span', ''), saves), ...list)]
}
