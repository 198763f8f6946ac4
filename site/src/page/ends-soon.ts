import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { dayBefore } from '../words/durations.ts'
import { longDay } from '../words/values.ts'
import { takenText } from './contract-end.ts'
import { itemLinkWithKind } from './item-link.ts'
import type { Table } from './section.ts'

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
  const until = dayAfter(today, ahead)
  const endings = [...catalogue.items.values()].flatMap((item) => {
    const end = catalogue.contractEnds.get(item.id)
    const taken = end === undefined ? undefined : takenText(end)
    return endingsOfItem(item, today).map((each) => (taken === undefined ? each : { ...each, taken }))
  })
  return endings.filter(({ day }) => day <= until).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
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
    ...on(notice, 'Last day to give notice'),
    ...on(values['end'], 'Ends'),
    ...on(values['expires'], 'Expires'),
    ...on(values['inForceUntil'], 'Last day in force'),
    ...(open ? on(values['due'], 'Due', true) : []),
    ...on(values['reviewBy'], 'To be reviewed', true),
  ]
}

/** The endings as a table, at most so many. */
export function endingsTable(endings: readonly Ending[], today: string, most: number): Table {
  return {
    label: 'What ends soon',
    columns: [{ title: 'Day' }, { title: 'What' }, { title: 'Item', wide: true }],
    rows: endings.slice(0, most).map(({ day, item, what, taken }) => ({
      cells: [
        {
          text: longDay(day),
          sort: day,
          ...(day < today ? { badges: [{ text: 'overdue', tone: 'warn' as const }] } : {}),
        },
        { text: what },
        { strong: true, links: [itemLinkWithKind(item)], ...(taken === undefined ? {} : { sub: taken }) },
      ],
    })),
  }
}

function dayAfter(day: string, period: string): string {
  const months = Number(/(\d+)M/.exec(period)?.[1] ?? 0)
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}
