import { messages } from '../messages/messages.ts'
import { csvOf } from '../words/csv.ts'
import { hopsOf } from './downloads.ts'
import type { WaysAsked } from './question.ts'
import type { ReadGraph } from './read-impact-file.ts'
import type { WaysAnswer } from './ways.ts'

/** Ways for spreadsheets: one line a relation. */
export function waysCsv({ index, verbs }: ReadGraph, { ways }: Pick<WaysAnswer, 'ways'>): string {
  const { way, hop, from, verb, to, id, type } = messages.explorer.columns
  const name = (id = ''): string => index.items[index.numbers.get(id) ?? -1]?.name ?? id
  const lines = ways.flatMap(({ path: { items, hops } }, place) =>
    hops.map(({ need }, i) => {
      const said = verbs.get(need.type)?.[need.dependent === items[i] ? 0 : 1] ?? need.type
      const [start = '', end = ''] = [items[i], items[i + 1]]
      return [String(place + 1), String(i + 1), name(start), start, said, name(end), end, need.type]
    }),
  )
  return csvOf([[way, hop, from, id, verb, to, id, type], ...lines])
}

/** Ways as JSON, with the words of the API. */
export function waysJson(graph: ReadGraph, asked: WaysAsked, answer: WaysAnswer): string {
  const { from, to, first, without } = asked
  const whole = {
    revision: graph.revision,
    question: { from, to, first, withoutRelations: without },
    summary: answer.summary,
    complete: answer.complete,
    paths: answer.ways.map(({ path, sentence }) => ({ items: path.items, hops: hopsOf(graph, path), sentence })),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
