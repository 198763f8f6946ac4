import type { Flow } from './flow.ts'
import { sortWays } from './loop-ways.ts'
import type { Visits } from './visits.ts'

/** A way back, and how often cases take it. */
export interface Loop {
  /** Id of the step that it leaves. */
  readonly from: string
  /** Id of the step that it leads back to. */
  readonly to: string
  /** Part of the cases at `from` that take it: 0–1. */
  readonly share: number
  /** Expected repetitions per case, over all cases: N₀ₛ × share, for s = `from`. */
  readonly repetitions: number
  /** Expected repetitions of a case that comes to `from` at all: Nₛₛ × share; for a loop alone, share ÷ (1 − share). */
  readonly repetitionsOnceThere: number
}

/** Every way back (see `sortWays`) with its expected repetitions, by step in file order. */
export function loopsOf(flow: Flow, visits: readonly Visits[]): Loop[] {
  return sortWays(flow).back.map(({ from, to, share }) => ({
    from: flow.steps[from]?.id ?? '',
    to: flow.steps[to]?.id ?? '',
    share,
    repetitions: (visits[from]?.perCase ?? 0) * share,
    repetitionsOnceThere: (visits[from]?.onceThere ?? 0) * share,
  }))
}
