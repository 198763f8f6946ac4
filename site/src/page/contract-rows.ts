import { holdersOf, targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { timelineOf } from '../diagrams/timeline/timeline.ts'
import type { TimelineEntry } from '../diagrams/timeline/timeline.ts'
import { messages } from '../messages/messages.ts'
import { longDay, unbroken } from '../words/values.ts'
import { stateTone, termOf } from './contract-state.ts'
import type { ContractTerm } from './contract-state.ts'
import { itemLink } from './item-link.ts'
import type { Block, Cell } from './section.ts'

const words = messages.contracts

/** A contract among others, below the one that it is called off from where that is among them. */
export interface NestedContract {
  readonly contract: Item
  readonly depth: number
}

/** Contracts in their order, each call-off right behind its framework. */
export function nested(contracts: readonly Item[]): NestedContract[] {
  const among = new Set(contracts)
  const rows: NestedContract[] = []
  const add = (contract: Item, depth: number): void => {
    // A catalogue can't be loaded where call-offs go in circles; still nothing is listed twice.
    if (!among.delete(contract)) return
    rows.push({ contract, depth })
    for (const { item } of holdersOf(contract, 'CALLED_OFF_FROM')) add(item, depth + 1)
  }
  const isTop = (contract: Item): boolean =>
    targetsOf(contract, 'CALLED_OFF_FROM').every(({ item }) => !among.has(item))
  for (const contract of contracts.filter(isTop)) add(contract, 0)
  for (const contract of contracts) add(contract, 0)
  return rows
}

/** Whether contracts' terms are told at all: to some readers they aren't published, which must not read as "no end". */
export const tellsTerms = ({ byKind }: Pick<Catalogue, 'byKind'>): boolean =>
  (byKind.get('Contract') ?? []).some(({ values: { start, end } }) => start !== undefined || end !== undefined)

/** The cells that tell a contract's term: last day, notice, state. */
export function termCells(contract: Item, today: string): Cell[] {
  const { end, notice, state } = termOf(contract, today)
  return [
    end === undefined ? { sub: words.noEnd } : { text: unbroken(longDay(end)), sort: end },
    notice === undefined ? { sub: words.notRecorded } : { text: unbroken(longDay(notice)), sort: notice },
    { badges: [{ text: words.states[state], tone: stateTone[state] }] },
  ]
}

/** The cell that names a contract, and the framework that it is called off from. */
export function contractCell(contract: Item): Cell {
  const [parent] = targetsOf(contract, 'CALLED_OFF_FROM')
  return {
    strong: true,
    links: [itemLink(contract)],
    ...(parent === undefined ? {} : { sub: words.calledOffFrom(parent.item.name) }),
  }
}

/**
 * Contracts as a picture. The same stands in a table before it.
 * @param name tells the pictures of one page apart.
 */
export function timelineBlock(rows: readonly NestedContract[], today: string, name = 'contracts'): Block {
  const entries = rows.map(({ contract, depth }): TimelineEntry => {
    const term = termOf(contract, today)
    return { name: contract.name, said: saidOf(term), depth, term }
  })
  const timeline = timelineOf(entries, today, {
    label: words.picture,
    today: words.today,
    legend: {
      running: words.legendRunning,
      soon: words.legendSoon,
      ended: words.legendEnded,
      notice: words.legendNotice,
      renews: words.legendRenews,
    },
  })
  return { is: 'timeline', name, timeline }
}

function saidOf({ start, end, notice, renews, state }: ContractTerm): string {
  const until = end === undefined ? words.noEnd : words.until(longDay(end))
  const first = {
    ended: end === undefined ? until : words.since(longDay(end)),
    planned: start === undefined ? until : words.from(longDay(start)),
    noticePassed: notice === undefined ? until : `${until}, ${words.noticeWas(longDay(notice))}`,
    noticeSoon: notice === undefined ? until : `${until}, ${words.noticeBy(longDay(notice))}`,
    endsSoon: until,
    running: until,
    open: until,
  }[state]
  return renews && state !== 'ended' ? `${first}, ${words.renews}` : first
}
