import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from './store.ts'

/** Pauses between two tries, milliseconds: they double from the shortest to the longest. */
const pauses = { shortest: 250, longest: 5_000 }

/** How one waits for a graph. */
export interface Waiting {
  /** Ends the waiting. */
  readonly signal: AbortSignal
  /** Told of each try that failed. */
  readonly onFailure?: (error: StoreError) => void
}

/**
 * Asks a graph until it answers.
 * @throws what isn't cured by waiting (wrong credentials, nothing loaded …) at once, and an AbortError when the signal aborts.
 */
export async function whenReachable<T>(ask: () => Promise<T>, { signal, onFailure }: Waiting): Promise<T> {
  for (let pause = pauses.shortest; ; pause = Math.min(pause * 2, pauses.longest)) {
    try {
      return await ask()
    } catch (error) {
      if (!isUnreachable(error)) throw error
      onFailure?.(error)
    }
    await sleep(pause, undefined, { signal })
  }
}

/** Whether an error says that the graph doesn't answer now, but may later. */
export function isUnreachable(error: unknown): error is StoreError {
  return error instanceof StoreError && error.failure === 'unreachable'
}
