import { flowOf } from './flow.ts'
import { leadTimeParts } from './lead-time-parts.ts'
import type { Stream } from './stream.ts'
import { fundamentalMatrix } from './visits.ts'

/** What part of a stream hangs on some of its steps. All are 0–1; undefined where it can't be worked out. */
export interface AtRisk {
  /** Part of the expected lead time that these steps take: Σ visits × LT of theirs ÷ of all. */
  readonly shareOfLeadTime: number | undefined
  /** Part of the demand, of the cases, that comes to any of these steps: where branches are optional, less than 1. */
  readonly shareOfDemand: number | undefined
}

/**
 * Works out what hangs on some steps.
 *
 * The share of demand is the probability that a case ever comes to one of them: the steps are made absorbing, and the
 * expected visits of all of them are added up, each case counting once.
 * @param hit ids of steps; those of other streams have no part in it.
 */
export function atRisk(stream: Stream, hit: ReadonlySet<string>): AtRisk {
  const { flow } = flowOf(stream)
  if (flow === undefined) return { shareOfLeadTime: undefined, shareOfDemand: undefined }
  const isHit = flow.steps.map(({ id }) => hit.has(id))
  const [first] = fundamentalMatrix(
    flow.steps.length,
    flow.ways.filter(({ from }) => isHit[from] !== true),
  )
  const parts = leadTimeParts(stream)
  return {
    shareOfLeadTime: parts && sum([...parts].map(([step, part]) => (hit.has(step) ? part : 0))),
    shareOfDemand: Math.min(1, sum(isHit.map((each, i) => (each ? (first?.[i] ?? 0) : 0)))),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
