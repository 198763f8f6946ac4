import type { ContractEnd } from '../catalogue/read-dependence.ts'
import { failedStates } from '../impact/question.ts'
import { counted } from '../words/labels.ts'
import { stateWords } from '../words/states.ts'
import { longDay } from '../words/values.ts'
import { allRows } from './all-rows.ts'
import { stateCell } from './impact/impact-cells.ts'
import { itemLinkWithKind, itemNamed } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Fact, Section, Table } from './section.ts'

/** What a contract would take with it if it ended. Nothing, where it doesn't end within ten years. */
export function contractEndSection(context: PageContext): Section[] {
  const found = context.catalogue.contractEnds.get(context.item.id)
  if (found === undefined) return []
  const title = 'If it ends'
  const id = context.prose.anchor(title)
  const { summary, end, daysLeft, ended, noticeBy } = found
  const passed = noticeBy < context.today ? { badges: [{ text: 'passed', tone: 'warn' as const }] } : {}
  const facts: Fact[] = [
    { label: 'Last day', cell: { text: longDay(end) } },
    ended
      ? { label: 'Ended', cell: { text: `${counted(-daysLeft, 'day')} ago` } }
      : { label: 'Days left', cell: { text: String(daysLeft) } },
    { label: 'Last day for notice', cell: { text: longDay(noticeBy), ...passed } },
  ]
  const blocks = [
    { is: 'statement' as const, text: summary },
    { is: 'facts' as const, facts },
    ...allRows(takenTable(context, found)),
  ]
  return [{ id, title, blocks }]
}

/** In a line: "Would take with it: 3 value streams down, 1 degraded; 2 services down". Undefined: nothing. */
export function takenText({ streams, services }: Pick<ContractEnd, 'streams' | 'services'>): string | undefined {
  const parts = [countedByState(streams, 'value stream'), countedByState(services, 'service')].filter(Boolean)
  return parts.length === 0 ? undefined : `Would take with it: ${parts.join('; ')}`
}

function countedByState(taken: ContractEnd['streams'], word: string): string {
  const counts = failedStates.flatMap((state) => {
    const count = taken.filter((each) => each.state === state).length
    return count === 0 ? [] : [{ count, said: stateWords(state).text.toLowerCase() }]
  })
  return counts.map(({ count, said }, i) => `${i === 0 ? counted(count, word) : String(count)} ${said}`).join(', ')
}

function takenTable({ catalogue }: PageContext, { streams, services }: ContractEnd): Table {
  return {
    label: 'Streams and services that it would take with it',
    steady: true,
    columns: [{ title: 'Stream or service', wide: true }, { title: 'State' }],
    rows: [...streams, ...services].map(({ item, state }) => ({
      cells: [{ strong: true, links: [itemLinkWithKind(itemNamed(catalogue, item))] }, stateCell(state)],
    })),
  }
}
