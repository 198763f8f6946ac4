import type { Item } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'
import { partText } from '../words/values.ts'
import type { Cell, Column, Share } from './table.ts'

/** The colour of what belongs to a stream. */
export const toneOfStream = (stream: Pick<Item, 'values'>): Share['tone'] =>
  stream.values['perspective'] === 'AS_IS' ? 'as-is' : 'to-be'

/** Something that may have a share of a stream's lead time. */
interface MayShare {
  readonly share?: number | null | undefined
  readonly shareAlone?: number | null
}

/** A column of shares of lead time, numbers with their bars. There is none where nobody knows any share. */
export interface ShareColumn<Row> {
  readonly columns: readonly Column[]
  readonly cells: (row: Row) => readonly Cell[]
}

/** The column for these rows. */
export function shareColumn<Row extends MayShare>(
  rows: readonly Row[],
  toneOf: (row: Row) => Share['tone'],
): ShareColumn<Row> {
  if (rows.every(({ share }) => share == null)) return { columns: [], cells: () => [] }
  return {
    columns: [{ title: messages.contributions.shareOfLeadTime, bars: true }],
    cells: (row) => [shareCell(row, toneOf(row))],
  }
}

function shareCell({ share, shareAlone }: MayShare, tone: Share['tone']): Cell {
  if (share == null) return { sub: messages.words.notRecorded }
  return {
    text: partText(share),
    share: { part: share, tone, ...(shareAlone == null ? {} : { alone: shareAlone }) },
    sort: Math.round(share * 10_000),
  }
}
