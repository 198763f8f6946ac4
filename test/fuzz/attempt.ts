import { threadCpuUsage } from 'node:process'
import type { Target } from './target.ts'

/** Longest that the product may compute on one input, in milliseconds of this thread's time, on a slow machine. */
export const longestMilliseconds = 2_000

const computed = (): number => {
  const { user, system } = threadCpuUsage()
  return (user + system) / 1_000
}

/**
 * Gives an input to a target.
 * @throws what the target throws, and where it takes too long.
 */
export async function attempt(target: Target, input: Uint8Array): Promise<void> {
  const before = computed()
  await target.attempt(input)
  const took = computed() - before
  if (took > longestMilliseconds) throw new Error(`It took ${Math.round(took)} ms of computing`)
}
