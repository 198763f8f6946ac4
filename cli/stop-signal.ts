const signals = ['SIGINT', 'SIGTERM'] as const

/** Waits until the process is told to stop: SIGINT, SIGTERM. Told again, whichever way, it ends at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of signals) process.removeListener(signal, stop)
      resolve()
    }
    for (const signal of signals) process.on(signal, stop)
  })
}
