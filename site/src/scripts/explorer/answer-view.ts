import type { Answer, AnswerRow } from '../../impact/answer.ts'
import { answerCsv, answerJson } from '../../impact/downloads.ts'
import type { Question } from '../../impact/question.ts'
import type { ReadGraph } from '../../impact/read-impact-file.ts'
import { answerTable } from './answer-table.ts'
import { button, element } from './elements.ts'
import { feltList } from './felt-list.ts'
import { saveFile } from './save-file.ts'

const titles = {
  fails: 'What isn’t OK any more',
  changes: 'What to look at again',
  needs: 'What it needs, all the way down',
} as const

/** Everything below the summary: streams and services, then the table with what narrows it and takes it along. */
export function answerView(
  graph: ReadGraph,
  question: Question,
  answer: Answer,
  onShow: (kind: string | undefined) => void,
): HTMLElement[] {
  const unknown = answer.unknown.map((id) => element('p', 'note', `There is no item ${id} in this catalogue.`))
  const { rows, further } = answer
  if (rows.length + further === 0) return unknown
  const felt = question.direction === 'needs' ? undefined : feltList(rows)
  const shown = rows.filter(({ item }) => question.show === undefined || item.kind === question.show)
  const title = titles[question.direction]
  const count = element('span', 'count', String(rows.length))
  const left =
    further === 0 ? [] : [element('p', 'sub', `${String(further)} more are further away than the question goes.`)]
  const list = element('section', 'answer-list', element('h2', '', title, count), bar(graph, question, answer, onShow))
  list.append(...left, shown.length === 0 ? element('p', 'note', 'None.') : answerTable(graph, shown, title))
  return [...unknown, ...(felt === undefined ? [] : [felt]), list]
}

function bar(
  graph: ReadGraph,
  question: Question,
  answer: Answer,
  onShow: (kind: string | undefined) => void,
): HTMLElement {
  const csv = button('save', 'Download as CSV', () =>
    saveFile('impact.csv', 'text/csv;charset=utf-8', answerCsv(question, answer)),
  )
  const json = button('save', 'JSON', () =>
    saveFile('impact.json', 'application/json', answerJson(graph, question, answer)),
  )
  json.ariaLabel = 'Download as JSON'
  return element('div', 'answer-bar', showChoice(question, answer.rows, onShow), element('span', 'saves', csv, json))
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
  add('', `All kinds (${String(rows.length)})`)
  for (const { kind, label, count } of options) add(kind, `${label} (${String(count)})`)
  if (show !== undefined && !kinds.has(show)) add(show, `${show} (0)`)
  select.addEventListener('change', () => onShow(select.value === '' ? undefined : select.value))
  return element('label', 'show', 'Show ', select)
}
