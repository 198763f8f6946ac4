import type { CliContractsQuery } from '../generated/graphql.ts'
import { blocks } from '../text/section.ts'
import { numbers, table } from '../text/table.ts'
import { counted, names, none } from '../text/words.ts'
import { hanging, indent, paragraph } from '../text/wrap.ts'
import { byState } from './by-state.ts'

/** Contracts that end, as the API tells them. */
export type Endings = CliContractsQuery['endingContracts']

/** Contracts that end within some days, and those that have ended and are still in use: an overview, then one by one. */
export function contractsText(endings: Endings, within: number, width: number): string {
  const days = counted(within, 'day')
  if (endings.length === 0) return `No contract ends within ${days}, and none that has ended is still in use.`
  const ended = endings.filter(({ ended }) => ended).length
  const soon = counted(endings.length - ended, 'contract')
  return blocks(
    paragraph(`Within ${days} end: ${soon}. Ended and still in use: ${counted(ended, 'contract')}.`, width),
    overview(endings, width),
    ...endings.map((each) => contractText(each, width)),
  )
}

const overview = (endings: Endings, width: number): string =>
  table(
    [
      ...numbers('Days left'),
      ...[{ title: 'Last day' }, { title: 'Notice by' }, { title: 'Renews' }, { title: 'Contract' }, { title: 'With' }],
      ...numbers('Down', 'Degraded', 'At risk'),
    ],
    endings.map(({ contract, suppliers, end, daysLeft, noticeBy, renewsItself, counts }) => [
      String(daysLeft),
      end,
      noticeBy,
      renewsItself === null ? none : renewsItself ? 'itself' : 'no',
      contract.name,
      suppliers.length === 0 ? none : names(suppliers),
      String(counts.down),
      String(counts.degraded),
      String(counts.atRisk),
    ]),
    width,
  )

/** A contract: the API's sentences, then the streams and services that it would take with it. */
function contractText({ contract, summary, streams, services }: Endings[number], width: number): string {
  const inner = width - 2
  const taken = [takes('Streams  ', streams, inner), takes('Services ', services, inner)]
  return blocks(contract.id, indent(blocks(paragraph(summary, inner), taken.filter((line) => line !== '').join('\n'))))
}

/** "Services down: Mail, Chat; at risk: Intranet"; nothing for none. */
const takes = (mark: string, items: Endings[number]['streams'], width: number): string =>
  items.length === 0 ? '' : hanging(mark, byState(items.map(({ item, state }) => ({ state, text: item.name }))), width)
