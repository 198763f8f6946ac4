import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'
import { dayBefore } from '../words/durations.ts'
import { longDay } from '../words/values.ts'
import { takenText } from './contract-end.ts'
import { itemLinkWithKind } from './item-link.ts'
import type { Block, Table } from './section.ts'

const words = messages.endsSoon

/** Something that happens to an item on a day. */
export interface Ending {
  readonly day: string
  readonly item: Item
  readonly what: string
  /** What ends with it: "Would take with it: 3 value streams down". */
  readonly taken?: string
}

/** How far ahead one looks: half a year. */
const ahead = 'P6M'

/** What ends, expires or is due within half a year, and what is overdue, by day. */
export function endingsOf(catalogue: Pick<Catalogue, 'items' | 'contractEnds'>, today: string): Ending[] {
  const endings = [...catalogue.items.values()].flatMap((item) => {
    const end = catalogue.contractEnds.get(item.id)
    const taken = end === undefined ? undefined : takenText(end)
    return endingsOfItem(item, today).map((each) => (taken === undefined ? each : { ...each, taken }))
  })
  return endings
    .filter(({ day }) => dayBefore(day, ahead) <= today)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function endingsOfItem(item: Item, today: string): Ending[] {
  const { values } = item
  const on = (day: unknown, what: string, alsoPast = false): Ending[] =>
    typeof day === 'string' && (alsoPast || day >= today) ? [{ day, item, what }] : []
  const open = !['DONE', 'REJECTED', 'DENIED', 'WITHDRAWN'].includes(String(values['status']))
  const notice =
    typeof values['end'] === 'string' && typeof values['noticePeriod'] === 'string'
      ? dayBefore(values['end'], values['noticePeriod'])
      : undefined
  return [
    ...on(notice, words.notice),
    ...on(values['end'], words.end),
    ...on(values['expires'], words.expires),
    ...on(values['inForceUntil'], words.lastDay),
    ...(open ? on(values['due'], words.due, true) : []),
    ...on(values['reviewBy'], words.review, true),
  ]
}

/** The endings as a table, at most so many. */
export function endingsTable(endings: readonly Ending[], today: string, most: number): Table {
  return {
    label: words.label,
    columns: [{ title: words.day }, { title: words.what }, { title: words.item, wide: true }],
    rows: endings.slice(0, most).map(({ day, item, what, taken }) => ({
      cells: [
        {
          text: longDay(day),
          sort: day,
          ...(day < today ? { badges: [{ text: words.overdue, tone: 'warn' as const }] } : {}),
        },
        { text: what },
        { strong: true, links: [itemLinkWithKind(item)], ...(taken === undefined ? {} : { sub: taken }) },
      ],
    })),
  }
}

/** The endings as a table of which the first rows stand open and the others are folded. */
export function endingsBlocks(endings: readonly Ending[], today: string, open: number): Block[] {
  const more = endings.slice(open)
  const first: Block = { is: 'table', table: endingsTable(endings, today, open) }
  const rest: Block = { is: 'table', table: endingsTable(more, today, more.length) }
  return more.length === 0 ? [first] : [first, { is: 'more', summary: words.more(more.length), blocks: [rest] }]
}
