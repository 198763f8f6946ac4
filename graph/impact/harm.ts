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

/** Counts items by their states, one by one. */
export class StateCounter implements StateCounts {
  down = 0
  degraded = 0
  atRisk = 0

  count(state: State): void {
    if (state === 'DOWN') this.down += 1
    else if (state === 'DEGRADED') this.degraded += 1
    else if (state === 'AT_RISK') this.atRisk += 1
  }
}

/** Counts items by their states. */
export function countStates(items: Iterable<{ readonly state: State }>): StateCounts {
  const counter = new StateCounter()
  for (const { state } of items) counter.count(state)
  return counter
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
