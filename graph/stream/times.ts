import { missingTimes, processAboveLead } from './missing.ts'
import type { Missing } from './missing.ts'
import type { StreamStep } from './stream.ts'

/** Times summed over steps, in minutes. A figure that no step has a record for is undefined, never 0. */
export interface Times {
  /** Σ visits × PT over the steps with a process time. */
  readonly processMinutes?: number | undefined
  /** Σ visits × LT over the steps with a lead time. */
  readonly leadMinutes?: number | undefined
  /** Σ visits × (LT − PT) over the steps with both. */
  readonly waitMinutes?: number | undefined
  /**
   * Flow efficiency, 0–1: Σ visits × PT ÷ Σ visits × LT, both over the steps with both times and LT ≥ PT; so it is never
   * above 1. Where times are missing it isn't the quotient of the two sums above.
   */
  readonly activityRatio?: number | undefined
  /** What the sums leave out. */
  readonly missing: readonly Missing[]
}

/**
 * Sums the times of steps, each as often as it is visited.
 * @param visits by step, in the same order; steps that are never visited have no part in it.
 */
export function timesOf(steps: readonly StreamStep[], visits: readonly number[]): Times {
  const counted = steps.flatMap((step, i) => {
    const times = visits[i] ?? 0
    return times > 0 ? [{ step, times }] : []
  })
  const sum = (minutes: (step: StreamStep) => number | undefined): number | undefined => {
    const known = counted.flatMap(({ step, times }) => {
      const each = minutes(step)
      return each === undefined ? [] : [times * each]
    })
    return known.length === 0 ? undefined : known.reduce((all, each) => all + each, 0)
  }
  const process = sum((step) => (waitOf(step) === undefined ? undefined : step.processMinutes))
  const wait = sum(waitOf)
  const lead = process === undefined || wait === undefined ? undefined : process + wait
  return {
    processMinutes: sum((step) => step.processMinutes),
    leadMinutes: sum((step) => step.leadMinutes),
    waitMinutes: wait,
    activityRatio: process === undefined || lead === undefined || lead === 0 ? undefined : Math.min(1, process / lead),
    missing: missingTimes(counted.map(({ step }) => step)),
  }
}

/** A step's wait in minutes, LT − PT; undefined where one isn't recorded, or where they contradict each other. */
export function waitOf(step: StreamStep): number | undefined {
  if (step.leadMinutes === undefined || step.processMinutes === undefined || processAboveLead(step)) return undefined
  return step.leadMinutes - step.processMinutes
}
