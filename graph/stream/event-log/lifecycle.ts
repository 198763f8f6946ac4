import type { Columns, LogRecord } from './columns.ts'

/** What a line tells of its activity. */
export type LineKind = 'END' | 'BEGIN' | 'SUSPEND' | 'RESUME'

/** XES's standard transitions (IEEE 1849), and what they tell; OTHER: of an activity that another line completes. */
const transitions: ReadonlyMap<string, LineKind | 'OTHER'> = new Map([
  ['start', 'BEGIN'],
  ['complete', 'END'],
  ['suspend', 'SUSPEND'],
  ['resume', 'RESUME'],
  ...'schedule assign reassign withdraw autoskip manualskip ate_abort pi_abort'
    .split(' ')
    .map((each): [string, 'OTHER'] => [each, 'OTHER']),
])

/** What a `lifecycle:transition` tells; undefined where it is none of XES's. */
export const kindOf = (transition: string): LineKind | 'OTHER' | undefined => transitions.get(transition.toLowerCase())

/** Which transitions a log has. */
export class Transitions {
  /** How many lines have one of XES's. */
  understood = 0
  /** Some that aren't XES's: at most five. */
  readonly strange: string[] = []

  /** What a line tells. Without a transition, or with a strange one, it stands for something done. */
  read(transition: string | undefined): LineKind | 'OTHER' {
    if (!transition) return 'END'
    const kind = kindOf(transition)
    if (kind !== undefined) this.understood += 1
    else if (this.strange.length < 5 && !this.strange.includes(transition)) this.strange.push(transition)
    return kind ?? 'END'
  }
}

/** A table's columns, without that of the transitions where it has none of XES's: then it is something else. */
export function understood(columns: Columns, sample: readonly LogRecord[]): Columns {
  const { lifecycle } = columns
  if (lifecycle === undefined) return columns
  const holds = sample.some((record) => kindOf(record[lifecycle]?.trim() ?? '') !== undefined)
  return holds ? columns : { ...columns, lifecycle: undefined }
}
