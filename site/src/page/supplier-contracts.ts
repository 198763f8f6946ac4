import { holdersOf } from '../catalogue/catalogue.ts'
import type { Connection, Item } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'
import { enumLabel } from '../words/labels.ts'
import { contractCell, nested, tellsTerms, termCells, timelineBlock } from './contract-rows.ts'
import type { PageContext } from './page-context.ts'
import { detailsCell } from './relation-table.ts'
import type { Block, Cell, Section } from './section.ts'
import { toneOf } from './value-cell.ts'

const words = messages.contracts

/** Beside the words of their own columns, a party's capacity and criticality. */
const inColumns = new Set(['as', 'criticality'])

/** A supplier's contracts: in what capacity it is party to each, their terms, and both on a timeline. */
export function supplierContracts(context: PageContext): Section[] {
  const { item, prose, today } = context
  const title = messages.suppliers.contracts
  const id = prose.anchor(title)
  const parties = new Map(holdersOf(item, 'AGREED_WITH').map((each): [Item, Connection] => [each.item, each]))
  if (parties.size === 0)
    return [{ id, title, blocks: [{ is: 'statement', open: true, text: messages.suppliers.noContract }] }]
  const rows = nested([...parties.keys()])
  const isTold = tellsTerms(context.catalogue)
  const table = {
    label: title,
    columns: [
      { title: words.contract, wide: true },
      { title: words.capacity },
      ...(isTold ? [{ title: words.ends }, { title: words.notice }, { title: words.state }] : []),
    ],
    rows: rows.map(({ contract }) => ({
      cells: [
        { ...contractCell(contract), ...detailsOf(parties.get(contract), context) },
        capacityCell(parties.get(contract)),
        ...(isTold ? termCells(contract, today) : []),
      ],
    })),
  }
  const drawn: Block[] = isTold ? [timelineBlock(rows, today)] : []
  return [{ id, title, count: rows.length, blocks: [{ is: 'table', table }, ...drawn] }]
}

function detailsOf(party: Connection | undefined, context: PageContext): Cell {
  if (party === undefined) return {}
  const { relation, values } = party
  const others = relation.edge.filter(({ name }) => !inColumns.has(name))
  return detailsCell(others, values, context)
}

function capacityCell(party: Connection | undefined): Cell {
  const { as, criticality } = party?.values ?? {}
  return {
    ...(typeof as === 'string' ? { text: enumLabel(as) } : {}),
    ...(typeof criticality === 'string'
      ? { badges: [{ text: enumLabel(criticality), tone: toneOf(criticality) }] }
      : {}),
  }
}
