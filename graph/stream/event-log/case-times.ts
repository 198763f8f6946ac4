import type { Clock } from './clock.ts'
import type { LogDiscovery } from './log-discovery.ts'
import { quantilesOf } from './quantiles.ts'
import type { Trace } from './traces.ts'
import { visitTimes } from './visit-times.ts'
import type { Stamps } from './visit-times.ts'

/** First and last timestamp of some cases: ISO 8601, UTC. */
export function span(traces: readonly Trace[]): { from: string; to: string } {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const trace of traces) {
    for (const { start, end } of trace) {
      from = Math.min(from, Number.isNaN(start) ? end : start)
      to = Math.max(to, end)
    }
  }
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}

/** Times of whole cases, in minutes by the clock. */
export function caseTimes(traces: readonly Trace[], clock: Clock, stamps: Stamps): LogDiscovery['caseTimes'] {
  const [process, wait, lead]: [number[], number[], number[]] = [[], [], []]
  for (const trace of traces) {
    const [first, last] = [trace[0], trace.at(-1)]
    if (first === undefined || last === undefined) continue
    const arrived = trace.reduce(
      (at, visit) => Math.min(at, Number.isNaN(visit.start) ? visit.end : visit.start),
      first.end,
    )
    lead.push(clock.between(arrived, last.end))
    const times = visitTimes(trace, clock, stamps)
    if (!times.every((each) => each.process !== undefined)) continue
    process.push(times.reduce((sum, each) => sum + (each.process ?? 0), 0))
    wait.push(times.reduce((sum, each) => sum + (each.wait ?? 0), 0))
  }
  return { process: quantilesOf(process), wait: quantilesOf(wait), lead: quantilesOf(lead) }
}
