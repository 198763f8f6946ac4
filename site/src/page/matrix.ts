import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import type { Matrix } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { partText } from '../words/values.ts'
import { activitiesOf } from './activity-order.ts'
import { itemNamed } from './item-link.ts'

/** A matrix of practices with its items, its columns in the order in which pages tell them. */
export interface PracticeMatrix {
  readonly by: 'stream' | 'activity'
  readonly columns: readonly Item[]
  /** Every practice, by name; a cell for each column, undefined where the two don't meet. */
  readonly rows: readonly { readonly practice: Item; readonly cells: readonly (Meeting | undefined)[] }[]
}

/** Where a practice meets a stream or an activity. */
export interface Meeting {
  readonly steps: readonly Item[]
  /** In how many of them no other practice works. */
  readonly alone: number
  /** Part of the stream's lead time, 0 to 1; undefined for activities, and where no lead time is known. */
  readonly share: number | undefined
}

/** Practices × value streams: what should happen before what happens. */
export function practicesByStream(catalogue: Catalogue): PracticeMatrix {
  const { byStream } = catalogue.matrices
  const streams = byStream.columns.map((each) => itemNamed(catalogue, each))
  const isPlan = (stream: Item): boolean => stream.values['perspective'] !== 'AS_IS'
  const columns = [...streams.filter(isPlan), ...streams.filter((stream) => !isPlan(stream))]
  return { by: 'stream', columns, rows: rowsOf(catalogue, byStream, columns) }
}

/** Practices × value chain activities. */
export function practicesByActivity(catalogue: Catalogue): PracticeMatrix {
  const columns = activitiesOf(catalogue)
  return { by: 'activity', columns, rows: rowsOf(catalogue, catalogue.matrices.byActivity, columns) }
}

function rowsOf(catalogue: Catalogue, { rows }: Matrix, columns: readonly Item[]): PracticeMatrix['rows'] {
  return rows.map(({ practice, cells }) => {
    const meetings = new Map(cells.map((cell) => [cell.column.id, cell]))
    return {
      practice: itemNamed(catalogue, practice),
      cells: columns.map(({ id }): Meeting | undefined => {
        const cell = meetings.get(id)
        if (cell === undefined) return undefined
        const { alone, share } = cell
        return { steps: cell.steps.map((step) => itemNamed(catalogue, step)), alone, share: share ?? undefined }
      }),
    }
  })
}

/** What stands where a practice meets a column: its share of lead time; where there is none, its number of steps. */
export function meetingText({ share, steps }: Meeting, by: PracticeMatrix['by']): string {
  if (share !== undefined) return partText(share)
  return by === 'activity' ? String(steps.length) : messages.counted.steps(steps.length)
}
