import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'

/** The first pause between two tries, milliseconds; each one after is twice as long. */
const firstPause = 100

/**
 * Does something again for as long as it fails for a reason that passes: a lost connection, a new leader, a deadlock. The
 * driver does so for transactions that it manages, with one patience for all of them.
 * @param patience for how long it is tried again, milliseconds.
 * @throws what it failed with last.
 */
export async function retried<T>(patience: number, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  for (let pause = firstPause; ; pause *= 2) {
    try {
      return await work()
    } catch (error) {
      const isPassing = error instanceof Error && neo4j.isRetryableError(error)
      if (!isPassing || performance.now() - started + pause > patience) throw error
    }
    await sleep(pause)
  }
}
