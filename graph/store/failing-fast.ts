import { isUnreachable, whenReachable } from './when-reachable.ts'
import { StoreError } from './store.ts'
import type { Json, Parameters, ReadOptions, Store } from './store.ts'

/** How long a graph that is there may take to say so, milliseconds. */
const patience = 5_000

/** Who is told that a graph is gone, and that it is back. */
export interface Outage {
  readonly onLost: (error: StoreError) => void
  readonly onBack: () => void
}

/**
 * A store for a server: once the graph is gone, reading fails at once instead of having everybody wait, and one question
 * after the other is asked until the graph is back. A read that was cancelled, or takes long, is the occasion to look whether
 * the graph still answers at all. Writes go through as they are.
 */
export function failingFast(store: Store, outage: Outage): Store {
  const closed = new AbortController()
  let lost: StoreError | undefined
  let watching: Promise<void> | undefined

  const answers = async (): Promise<void> => {
    const signal = AbortSignal.any([closed.signal, AbortSignal.timeout(patience)])
    try {
      await store.read('RETURN 1 AS one', {}, { signal })
    } catch (error) {
      if (isUnreachable(error) || !(error instanceof StoreError) || error.failure !== 'cancelled') throw error
      const message = `The graph at ${store.address} has not answered for ${String(patience / 1000)} seconds`
      throw new StoreError(message, { failure: 'unreachable', cause: error })
    }
  }

  const lose = (error: StoreError): void => {
    if (lost === undefined) outage.onLost(error)
    lost = error
  }

  const watch = async (): Promise<void> => {
    try {
      // Whatever a graph says, it is there.
      await whenReachable(answers, { signal: closed.signal, onFailure: lose }).catch(() => {})
    } finally {
      watching = undefined
      if (lost !== undefined && !closed.signal.aborted) outage.onBack()
      lost = undefined
    }
  }

  const look = (): void => {
    if (!closed.signal.aborted) watching ??= watch()
  }

  return {
    address: store.address,
    async read<Row extends Json>(cypher: string, parameters?: Parameters, options?: ReadOptions): Promise<Row[]> {
      if (lost !== undefined) throw lost
      const late = setTimeout(look, patience)
      try {
        return await store.read<Row>(cypher, parameters, options)
      } catch (error) {
        if (isUnreachable(error)) lose(error)
        if (isUnreachable(error) || (error instanceof StoreError && error.failure === 'cancelled')) look()
        throw error
      } finally {
        clearTimeout(late)
      }
    },
    write: (statements, onStatement) => store.write(statements, onStatement),
    close() {
      closed.abort()
      return store.close()
    },
  }
}
