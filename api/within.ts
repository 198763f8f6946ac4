/**
 * Waits for work no longer than until the signal aborts; what it comes to after that is dropped.
 * @throws the signal's reason then.
 */
export async function within<Result>(
  signal: AbortSignal | undefined,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  if (signal === undefined) return work()
  signal.throwIfAborted()
  const abortion = Promise.withResolvers<never>()
  const abort = (): void => abortion.reject(signal.reason as Error)
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([work(), abortion.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
