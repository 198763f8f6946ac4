import { buildInput } from '../catalogue/build-input.ts'
import { targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import type { Kind } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { suggestLink } from '../outside-links.ts'
import { enumLabel } from '../words/labels.ts'
import { longDay } from '../words/values.ts'
import { itemLink, itemLinkWithHolder } from './item-link.ts'
import { PageProse } from './prose.ts'
import type { Block, Cell, Column, Fact, Section, Table } from './section.ts'
import { toneOf } from './value-cell.ts'

const words = messages.improvements

/** Of each status so many stand in the register; the list below has all. */
const mostOfStatus = 50
const mostOpen = 8
/** What comes first: what is being done, then what could be, then what is over. */
const order = ['UNDER_WAY', 'ACCEPTED', 'PROPOSED', 'DONE', 'REJECTED']
const finished = new Set(['DONE', 'REJECTED'])
const urgency = ['HIGH', 'MEDIUM', 'LOW']

/** The continual improvement register, open to all: how to suggest something, then what there is, by status. */
export function improvementRegister(kind: Kind, catalogue: Catalogue): Section[] {
  const prose = new PageProse(catalogue)
  const byStatus = Map.groupBy(catalogue.byKind.get(kind.name) ?? [], ({ values }) => String(values['status']))
  const statuses = [...byStatus.keys()].sort((a, b) => placeIn(order, a) - placeIn(order, b))
  const parts = statuses.map((status): Block => {
    const some = (byStatus.get(status) ?? []).toSorted((a, b) => priorityOf(a) - priorityOf(b))
    const table = registerTable(enumLabel(status), some.slice(0, mostOfStatus), finished.has(status), prose)
    const [open, folded] = [table.rows.slice(0, mostOpen), table.rows.slice(mostOpen)]
    const more: Block[] =
      folded.length === 0
        ? []
        : [
            {
              is: 'more',
              summary: words.more(folded.length),
              blocks: [{ is: 'table', table: { ...table, rows: folded } }],
            },
          ]
    const blocks: Block[] = [{ is: 'table', table: { ...table, rows: open } }, ...more]
    return {
      is: 'part',
      id: status.toLowerCase().replaceAll('_', '-'),
      title: `${enumLabel(status)} (${String(some.length)})`,
      blocks,
    }
  })
  return [{ id: 'register', title: words.register, intro: words.intro, blocks: [howTo(kind, catalogue), ...parts] }]
}

/** How anybody suggests something: by the organisation's own tracker, where it says which; by a file otherwise. */
function howTo(kind: Kind, { about }: Catalogue): Block {
  const href = suggestLink({ id: kind.idPrefix, name: about.title, href: linkTo({ allOf: kind }) })
  return href === undefined
    ? { is: 'note', text: words.howWithout }
    : { is: 'lines', lines: [[{ href, name: words.suggest }], [words.how]] }
}

function registerTable(label: string, some: readonly Item[], isOver: boolean, prose: PageProse): Table {
  const { today } = buildInput()
  const columns: Column[] = [
    { title: words.improvement },
    { title: isOver ? words.result : words.benefit, wide: true },
    { title: words.improves },
    { title: words.standing },
  ]
  const rows = some.map((item) => {
    const { values } = item
    const text = isOver ? (values['result'] ?? values['benefit']) : values['benefit']
    return {
      cells: [
        { strong: true, links: [itemLink(item)], ...(item.summary === undefined ? {} : { sub: item.summary }) },
        typeof text === 'string' ? { html: prose.short(text, 4) } : {},
        { links: targetsOf(item, 'IMPROVES').map((each) => itemLinkWithHolder(each.item)) },
        { details: [...standing(item), ...(isOver ? [] : due(item, today))] },
      ],
    }
  })
  return { label, columns, rows }
}

function standing(item: Item): Fact[] {
  const { priority } = item.values
  const owners = targetsOf(item, 'OWNED_BY').map((each) => itemLink(each.item))
  return [
    ...(typeof priority === 'string'
      ? [{ label: words.priority, cell: { badges: [{ text: enumLabel(priority), tone: toneOf(priority) }] } }]
      : []),
    ...(owners.length === 0 ? [] : [{ label: words.owner, cell: { links: owners } }]),
  ]
}

function due({ values }: Item, today: string): Fact[] {
  const day = values['due']
  if (typeof day !== 'string') return []
  const cell: Cell = {
    text: longDay(day),
    ...(day < today ? { badges: [{ text: words.overdue, tone: 'warn' }] } : {}),
  }
  return [{ label: words.due, cell }]
}

const priorityOf = ({ values }: Item): number => placeIn(urgency, String(values['priority']))

/** Words that aren't in the list, a catalogue's own, come last. */
const placeIn = (list: readonly string[], word: string): number =>
  list.includes(word) ? list.indexOf(word) : list.length
