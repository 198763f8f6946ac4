import type { Answer, AnswerRow } from '../../impact/answer.ts'
import { answerCsv, answerJson } from '../../impact/downloads.ts'
import type { Question } from '../../impact/question.ts'
import type { ReadGraph } from '../../impact/read-impact-file.ts'
import { answerTable } from './answer-table.ts'
import { messages } from '../../messages/messages.ts'
import { element } from '../elements.ts'
import { feltList } from './felt-list.ts'
import { saveButtons } from './save-buttons.ts'

/** Everything below the summary: streams and services, then the table with what narrows it and takes it along. */
export function answerView(
  graph: ReadGraph,
  question: Question,
  answer: Answer,
  onShow: (kind: string | undefined) => void,
): HTMLElement[] {
  const unknown = answer.unknown.map((id) => element('p', 'note', messages.explorer.noSuchItem(id)))
  const { rows, further } = answer
  if (rows.length + further === 0) return unknown
  const felt = question.direction === 'needs' ? undefined : feltList(rows)
  const shown = rows.filter(({ item }) => question.show === undefined || item.kind === question.show)
  const title = messages.explorer.titles[question.direction]
  const count = element('span', 'count', String(rows.length))
  const left = further === 0 ? [] : [element('p', 'sub', messages.explorer.furtherAway(further))]
  const list = element('section', 'answer-list', element('h2', '', title, count), bar(graph, question, answer, onShow))
  list.append(
    ...left,
    shown.length === 0 ? element('p', 'note', messages.explorer.none) : answerTable(graph, shown, title),
  )
  return [...unknown, ...(felt === undefined ? [] : [felt]), list]
}

function bar(
  graph: ReadGraph,
  question: Question,
  answer: Answer,
  onShow: (kind: string | undefined) => void,
): HTMLElement {
  const saves = saveButtons('impact', {
    csv: () => answerCsv(question, answer),
    json: () => answerJson(graph, question, answer),
  })
  return element('div', 'answer-bar', showChoice(question, answer.rows, onShow), saves)
}

/** Which kind the table shows: each with how many there are. */
function showChoice(
  { show }: Question,
  rows: readonly AnswerRow[],
  onShow: (kind: string | undefined) => void,
): HTMLElement {
  const kinds = Map.groupBy(rows, ({ item }) => item.kind)
  const options = [...kinds].map(([kind, [first, ...rest]]) => ({
    ...{ kind, label: first?.item.label ?? kind, count: rest.length + 1 },
  }))
  options.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
  const select = element('select', 'choice')
  const add = (kind: string, text: string): void => {
    const option = element('option', '', text)
    option.value = kind
    option.selected = kind === (show ?? '')
    select.append(option)
  }
  add('', messages.explorer.allKinds(rows.length))
  for (const { kind, label, count } of options) add(kind, messages.explorer.ofKind(label, count))
  if (show !== undefined && !kinds.has(show)) add(show, messages.explorer.ofKind(show, 0))
  select.addEventListener('change', () => onShow(select.value === '' ? undefined : select.value))
  return element('label', 'show', `${messages.explorer.show} `, select)
}
