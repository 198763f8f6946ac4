import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { Steps } from './steps.ts'

/** How long others wait at most, in milliseconds, where the computation yields as often as it should. */
const turn = 25

/**
 * Runs a computation in turns with everything else that this process does: requests are answered meanwhile.
 * @throws what `signal` was aborted with, at the next turn.
 */
export async function inTurns<Result>(steps: Steps<Result>, signal?: AbortSignal): Promise<Result> {
  for (;;) {
    signal?.throwIfAborted()
    const end = performance.now() + turn
    do {
      const step = steps.next()
      if (step.done === true) return step.value
    } while (performance.now() < end)
    await turnOfOthers()
  }
}
