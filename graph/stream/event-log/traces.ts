import type { EventTable } from './event-table.ts'
import { many } from './left-out.ts'
import type { LeftOut } from './left-out.ts'
import { Visits } from './visits-of-case.ts'

/** One case's visit to one activity. Times are milliseconds since 1970. */
export interface LogVisit {
  /** Number of the activity in the table. */
  readonly activity: number
  /** Number of the resource in the table; −1 for none. */
  readonly resource: number
  /** NaN where the log doesn't say when it began. */
  readonly start: number
  readonly end: number
  /** When work was suspended, and when it was resumed. Left out: never. */
  readonly pauses?: readonly (readonly [from: number, to: number])[]
}

/** One case: its visits in the order in which they ended. Never empty. */
export type Trace = readonly LogVisit[]

/** A log's cases, and what of its lines they leave out. */
export interface Sorted {
  readonly traces: Trace[]
  readonly leftOut: LeftOut[]
  /** How often work was suspended and resumed. */
  readonly pauses: number
  /** Lines about a suspension that doesn't lie between a beginning and an end that the log tells. */
  readonly unpaired: number
}

/**
 * Sorts a log's lines, in whatever order they come, into cases, and joins lines that start an activity with those that
 * complete it (first started, first completed). Lines of the same time stay in the log's order. A case with a line
 * without a timestamp is left out: nobody can tell where in the case it belongs.
 */
export function tracesOf(table: EventTable): Sorted {
  const lines = table.cases.map((): number[] => [])
  for (const [line, each] of table.caseOf.entries()) lines[each]?.push(line)
  const timeless = lines.filter((own) => own.some((line) => Number.isNaN(table.timeOf[line])))
  let [pauses, unpaired] = [0, 0]
  const traces = lines
    .filter((own) => !own.some((line) => Number.isNaN(table.timeOf[line])))
    .map((own) => {
      const visits = new Visits(table)
      for (const line of own.sort((a, b) => (table.timeOf[a] ?? 0) - (table.timeOf[b] ?? 0))) visits.add(line)
      const trace = visits.end()
      pauses += visits.pauses
      unpaired += visits.pauseLines - 2 * visits.pauses
      return trace
    })
    .filter((trace) => trace.length > 0)
  const message = `${many(timeless.length, 'case')} with a line whose timestamp is missing or can’t be read.`
  return {
    traces,
    pauses,
    unpaired,
    leftOut: timeless.length === 0 ? [] : [{ what: 'CASES_WITHOUT_TIME', count: timeless.length, message }],
  }
}
