import type { Flow } from './flow.ts'
import { waitOf } from './times.ts'
import type { Visits } from './visits.ts'

/** What one step is to its stream. Times are minutes, shares 0–1; undefined where a time isn't recorded. */
export interface StepMeasures extends Visits {
  /** Its id. */
  readonly step: string
  readonly onCriticalPath: boolean
  /** LT − PT of one visit. */
  readonly waitMinutes: number | undefined
  /** PT ÷ LT of one visit: 0–1. */
  readonly activityRatio: number | undefined
  /** Expected minutes per case, over all cases: visits × LT. */
  readonly expectedLeadMinutes: number | undefined
  /** Part of the stream's expected lead time: visits × LT ÷ Σ visits × LT. All steps' parts add up to 1. */
  readonly shareOfLeadTime: number | undefined
  /** Part of the stream's expected wait: visits × (LT − PT) ÷ Σ visits × (LT − PT). */
  readonly shareOfWait: number | undefined
}

/** The measures of each step, in the order of `flow.steps`. */
export function stepMeasures(flow: Flow, visits: readonly Visits[], onPath: ReadonlySet<number>): StepMeasures[] {
  const times = (i: number, minutes: number | undefined): number | undefined =>
    minutes === undefined ? undefined : minutes * (visits[i]?.perCase ?? 0)
  const lead = flow.steps.map((step, i) => times(i, step.leadMinutes))
  const waits = flow.steps.map((step, i) => times(i, waitOf(step)))
  const [leadSum, waitSum] = [sum(lead), sum(waits)]
  return flow.steps.map((step, i) => {
    const wait = waitOf(step)
    const hasRatio = wait !== undefined && step.leadMinutes !== undefined && step.leadMinutes > 0
    return {
      step: step.id,
      onCriticalPath: onPath.has(i),
      ...(visits[i] ?? { perCase: 0, onceThere: 1, reach: 0 }),
      waitMinutes: wait,
      activityRatio: hasRatio ? (step.processMinutes ?? 0) / (step.leadMinutes ?? 1) : undefined,
      expectedLeadMinutes: lead[i],
      shareOfLeadTime: partOf(lead[i], leadSum),
      shareOfWait: partOf(waits[i], waitSum),
    }
  })
}

const sum = (minutes: readonly (number | undefined)[]): number =>
  minutes.reduce<number>((all, each) => all + (each ?? 0), 0)

const partOf = (part: number | undefined, all: number): number | undefined =>
  part === undefined || all === 0 ? undefined : part / all
