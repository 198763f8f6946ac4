import type { AnswerRow } from '../../impact/answer.ts'
import type { ReadGraph } from '../../impact/read-impact-file.ts'
import { messages } from '../../messages/messages.ts'
import { button, element } from '../elements.ts'
import { itemLink, stateBadge } from './elements.ts'
import { waySteps } from './way-steps.ts'

/** So many rows are shown at once, and so many more each time. */
const atOnce = 200

/** An answer's items as a table: how each is, how far away, and why, which opens to the way step by step. */
export function answerTable(graph: ReadGraph, rows: readonly AnswerRow[], label: string): HTMLElement {
  const hasStates = rows.some(({ state }) => state !== undefined)
  const { state, degree, distance, why } = messages.impact
  const titles = [messages.words.item, ...(hasStates ? [state] : []), hasStates ? degree : distance, why]
  const body = withRole(element('tbody', ''), 'rowgroup')
  const table = withRole(element('table', '', heading(titles), body), 'table')
  table.ariaLabel = label
  table.style.cssText = titles.map((title, i) => `--c${String(i + 1)}:'${title}'`).join(';')
  const whole = element('div', 'table steady', table)
  const showMore = (from: number): void => {
    const some = rows.slice(from, from + atOnce).map((row) => rowOf(graph, row))
    body.append(...some)
    const left = rows.length - from - some.length
    if (left === 0) return
    const more = button('more-rows', messages.explorer.showMore(Math.min(left, atOnce), left), () => {
      more.remove()
      showMore(from + atOnce)
      // Who came here by keyboard goes on reading where the new rows begin.
      body.rows[from + atOnce]?.querySelector('a')?.focus()
    })
    whole.append(more)
  }
  showMore(0)
  return whole
}

function heading(titles: readonly string[]): HTMLTableSectionElement {
  const cells = titles.map((title) => {
    const cell = withRole(element('th', title === messages.impact.why ? 'wide' : 'short', title), 'columnheader')
    cell.scope = 'col'
    return cell
  })
  return withRole(element('thead', '', withRole(element('tr', '', ...cells), 'row')), 'rowgroup')
}

function rowOf(graph: ReadGraph, row: AnswerRow): HTMLTableRowElement {
  const name = withRole(element('th', '', itemLink(row.item)), 'rowheader')
  name.scope = 'row'
  const cell = (...content: (Node | string)[]): HTMLElement => withRole(element('td', '', ...content), 'cell')
  const state = row.state === undefined ? [] : [cell(stateBadge(row.state))]
  return withRole(element('tr', '', name, ...state, cell(String(row.degree)), cell(whyOf(graph, row))), 'row')
}

/** The reason as a sentence; opened, the way step by step. */
function whyOf(graph: ReadGraph, row: AnswerRow): HTMLElement {
  const sentence = row.sentence()
  if (row.path().hops.length < 2) return element('span', '', sentence)
  const why = element('details', 'why', element('summary', '', sentence))
  why.addEventListener('toggle', () => why.append(waySteps(graph, row.path())), { once: true })
  return why
}

function withRole<Kind extends HTMLElement>(made: Kind, role: string): Kind {
  made.role = role
  return made
}
