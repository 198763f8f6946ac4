import type { Trace } from './traces.ts'

/** Cases that visit the same activities in the same order. */
export interface Variant {
  /** Numbers of the activities, in order. */
  readonly activities: readonly number[]
  readonly traces: readonly Trace[]
}

/** Groups cases into variants, the most frequent first; of equals, the one that came up first. */
export function variantsOf(traces: readonly Trace[]): Variant[] {
  const found = new Map<string, { activities: number[]; traces: Trace[] }>()
  for (const trace of traces) {
    const activities = trace.map((visit) => visit.activity)
    const key = activities.join()
    const variant = found.get(key)
    if (variant === undefined) found.set(key, { activities, traces: [trace] })
    else variant.traces.push(trace)
  }
  return [...found.values()].sort((a, b) => b.traces.length - a.traces.length)
}

/**
 * As few of the most frequent variants as together cover that part (0–1) of all cases. Variants of as many cases as the last
 * one are kept too: which of equals stands first in the log tells nothing.
 */
export function mostFrequent(variants: readonly Variant[], coverage: number): Variant[] {
  const all = variants.reduce((sum, variant) => sum + variant.traces.length, 0)
  const kept: Variant[] = []
  let covered = 0
  for (const variant of variants) {
    const { length } = variant.traces
    if (covered >= coverage * all && length !== kept.at(-1)?.traces.length) break
    kept.push(variant)
    covered += length
  }
  return kept
}
