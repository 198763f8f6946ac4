import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openStore } from '../graph/store/open-store.ts'
import type { Statement, Store } from '../graph/store/store.ts'

/** A store that suites run on. */
export interface StoreUnderTest {
  readonly name: 'memory' | 'file' | 'neo4j'
  /** Opens it as the last `fresh` and what followed left it; a graph in memory always opens empty. */
  open(): Promise<Store>
  /** Opens it without anything of the product's in it. */
  fresh(): Promise<Store>
}

/** The labels of the product's nodes: all that tests may remove from a shared database. */
const ownLabels = ['TributaryItem', 'TributaryRevision', 'TributaryCatalogue', 'TributaryText']

/**
 * The stores that a suite is to run on, each complete: memory and file, and Neo4j where `TRIBUTARY_TEST_NEO4J`
 * holds its address; with `TRIBUTARY_TEST_NEO4J_ONLY=1` that alone, because the others have had their run. Call it while tests are being collected, and run suites on Neo4j one at a time: they share its
 * database.
 * @throws when `CI_REQUIRE_NEO4J` is 1 and there is no address, so that no store goes untested by accident.
 */
export function storesUnderTest(): StoreUnderTest[] {
  const server = process.env.TRIBUTARY_TEST_NEO4J
  if (!server && process.env.CI_REQUIRE_NEO4J === '1') {
    throw new Error('CI_REQUIRE_NEO4J is 1: set TRIBUTARY_TEST_NEO4J to the address of a Neo4j server')
  }
  const onServer = server ? [neo4jStore(server)] : []
  return process.env.TRIBUTARY_TEST_NEO4J_ONLY === '1' ? onServer : [...embeddedStores(), ...onServer]
}

/** The embedded stores, in memory and on disk. */
export const embeddedStores = (): StoreUnderTest[] => [memoryStore, fileStore()]

/** The store to take where any will do, and to compare others with. */
export const memoryStore: StoreUnderTest = {
  name: 'memory',
  open: () => openStore('memory:'),
  fresh: () => openStore('memory:'),
}

function fileStore(): StoreUnderTest {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-stores-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  let count = 0
  const open = () => openStore(`file:${join(folder, String(count))}`)
  return {
    name: 'file',
    open,
    fresh() {
      count++
      return open()
    },
  }
}

function neo4jStore(address: string): StoreUnderTest {
  return {
    name: 'neo4j',
    open: () => openStore(address),
    async fresh() {
      const store = await openStore(address)
      await store.write(ownLabels.flatMap(relationsAmongOwn))
      await store.write(ownLabels.map((label) => ({ cypher: `MATCH (n:${label}) DELETE n` })))
      return store
    },
  }
}

/** Relations that nodes of a label have with each other and with the product's other nodes, not with anybody else's. */
function relationsAmongOwn(label: string): Statement[] {
  return ownLabels.map((other) => ({ cypher: `MATCH (:${label})-[relation]->(:${other}) DELETE relation` }))
}
