import type { StoreAdapter } from '../adapter.ts'

/** The embedded engine, on disk or in memory: the default, nothing to install. */
export const adapter: StoreAdapter = {
  schemes: ['file', 'memory'],
  examples: ['file:.tributary/graph', 'memory:'],
  open: async (address) => (await import('../embedded/embedded-store.ts')).openEmbeddedStore(address),
  mend: async (address) => (await import('../embedded/embedded-store.ts')).mendEmbeddedStore(address),
}
