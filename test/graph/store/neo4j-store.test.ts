import neo4j from 'neo4j-driver'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../../graph/store/open-store.ts'
import { StoreError } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { addRows, failure, itemSchema } from './items-in-store.ts'
import { describeStoreContract } from './store-contract.ts'

/** What openStore rejects an address with. */
async function refusal(address: string): Promise<StoreError> {
  const result = await openStore(address).catch((error: unknown) => error)
  expect(result).toBeInstanceOf(StoreError)
  return result as StoreError
}

describe('a graph on a Neo4j server', () => {
  it.each(['neo4j', 'bolt'])('says what to do when no server answers at a %s address', async (scheme) => {
    const error = await refusal(`${scheme}://127.0.0.1:9`)
    expect(error.message).toContain(`The graph at ${scheme}://127.0.0.1:9 can't be reached: `)
    expect(error.hint).toBe('Start the server and check its address, or choose another store: --store file:PATH')
  })

  it('refuses an address with credentials, without repeating them', async () => {
    const error = await refusal('neo4j://neo4j:secret@127.0.0.1:9')
    expect(error.message).toBe('The address of the graph holds credentials')
    expect(error.hint).toBe('Leave them out of the address and set NEO4J_USERNAME and NEO4J_PASSWORD')
  })

  it.each(['neo4j:', 'neo4j://', 'bolt:graph'])('refuses %s, which names no server', async (address) => {
    expect((await refusal(address)).message).toBe('The address of the graph names no server')
  })
})

for (const { name, open, fresh } of storesUnderTest()) {
  if (name !== 'neo4j') continue
  describeStoreContract(name, fresh)

  describe('a graph on this Neo4j server', () => {
    afterEach(() => vi.unstubAllEnvs())

    it('says what to do about wrong credentials, without repeating them', async () => {
      // The server locks a user out after some attempts: this one doesn't exist.
      vi.stubEnv('NEO4J_USERNAME', 'tributary-nobody')
      vi.stubEnv('NEO4J_PASSWORD', 'tributary-secret')
      const error = await open().catch((caught: unknown) => caught as StoreError)
      expect(error).toMatchObject({ hint: 'Set NEO4J_USERNAME and NEO4J_PASSWORD to a user of this server' })
      expect(JSON.stringify(error) + String(error)).not.toMatch(/tributary-(nobody|secret)/)
    })

    it('says what to do about an unknown database', async () => {
      vi.stubEnv('NEO4J_DATABASE', 'tributary-none')
      await expect(open()).rejects.toMatchObject({
        name: 'StoreError',
        hint: 'Set NEO4J_DATABASE to a database of this server, or unset it',
      })
    })

    it('looks items up by their ids right after a large load', async () => {
      const store = await fresh()
      const rows = Array.from({ length: 2000 }, (_, number) => ({ id: `i${number}` }))
      await store.write([...itemSchema, { cypher: addRows, parameters: { rows } }])
      await store.close()
      const { NEO4J_USERNAME: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
      const driver = neo4j.driver(store.address, neo4j.auth.basic(user, password))
      const { summary } = await driver.executeQuery(
        `EXPLAIN UNWIND $needs AS need
         MATCH (:TributaryItem {id: need.from})-[r:USES]->(:TributaryItem {id: need.to}) DELETE r`,
        { needs: [] },
        { database: process.env.NEO4J_DATABASE || 'neo4j' },
      )
      await driver.close()
      const plan = JSON.stringify(summary.plan)
      expect(plan).toContain('NodeUniqueIndexSeek')
      expect(plan).not.toContain('Scan')
    })

    it('ends the query on the server when a read is cancelled', async () => {
      const store = await fresh()
      const endless =
        'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS count'
      const running = async (): Promise<number> => {
        const [row] = await store.read<{ count: number }>(
          'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $endless RETURN count(*) AS count',
          { endless },
        )
        return row?.count ?? 0
      }
      const controller = new AbortController()
      const question = failure(store.read(endless, {}, { signal: controller.signal }))
      await vi.waitUntil(async () => (await running()) === 1, { timeout: 10_000 })
      controller.abort()
      expect((await question).hint).toBe('The server was told to end its query: ask for less, or give it more time')
      await vi.waitUntil(async () => (await running()) === 0, { timeout: 10_000 })
      await store.close()
    })

    it('answers everybody else after reads that were cancelled while rows came in', async () => {
      const store = await fresh()
      for (let wait = 0; wait < 30; wait++) {
        const controller = new AbortController()
        const rows = 'UNWIND range(1, 200000) AS n RETURN n, toString(n) AS text'
        const question = failure(store.read(rows, {}, { signal: controller.signal }))
        setTimeout(() => {
          controller.abort()
        }, wait)
        expect((await question).failure).toBe('cancelled')
        expect(await store.read('RETURN 1 AS one')).toStrictEqual([{ one: 1 }])
      }
      await store.close()
    })

    it('leaves nodes and relations of others alone when a test begins', async () => {
      const store = await fresh()
      await store.write([
        { cypher: "CREATE (:TributaryTestStranger {id: 'a'})-[:KNOWS]->(:TributaryTestStranger {id: 'b'})" },
        { cypher: "CREATE (:TributaryItem {id: 'a'})-[:USES]->(:TributaryItem {id: 'b'})" },
      ])
      await store.close()
      const again = await fresh()
      const strangers = 'MATCH (a:TributaryTestStranger)-[r:KNOWS]->(b:TributaryTestStranger)'
      expect(await again.read(`${strangers} RETURN a.id + b.id AS ids`)).toStrictEqual([{ ids: 'ab' }])
      expect(await again.read('MATCH (n:TributaryItem) RETURN n.id AS id')).toStrictEqual([])
      await again.write([{ cypher: `${strangers} DELETE r, a, b` }])
      await again.close()
    })
  })
}
