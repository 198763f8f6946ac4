import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApi } from '../../../api/execute.ts'
import { serve } from '../../../api/server/serve.ts'
import { servingStore } from '../../../api/server/serving-store.ts'
import { openStore } from '../../../graph/store/open-store.ts'
import type { Store } from '../../../graph/store/store.ts'
import { loadFiles, teams } from '../../graph/load/loads.ts'
import { ask } from '../command.ts'
import { neo4jProxy } from './neo4j-proxy.ts'
import type { Neo4jProxy } from './neo4j-proxy.ts'
import { ownNeo4j } from './own-neo4j.ts'

const password = 'of-both-servers'
const question = '{ catalogue { revision loadedAt } team(id: "a") { summary } }'

describe('a graph whose leader goes, and another server takes its place', { timeout: 120_000 }, () => {
  const listening = neo4jProxy()
  const options = async () => ({ password, advertised: (await listening).address })
  const servers = ownNeo4j(options, options)
  let proxy: Neo4jProxy
  /** Asks for a routing table, which names the proxy. */
  let store: Store
  beforeAll(async () => {
    vi.stubEnv('NEO4J_USERNAME', 'neo4j')
    vi.stubEnv('NEO4J_PASSWORD', password)
    proxy = await listening
    for (const { bolt } of servers()) {
      const each = await openStore(bolt)
      await loadFiles(each, teams({ a: 'summary: one\n' }))
      await each.close()
    }
    proxy.leadTo(servers()[0]?.bolt ?? '')
    store = await openStore(`neo4j://${proxy.address}`)
  })
  afterAll(async () => {
    await store.close()
    proxy.close()
    vi.unstubAllEnvs()
  })

  const count = async (signal?: AbortSignal) =>
    (await store.read('MATCH (n:Counter) RETURN n.count AS count', {}, signal === undefined ? {} : { signal }))[0]
  const setCount = (to: number) => store.write([{ cypher: 'MERGE (n:Counter) SET n.count = $to', parameters: { to } }])

  it('a read says which write it must see, and sees it', async () => {
    const before = proxy.sent().length
    for (let number = 0; number < 20; number++) {
      await setCount(number)
      expect(await count()).toStrictEqual({ count: number })
    }
    expect(new Set(proxy.sent().slice(before)).size).toBeGreaterThanOrEqual(20)
  })

  it('a database that was put back to an earlier state is waited for once, not for ever', async () => {
    proxy.isAhead = true
    await count()
    proxy.isAhead = false
    await expect(count(AbortSignal.timeout(2_500))).rejects.toMatchObject({ failure: 'cancelled' })
    expect(await count()).toStrictEqual({ count: 19 })
    await setCount(20)
    expect(await count()).toStrictEqual({ count: 20 })
  })

  it('is answered from before and after, and meanwhile says that it can’t; nothing is started again', async () => {
    const [first, second] = servers()
    const log = pino({ level: 'silent' })
    const open = () => openStore(`neo4j://${proxy.address}`)
    const serving = await servingStore(open, log, new AbortController().signal)
    const server = await serve({ api: await createApi(serving, { freshFor: 20 }), log })
    let asking = true
    const seen = new Set<string>()
    const client = async (): Promise<void> => {
      while (asking) {
        const { status, body } = await ask(server.address, question)
        seen.add(`${String(status)} ${JSON.stringify(body)}`)
        await sleep(10)
      }
    }
    const clients = Promise.all([client(), client()])
    const seeing = (count: number) =>
      vi.waitUntil(() => seen.size >= count, { timeout: 40_000, interval: 20 }).catch(() => [...seen])

    await seeing(1)
    await first?.kill()
    await seeing(2)
    proxy.leadTo(second?.bolt ?? '')
    await seeing(3)
    // What was open when the leader went writes on, and a server shows what it loads.
    await setCount(21)
    expect(await count()).toStrictEqual({ count: 21 })
    await loadFiles(store, teams({ a: 'summary: two\n' }))
    await seeing(4)
    asking = false
    await clients
    const of = (revision: number, summary: string) =>
      expect.stringMatching(`^200 {"data":{"catalogue":{"revision":${String(revision)},.*"summary":"${summary}"`)
    expect([...seen]).toStrictEqual([
      of(1, 'one'),
      expect.stringMatching(/^503 .*"GRAPH_UNAVAILABLE"/),
      of(1, 'one'),
      of(2, 'two'),
    ])
    await server.close()
    await serving.close()
  })
})
