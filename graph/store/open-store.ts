import { allAdapters } from './adapter.ts'
import type { StoreAdapter } from './adapter.ts'
import { StoreError } from './store.ts'
import type { Store } from './store.ts'

/** The address of the graph where nobody names one: files in the folder the product runs in. */
const fallbackAddress = 'file:.tributary/graph'

/**
 * Opens the graph at an address.
 *
 * - `memory:` is a new, empty graph in this process, gone when it is closed.
 * - `file:PATH` is a graph in a folder, read as empty until something is written.
 * - `neo4j://host`, `bolt://host` and their `+s` and `+ssc` forms are a Neo4j server, which must answer now. It takes
 *   credentials from `NEO4J_USERNAME` (`neo4j` when unset) and `NEO4J_PASSWORD` or `NEO4J_PASSWORD_FILE`, and the database's name from
 *   `NEO4J_DATABASE` (the server's default when unset).
 *
 * @throws StoreError for an address that no store answers to, and for a server that can't be reached.
 */
export async function openStore(address: string): Promise<Store> {
  return (await adapterOf(address)).open(address)
}

/**
 * Makes a graph that is damaged one that can be loaded again: what is damaged is put aside, and what was loaded before it is
 * there again, where that is whole. Nothing but a file's graph is ever damaged.
 * @returns what it found and did, in words; undefined where nothing is damaged.
 * @throws StoreError, of the failure `busy` where another writer is at work.
 */
export async function mendStore(address: string): Promise<string | undefined> {
  return (await adapterOf(address)).mend(address)
}

async function adapterOf(address: string): Promise<StoreAdapter> {
  const scheme = /^([a-z][a-z0-9+]*):/i.exec(address)?.[1]?.toLowerCase()
  const adapters = await allAdapters()
  const adapter = adapters.find((each) => scheme !== undefined && each.schemes.includes(scheme))
  if (adapter !== undefined) return adapter
  // The rest of the address may hold credentials.
  throw new StoreError(
    scheme === undefined ? `"${address}" is not the address of a graph` : `No store answers to "${scheme}:"`,
    { hint: `Choose one of ${adapters.flatMap((each) => each.examples).join(', ')}` },
  )
}

/** The address to use where the caller names none: `TRIBUTARY_STORE`, or else `file:.tributary/graph`. */
export function defaultStoreAddress(environment: NodeJS.ProcessEnv = process.env): string {
  return environment['TRIBUTARY_STORE'] || fallbackAddress
}
