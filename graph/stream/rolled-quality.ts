import type { StreamStep } from './stream.ts'

/**
 * Rolled %C&A of a line of steps: the product of the steps' %C&A, in percent (0–100). It says how many of a hundred cases
 * pass all of them without rework.
 * @returns undefined where no step has a %C&A; steps without one are left out (and named by `missing`).
 */
export function rolledQuality(steps: readonly StreamStep[]): number | undefined {
  const known = steps.flatMap((step) => step.completeAndAccurate ?? [])
  return known.length === 0 ? undefined : known.reduce((all, each) => (all * each) / 100, 100)
}
