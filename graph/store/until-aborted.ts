import { StoreError } from './store.ts'

/**
 * Does work, but waits for it no longer than until the signal aborts; where it has already, the work isn't begun.
 * @param cancelled says of which store, and what becomes of the work then. Its result is dropped.
 * @throws StoreError with the failure `cancelled`, and the signal's reason as its cause.
 */
export async function untilAborted<T>(
  signal: AbortSignal | undefined,
  cancelled: { readonly address: string; readonly hint: string },
  work: () => Promise<T>,
): Promise<T> {
  if (signal === undefined) return work()
  const abortion = Promise.withResolvers<never>()
  const abort = (): void => {
    const message = `The question to the graph at ${cancelled.address} was cancelled`
    abortion.reject(new StoreError(message, { failure: 'cancelled', hint: cancelled.hint, cause: signal.reason }))
  }
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race(signal.aborted ? [abortion.promise] : [abortion.promise, work()])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
