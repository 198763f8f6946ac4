import { buildInput } from '../catalogue/build-input.ts'
import { targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Kind } from '../catalogue/model.ts'
import { messages } from '../messages/messages.ts'
import { allRows } from './all-rows.ts'
import { contractCell, nested, termCells, timelineBlock } from './contract-rows.ts'
import { termOf } from './contract-state.ts'
import { itemLink } from './item-link.ts'
import type { Block, Section } from './section.ts'

const words = messages.contracts

/** There may be ten thousand contracts: so many that end next are told, and so many are drawn without opening anything. */
const mostTold = 50
const mostDrawn = 12

/** The contracts that end next, above the list of all: a table, then a timeline. */
export function nextContracts(kind: Kind, catalogue: Catalogue): Section[] {
  const { today } = buildInput()
  const ending = (catalogue.byKind.get(kind.name) ?? []).flatMap((contract) => {
    const { end } = termOf(contract, today)
    return end === undefined || end < today ? [] : [{ contract, end }]
  })
  if (ending.length === 0) return []
  const contracts = ending
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))
    .slice(0, mostTold)
    .map(({ contract }) => contract)
  const table = {
    label: words.next,
    columns: [
      { title: words.contract, wide: true },
      { title: words.supplier },
      { title: words.ends },
      { title: words.notice },
      { title: words.state },
    ],
    rows: contracts.map((contract) => ({
      cells: [
        contractCell(contract),
        { links: targetsOf(contract, 'AGREED_WITH').map((each) => itemLink(each.item)) },
        ...termCells(contract, today),
      ],
    })),
  }
  const drawn = timelineBlock(nested(contracts.slice(0, mostDrawn)), today)
  const rest = contracts.slice(mostDrawn)
  const more: Block[] =
    rest.length === 0
      ? []
      : [
          {
            is: 'more',
            summary: words.drawMore(rest.length),
            blocks: [timelineBlock(nested(rest), today, 'later-contracts')],
          },
        ]
  return [
    {
      id: 'next',
      title: words.next,
      intro: words.nextIntro(contracts.length, ending.length),
      blocks: [...allRows(table), drawn, ...more],
    },
  ]
}
