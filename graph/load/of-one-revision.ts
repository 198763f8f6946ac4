import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store.ts'
import { readRevisionNumber, requireLoadedCatalogue } from './loaded-catalogue.ts'
import type { LoadedCatalogue } from './loaded-catalogue.ts'

/** How often reading begins again while one load follows the other. */
const mostAttempts = 4

/**
 * Reads in several statements what must be of one revision: where a load came between them, reading begins again.
 * @throws NothingLoadedError when nothing is loaded, and StoreError when loads don't end.
 */
export async function ofOneRevision<Result>(
  store: Store,
  read: (loaded: LoadedCatalogue) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const loaded = await requireLoadedCatalogue(store)
    const result = await read(loaded)
    if ((await readRevisionNumber(store)) === loaded.revision) return result
  }
  throw new StoreError(`The graph at ${store.address} changes again and again while it is read`, {
    hint: 'Wait until the loads have ended',
  })
}
