import type { Measures } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { linksTo } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Table } from './section.ts'
import { shareColumn, toneOfStream } from './shares.ts'

/** So many are shown; the others stand behind a line that opens them. */
const mostShown = 4

type Shares = NonNullable<Measures['leadTimeBy']>['performers']

/** Who has a stream's lead time in hand: the people who do its steps, and the suppliers whom it hangs on. */
export function hands(context: PageContext, { leadTimeBy }: Measures): Block[] {
  if (leadTimeBy === null) return []
  return [
    ...part(context, messages.measures.byPeople, messages.measures.byPeopleColours, leadTimeBy.performers),
    ...part(context, messages.measures.bySupplier, messages.measures.bySupplierColours, leadTimeBy.suppliers),
  ]
}

function part(context: PageContext, title: string, colours: string, shares: Shares): Block[] {
  if (shares.length === 0) return []
  const table = (some: Shares): Block => ({ is: 'table', table: shareTable(context, title, some) })
  const rest = shares.slice(mostShown)
  const more: Block = { is: 'more', summary: messages.more.rows(rest.length), blocks: [table(rest)] }
  return [
    {
      ...{ is: 'part', id: context.prose.anchor(title), title },
      blocks: [
        { is: 'lines', lines: [[colours]], tone: 'quiet' },
        table(shares.slice(0, mostShown)),
        ...(rest.length === 0 ? [] : [more]),
      ],
    },
  ]
}

function shareTable({ catalogue, item }: PageContext, label: string, shares: Shares): Table {
  const share = shareColumn(shares, () => toneOfStream(item))
  return {
    label,
    columns: [{ title: messages.measures.who }, { title: messages.words.steps, wide: true }, ...share.columns],
    rows: shares.map((each) => ({
      cells: [
        { strong: true, links: linksTo(catalogue, [each.item]) },
        { links: linksTo(catalogue, each.steps), inline: true },
        ...share.cells(each),
      ],
    })),
  }
}
