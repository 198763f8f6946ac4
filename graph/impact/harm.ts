import type { State } from './states.ts'

/** How many items are in which state; those that are OK aren't counted. */
export interface StateCounts {
  readonly down: number
  readonly degraded: number
  readonly atRisk: number
}

/** What a failure does to that for which the organisation is there. */
export interface Harm {
  readonly streams: StateCounts
  readonly services: StateCounts
}

/** Counts items by their states. */
export function countStates(items: Iterable<{ readonly state: State }>): StateCounts {
  const states = [...items].map(({ state }) => state)
  const count = (wanted: State): number => states.filter((state) => state === wanted).length
  return { down: count('DOWN'), degraded: count('DEGRADED'), atRisk: count('AT_RISK') }
}

/** The worst first: streams down, streams degraded, services down, services degraded, then those that are at risk. */
export function compareHarm(a: Harm, b: Harm): number {
  const [ofA, ofB] = [rank(a), rank(b)]
  const parting = ofA.findIndex((count, i) => count !== ofB[i])
  return (ofB[parting] ?? 0) - (ofA[parting] ?? 0)
}

const rank = ({ streams, services }: Harm): number[] => [
  ...[streams.down, streams.degraded, services.down, services.degraded],
  ...[streams.atRisk, services.atRisk],
]
