import type { EventTable } from './event-table.ts'
import { many } from './left-out.ts'
import type { LeftOut } from './left-out.ts'

/** One case's visit to one activity. Times are milliseconds since 1970. */
export interface LogVisit {
  /** Number of the activity in the table. */
  readonly activity: number
  /** Number of the resource in the table; −1 for none. */
  readonly resource: number
  /** NaN where the log doesn't say when it began. */
  readonly start: number
  readonly end: number
}

/** One case: its visits in the order in which they ended. Never empty. */
export type Trace = readonly LogVisit[]

/**
 * Sorts a log's lines, in whatever order they come, into cases, and joins lines that start an activity with those that
 * complete it (first started, first completed). Lines of the same time stay in the log's order. A case with a line
 * without a timestamp is left out: nobody can tell where in the case it belongs.
 */
export function tracesOf(table: EventTable): { traces: Trace[]; leftOut: LeftOut[] } {
  const lines = table.cases.map((): number[] => [])
  for (const [line, each] of table.caseOf.entries()) lines[each]?.push(line)
  const timeless = lines.filter((own) => own.some((line) => Number.isNaN(table.timeOf[line])))
  const traces = lines
    .filter((own) => own.length > 0 && !own.some((line) => Number.isNaN(table.timeOf[line])))
    .map((own) =>
      visitsOf(
        own.sort((a, b) => (table.timeOf[a] ?? 0) - (table.timeOf[b] ?? 0) || a - b),
        table,
      ),
    )
  const message = `${many(timeless.length, 'case')} with a line whose timestamp is missing or can’t be read.`
  return {
    traces,
    leftOut: timeless.length === 0 ? [] : [{ what: 'CASES_WITHOUT_TIME', count: timeless.length, message }],
  }
}

/** The visits that a case's lines tell of. */
function visitsOf(sorted: readonly number[], table: EventTable): Trace {
  const visits: LogVisit[] = []
  const begun = new Map<number, LogVisit[]>()
  for (const line of sorted) {
    const activity = table.activityOf[line] ?? 0
    const time = table.timeOf[line] ?? 0
    const told = { activity, resource: table.resourceOf[line] ?? -1, end: time }
    const waiting = begun.get(activity) ?? []
    begun.set(activity, waiting)
    if (table.begins[line] === true) waiting.push({ ...told, start: time })
    else {
      const start = table.startOf[line] ?? Number.NaN
      visits.push({ ...told, start: Number.isNaN(start) ? (waiting.shift()?.start ?? Number.NaN) : start })
    }
  }
  // Begun and never completed, or a log that tells of beginnings only: there is no telling how long it took.
  const open = [...begun.values()].flat().map((visit) => ({ ...visit, start: Number.NaN }))
  return open.length === 0 ? visits : [...visits, ...open].sort((a, b) => a.end - b.end)
}
