import type { StreamStep, Way } from './stream.ts'

/** Differences below this are rounding: of shares written in percent, and of sums of them. */
export const rounding = 1e-9

/** The ways out of one step with every share settled. */
export interface SettledWays {
  /** In the order of `StreamStep.next`; a way that no case takes (0 %) is left out. */
  readonly ways: readonly { readonly to: string; readonly share: number; readonly rework: boolean }[]
  /** Part of the step's cases for which the stream ends here: 0–1. */
  readonly ends: number
  /** Several ways were written without a share: equal parts were assumed, nobody said so. */
  readonly equalParts: boolean
  /** The sum of the shares as written, in percent. More than 100 can't be. */
  readonly written: number
}

/**
 * Settles what part of a step's cases (0–1) takes each way.
 *
 * - No `next`: all of them go to the step that follows in the file; after the last step, the stream ends.
 * - `next: []`: the stream ends here.
 * - A share left out is an equal part of what the others leave (the model's words).
 * - Where all shares are written and leave something of 100, the stream ends here for what is left: the model says "how
 *   many of a hundred cases take it", so the others take no way on.
 *
 * Shares that add up to 100.0005 at most count as 100 (three decimals, as the rule `step-flow` rounds).
 * @param step of which `next` counts.
 * @param following id of the step that follows in the file, if any.
 */
export function sharesOfWays(step: Partial<StreamStep>, following: string | undefined): SettledWays {
  const next: readonly Way[] = step.next ?? (following === undefined ? [] : [{ to: following, rework: false }])
  const written = next.reduce((sum, way) => sum + (way.share ?? 0), 0)
  const open = next.filter((way) => way.share === undefined).length
  const scale = written > 100 && written <= 100.0005 ? 100 / written : 1
  const left = Math.max(0, 100 - written * scale)
  const ways = next.map((way) => ({
    to: way.to,
    share: (way.share === undefined ? left / open : way.share * scale) / 100,
    rework: way.rework,
  }))
  const ends = open > 0 ? 0 : left / 100
  return {
    ways: ways.filter((way) => way.share > rounding),
    ends: ends > rounding ? ends : 0,
    equalParts: open > 1,
    written,
  }
}
