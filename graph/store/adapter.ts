import { readdirSync } from 'node:fs'
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
}

/** Every adapter there is. */
export async function allAdapters(): Promise<StoreAdapter[]> {
  const folder = new URL('./adapters/', import.meta.url)
  const files = readdirSync(folder).filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'))
  const modules = files
    .sort()
    .map(async (file) => (await import(new URL(file, folder).href)) as { adapter: StoreAdapter })
  return (await Promise.all(modules)).map((each) => each.adapter)
}
