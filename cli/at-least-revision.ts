import { readRevisionNumber } from '../graph/load/loaded-catalogue.ts'
import { StoreError } from '../graph/store/store.ts'
import type { Store } from '../graph/store/store.ts'
import { whenReachable } from '../graph/store/when-reachable.ts'
import { say } from './progress.ts'

/** For how long a graph that doesn't show a revision yet is waited for, milliseconds. */
const patience = 120_000

/** @throws StoreError, of the failure `unreachable`, when the graph doesn't show this revision, or a later one, yet. */
export async function requireRevision(store: Store, atLeast: number): Promise<void> {
  const shown = (await readRevisionNumber(store)) ?? 0
  if (shown >= atLeast) return
  const shows = shown === 0 ? 'nothing' : `revision ${String(shown)}`
  throw new StoreError(`The graph at ${store.address} shows ${shows}, and not yet revision ${String(atLeast)}`, {
    failure: 'unreachable',
    hint: 'Ask for a revision that "tributary load" has told of, in the graph that was loaded into',
  })
}

/**
 * Opens a graph that requires a revision, and waits up to two minutes until it can be opened.
 * @throws what opening it failed with last.
 */
export async function waitForRevision(open: () => Promise<Store>): Promise<Store> {
  const signal = AbortSignal.timeout(patience)
  let last: StoreError | undefined
  try {
    return await whenReachable(open, {
      signal,
      onFailure(error) {
        if (last === undefined) say(`${error.message}: waiting …`)
        last = error
      },
    })
  } catch (error) {
    throw signal.aborted && last !== undefined ? last : error
  }
}
