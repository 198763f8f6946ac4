import type { ContractEnd } from '../catalogue/read-dependence.ts'
import { failedStates } from '../impact/question.ts'
import { messages } from '../messages/messages.ts'
import { saidByApi } from '../words/site-language.ts'
import { longDay, plainNumber } from '../words/values.ts'
import { rowsOrExplorer } from './all-rows.ts'
import { explorerLink } from './impact/explorer-link.ts'
import { stateCell } from './impact/impact-cells.ts'
import { itemLinkWithKind, itemNamed } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Fact, Section, Table } from './section.ts'

/** What a contract would take with it if it ended. Nothing, where it doesn't end within ten years. */
export function contractEndSection(context: PageContext): Section[] {
  const found = context.catalogue.contractEnds.get(context.item.id)
  if (found === undefined) return []
  const title = messages.contractEnd.title
  const id = context.prose.anchor(title)
  const { summary, end, daysLeft, ended, noticeBy } = found
  const passed = noticeBy < context.today ? { badges: [{ text: messages.words.passed, tone: 'warn' as const }] } : {}
  const facts: Fact[] = [
    { label: messages.contractEnd.lastDay, cell: { text: longDay(end) } },
    ended
      ? { label: messages.contractEnd.ended, cell: { text: messages.contractEnd.ago(-daysLeft) } }
      : { label: messages.contractEnd.daysLeft, cell: { text: plainNumber(daysLeft) } },
    { label: messages.contractEnd.lastNotice, cell: { text: longDay(noticeBy), ...passed } },
  ]
  const blocks = [
    { is: 'statement' as const, ...saidByApi(summary) },
    { is: 'facts' as const, facts },
    ...rowsOrExplorer(takenTable(context, found), explorerLink(context.item.id)),
  ]
  return [{ id, title, blocks }]
}

/** In a line: "Would take with it: 3 value streams down, 1 degraded; 2 services down". Undefined: nothing. */
export function takenText({ streams, services }: Pick<ContractEnd, 'streams' | 'services'>): string | undefined {
  const parts = [
    countedByState(streams, messages.counted.valueStreams),
    countedByState(services, messages.counted.services),
  ].filter((each) => each !== '')
  return parts.length === 0 ? undefined : messages.contractEnd.takes(parts)
}

function countedByState(taken: ContractEnd['streams'], say: (count: number) => string): string {
  const counts = failedStates.flatMap((state) => {
    const count = taken.filter((each) => each.state === state).length
    return count === 0 ? [] : [{ count, said: messages.statesInSentence[state] }]
  })
  return counts.map(({ count, said }, i) => `${i === 0 ? say(count) : plainNumber(count)} ${said}`).join(', ')
}

function takenTable({ catalogue }: PageContext, { streams, services }: ContractEnd): Table {
  return {
    label: messages.contractEnd.taken,
    steady: true,
    columns: [{ title: messages.contractEnd.streamOrService, wide: true }, { title: messages.contractEnd.state }],
    rows: [...streams, ...services].map(({ item, state }) => ({
      cells: [{ strong: true, links: [itemLinkWithKind(itemNamed(catalogue, item))] }, stateCell(state)],
    })),
  }
}
