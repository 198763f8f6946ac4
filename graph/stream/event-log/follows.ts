import type { Clock } from './clock.ts'
import { quantilesOf } from './quantiles.ts'
import type { Quantiles } from './quantiles.ts'
import type { Trace } from './traces.ts'
import { visitTimes } from './visit-times.ts'
import type { Stamps } from './visit-times.ts'

/** How often one activity directly follows another. Activities are numbers of the table. */
export interface Follow {
  readonly from: number
  readonly to: number
  /** How often, repetitions included. */
  readonly count: number
  /** In how many cases. */
  readonly cases: number
  /** How often it led to an activity that the case had been at before. */
  readonly repeats: number
  /** How often both had a resource, and how often it was another one. */
  readonly resourcesKnown: number
  readonly resourceChanges: number
}

/** What a log says of one activity. */
export interface LogActivity {
  readonly activity: number
  readonly visits: number
  readonly cases: number
  /** How many cases begin and end here. */
  readonly begins: number
  readonly ends: number
  /** Mean place of its first visit in the cases that come to it, from 0. */
  readonly place: number
  readonly process: Quantiles | undefined
  readonly wait: Quantiles | undefined
  readonly lead: Quantiles | undefined
  /** How many of its visits each resource did, by number, the most first. */
  readonly resources: readonly { readonly resource: number; readonly visits: number }[]
}

/** Directly-follows frequencies, and each activity's times (minutes by the clock), over some cases. */
export function followsOf(
  traces: readonly Trace[],
  clock: Clock,
  stamps: Stamps,
): { activities: LogActivity[]; follows: Follow[] } {
  const activities = new Map<number, ReturnType<typeof emptyActivity>>()
  const follows = new Map<string, { -readonly [Key in keyof Follow]: Follow[Key] }>()
  for (const trace of traces) {
    const times = visitTimes(trace, clock, stamps)
    const seen = new Set<number>()
    const taken = new Set<string>()
    for (const [i, visit] of trace.entries()) {
      const found = activities.get(visit.activity) ?? emptyActivity()
      activities.set(visit.activity, found)
      found.visits += 1
      const { process, wait, lead } = times[i] ?? {}
      if (process !== undefined) found.process.push(process)
      if (wait !== undefined) found.wait.push(wait)
      if (lead !== undefined) found.lead.push(lead)
      if (visit.resource >= 0) found.resources.set(visit.resource, (found.resources.get(visit.resource) ?? 0) + 1)
      if (!seen.has(visit.activity)) {
        found.cases += 1
        found.places += i
      }
      if (i === 0) found.begins += 1
      if (i === trace.length - 1) found.ends += 1
      const before = trace[i - 1]
      if (before !== undefined) {
        const key = `${before.activity},${visit.activity}`
        const none = { count: 0, cases: 0, repeats: 0, resourcesKnown: 0, resourceChanges: 0 }
        const follow = follows.get(key) ?? { from: before.activity, to: visit.activity, ...none }
        follows.set(key, follow)
        follow.count += 1
        if (!taken.has(key)) follow.cases += 1
        if (seen.has(visit.activity)) follow.repeats += 1
        if (before.resource >= 0 && visit.resource >= 0) {
          follow.resourcesKnown += 1
          if (before.resource !== visit.resource) follow.resourceChanges += 1
        }
        taken.add(key)
      }
      seen.add(visit.activity)
    }
  }
  return {
    activities: [...activities].map(([activity, { places, resources, ...found }]) => ({
      ...found,
      activity,
      place: places / found.cases,
      process: quantilesOf(found.process),
      wait: quantilesOf(found.wait),
      lead: quantilesOf(found.lead),
      resources: [...resources].map(([resource, visits]) => ({ resource, visits })).sort((a, b) => b.visits - a.visits),
    })),
    follows: [...follows.values()].sort((a, b) => b.count - a.count),
  }
}

const emptyActivity = (): {
  visits: number
  cases: number
  begins: number
  ends: number
  places: number
  process: number[]
  wait: number[]
  lead: number[]
  resources: Map<number, number>
} => ({
  visits: 0,
  cases: 0,
  begins: 0,
  ends: 0,
  places: 0,
  process: [],
  wait: [],
  lead: [],
  resources: new Map(),
})
