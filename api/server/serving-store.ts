import type { Logger } from 'pino'
import { requireLoadedCatalogue } from '../../graph/load/loaded-catalogue.ts'
import { failingFast } from '../../graph/store/failing-fast.ts'
import type { Store } from '../../graph/store/store.ts'
import { whenReachable } from '../../graph/store/when-reachable.ts'

/**
 * Opens the graph that a server answers from, however long that takes to be there, and watches over it: while it is gone
 * requests fail at once, and when it is back they are answered. Both are logged, once each.
 * @param signal ends the waiting.
 * @throws NothingLoadedError, and what waiting doesn't cure: wrong credentials, say.
 */
export async function servingStore(open: () => Promise<Store>, log: Logger, signal: AbortSignal): Promise<Store> {
  const told = { waiting: false }
  const store = await whenReachable(() => openLoaded(open), {
    signal,
    onFailure({ message, hint }) {
      if (!told.waiting) log.warn({ reason: message, hint }, 'the graph does not answer: waiting for it')
      told.waiting = true
    },
  })
  if (told.waiting) log.info('the graph is there')
  return failingFast(store, {
    onLost({ message, hint }) {
      log.error({ reason: message, hint }, 'the graph is gone: requests are told to come back')
    },
    onBack() {
      log.info('the graph is back')
    },
  })
}

async function openLoaded(open: () => Promise<Store>): Promise<Store> {
  const store = await open()
  try {
    await requireLoadedCatalogue(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
