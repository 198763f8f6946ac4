import { many } from './left-out.ts'
import type { LeftOut } from './left-out.ts'
import type { LogVisit, Trace } from './traces.ts'
import type { Stamps } from './visit-times.ts'

/**
 * Joins what directly repeats the activity before it: a log of states has a line for whatever changes in a ticket, and most
 * of these leave its state as it is. One visit remains, from where the first began to where the last ended.
 */
export function withoutRepeats(traces: readonly Trace[], stamps: Stamps): { traces: Trace[]; leftOut: LeftOut[] } {
  let count = 0
  const joined = traces.map((trace) => {
    const visits: LogVisit[] = []
    for (const visit of trace) {
      const before = visits.at(-1)
      if (before?.activity !== visit.activity) visits.push(visit)
      else {
        count += 1
        // A stamp that means a beginning is the first one's.
        const end = stamps === 'BEGIN' ? before.end : visit.end
        const pauses = [...(before.pauses ?? []), ...(visit.pauses ?? [])]
        visits[visits.length - 1] = { ...before, end, ...(pauses.length === 0 ? {} : { pauses }) }
      }
    }
    return visits
  })
  const message = `${many(count, 'line')} that say${count === 1 ? 's' : ''} again what the case’s line before said.`
  return { traces: joined, leftOut: count === 0 ? [] : [{ what: 'REPEATED_LINES', count, message }] }
}
