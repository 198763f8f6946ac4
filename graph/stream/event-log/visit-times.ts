import type { Clock } from './clock.ts'
import type { Trace } from './traces.ts'

/**
 * What a log's only timestamp stands for: the end of what its line names (done), or its beginning (a status that the case
 * takes on).
 */
export type Stamps = 'END' | 'BEGIN'

/** Minutes that one visit took; undefined where the log can't say. */
export interface VisitTimes {
  readonly process: number | undefined
  readonly wait: number | undefined
  readonly lead: number | undefined
}

/**
 * The times of a case's visits, in minutes by the clock.
 *
 * - Lead time: from the end of the visit before to its own end; or from its start, where it began before the other ended.
 *   The first visit of a case arrives when it starts; where no start is recorded, its lead time isn't known.
 * - Process time: from its start to its end, only where the log has both, without the time for which it was suspended. It
 *   takes the work for uninterrupted otherwise.
 * - Wait: lead time − process time.
 * - Where stamps mean beginnings, lead time is from its own stamp to the next one, and the last visit's isn't known.
 */
export function visitTimes(trace: Trace, clock: Clock, stamps: Stamps): VisitTimes[] {
  return trace.map((visit, i) => {
    const unknown = { process: undefined, wait: undefined, lead: undefined }
    if (stamps === 'BEGIN') {
      const next = trace[i + 1]
      return next === undefined ? unknown : { ...unknown, lead: clock.between(visit.end, next.end) }
    }
    const before = trace[i - 1]
    const started = Number.isNaN(visit.start) ? undefined : Math.min(visit.start, visit.end)
    const arrived = before === undefined ? started : Math.min(before.end, started ?? before.end)
    if (arrived === undefined) return unknown
    const lead = clock.between(arrived, visit.end)
    if (started === undefined) return { ...unknown, lead }
    const paused = (visit.pauses ?? []).reduce((sum, [from, to]) => sum + clock.between(from, to), 0)
    const process = Math.max(0, clock.between(started, visit.end) - paused)
    return { process, wait: Math.max(0, lead - process), lead }
  })
}
