import type { StoreAdapter } from '../adapter.ts'

/** A Neo4j server, a cluster or Aura. */
export const adapter: StoreAdapter = {
  schemes: ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'],
  examples: ['neo4j://HOST', 'bolt://HOST'],
  open: async (address) => (await import('../neo4j/neo4j-store.ts')).openNeo4jStore(address),
  // A server looks after its own files.
  mend: () => Promise.resolve(undefined),
}
