import { modulesIn } from '../modules-in.ts'
import type { Store } from './store.ts'

/**
 * What makes a graph database a store: one file in `adapters/`, which exports it as `adapter`. The file is all that a new
 * store takes; it imports its driver on first use, because drivers take long to start.
 */
export interface StoreAdapter {
  /** Schemes of the addresses that it answers to, without the colon. */
  readonly schemes: readonly string[]
  /** Addresses as people write them, for messages. */
  readonly examples: readonly string[]
  /** Opens the graph at an address. @throws StoreError when it can't be reached. */
  readonly open: (address: string) => Promise<Store>
  /**
   * Makes a graph that is damaged one that can be loaded again, from what of it is whole; what is damaged is put aside.
   * @returns what it found and did, in words; undefined where nothing is damaged, as far as files are this store's business.
   */
  readonly mend: (address: string) => Promise<string | undefined>
}

/** Every adapter there is. */
export async function allAdapters(): Promise<StoreAdapter[]> {
  const modules = await modulesIn<{ adapter: StoreAdapter }>(new URL('./adapters/', import.meta.url))
  return modules.map((each) => each.adapter)
}
