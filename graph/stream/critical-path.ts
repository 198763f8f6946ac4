import type { Flow } from './flow.ts'
import { longestWays } from './longest-ways.ts'
import { sortWays } from './loop-ways.ts'
import { visitsOnPath } from './visits-on-path.ts'

/** The longest way through a stream. Steps count `Flow.steps` from 0. */
export interface CriticalPath {
  /** The steps that it comes through, in flow order, each once. */
  readonly steps: readonly number[]
  /**
   * For each step of the flow, how often a case on the critical path comes to it, repetitions included: 1 or more for the
   * path's own steps, 0 for side branches, and what the shares say for detours such as a repair that leads back.
   */
  readonly visits: readonly number[]
}

/**
 * Finds the critical path: of all ways from the first step to an end, without ways back, the one with the longest lead
 * time (`longestWays`), and how often its steps are repeated (`visitsOnPath`).
 */
export function criticalPath(flow: Flow): CriticalPath {
  const ways = sortWays(flow)
  const longest = longestWays(flow, ways.onward)
  const steps: number[] = []
  for (let step: number | undefined = 0; step !== undefined; step = longest[step]?.next) steps.push(step)
  return { steps, visits: visitsOnPath(flow, ways, steps) }
}
