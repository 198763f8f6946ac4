import type { Flow, FlowWay } from './flow.ts'

/** The longest way from a step to an end. */
export interface Longest {
  readonly minutes: number
  readonly steps: number
  /** The step that it goes to next; undefined where the stream ends, and at a detour's steps. */
  readonly next: number | undefined
}

/**
 * For each step the longest way on, Σ LT, over ways that form no circle. Steps without a recorded lead time count nothing
 * in this choice; of equals, more steps win, then the way to the earlier step.
 */
export function longestWays(flow: Flow, onward: readonly FlowWay[]): Longest[] {
  const found: (Longest | undefined)[] = flow.steps.map(() => undefined)
  const from = (step: number): Longest => {
    const known = found[step]
    if (known !== undefined) return known
    let best: (Longest & { next: number }) | undefined
    for (const way of onward) {
      if (way.from !== step) continue
      const { minutes, steps } = from(way.to)
      const better = best === undefined || minutes > best.minutes || (minutes === best.minutes && steps > best.steps)
      if (better) best = { minutes, steps, next: way.to }
    }
    const own = flow.steps[step]?.leadMinutes ?? 0
    const longest = { minutes: own + (best?.minutes ?? 0), steps: 1 + (best?.steps ?? 0), next: best?.next }
    found[step] = longest
    return longest
  }
  return flow.steps.map((_, step) => from(step))
}
