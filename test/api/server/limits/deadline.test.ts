import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../../api/execute.ts'
import type { Store } from '../../../../graph/store/store.ts'
import { memoryStore, storesUnderTest } from '../../../stores-under-test.ts'
import { sample } from '../../sample.ts'
import { seed } from '../../seed.ts'
import { serverUnderTest } from '../server-under-test.ts'
import type { ServerUnderTest } from '../server-under-test.ts'

/** So many steps that the embedded engine works for seconds, and Neo4j for hours: it must be ended. */
const steps = { memory: 3_000, file: 3_000, neo4j: 1_000_000 }
const slowly = (count: number): string =>
  `UNWIND range(1, ${String(count)}) AS a UNWIND range(1, ${String(count)}) AS b WITH a * b AS slowly RETURN count(slowly) AS n`

const query = '{ practice(id: "risk-management") { name } }'

/** A store that answers questions of requests only after a long statement, while `isSlow`. */
function slowed(
  store: Store,
  statement: string,
): { readonly store: Store; isSlow: boolean; begun: () => Promise<AbortSignal> } {
  let begin: ((signal: AbortSignal) => void) | undefined
  const slow = {
    isSlow: false,
    begun: () => new Promise<AbortSignal>((resolve) => (begin = resolve)),
    store: {
      ...store,
      address: store.address,
      write: store.write.bind(store),
      close: store.close.bind(store),
      async read(cypher, parameters, options) {
        if (slow.isSlow && options?.signal !== undefined) {
          begin?.(options.signal)
          await store.read(statement, {}, options)
        }
        return store.read(cypher, parameters, options)
      },
    } satisfies Store as Store,
  }
  return slow
}

describe.each(storesUnderTest())('the deadline over a slow graph ($name)', ({ name, fresh }) => {
  let under: ReturnType<typeof slowed>
  let server: ServerUnderTest
  let store: Store
  beforeAll(async () => {
    store = await fresh()
    await seed(store, sample)
    under = slowed(store, slowly(steps[name]))
    server = await serverUnderTest({ limits: { seconds: 1 } }, await createApi(under.store))
  })
  afterAll(async () => {
    // The embedded engine still works on what nobody waits for: its memory goes with the process.
    if (name === 'neo4j') await store.close()
  })

  it('answers 503 as soon as it has passed, and what to do; the next question is answered', async () => {
    under.isSlow = true
    const { status, body } = await server.post({ query })
    under.isSlow = false
    expect({ status, body }).toEqual({
      status: 503,
      body: {
        errors: [
          {
            message:
              'The answer takes longer than 1 s and was given up. Ask for less: smaller pages, fewer levels, one question at a time. Where small questions take that long too, the graph is slow: tell whoever runs the server.',
            extensions: { code: 'DEADLINE_EXCEEDED', limit: 'seconds' },
          },
        ],
      },
    })
    const line = {
      msg: 'request',
      status: 503,
      errors: ['DEADLINE_EXCEEDED'],
      operation: expect.stringContaining('{ practice }'),
    }
    expect(server.log).toContainEqual(expect.objectContaining(line))
    if (name === 'neo4j') expect(await stillRunning(store)).toBe(0)
  })

  it('ends the question of somebody who has gone', async () => {
    under.isSlow = true
    const begun = under.begun()
    const client = new AbortController()
    const asked = fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: client.signal,
    }).catch((error: unknown) => error)
    const signal = await begun
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve))
    client.abort()
    await asked
    await aborted
    under.isSlow = false
    expect(String(signal.reason)).toMatch(/Whoever asked has gone|takes longer/)
    if (name === 'neo4j') expect(await stillRunning(store)).toBe(0)
  })
})

/** How many of the slow statements the server still runs, once it has had time to end them. */
async function stillRunning(store: Store): Promise<number> {
  const ask = 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $slowly RETURN count(*) AS n'
  let running = 1
  for (let tries = 0; running > 0 && tries < 100; tries++) {
    const [row] = await store.read(ask, { slowly: 'AS slowly RETURN' })
    running = Number(row?.['n'])
    if (running > 0) await sleep(100)
  }
  return running
}

describe('the signal of a request', () => {
  it('ends its own reads, and none that it shares with others', async () => {
    const store = await memoryStore.fresh()
    await seed(store, sample)
    const reads: { cypher: string; signal: AbortSignal | undefined }[] = []
    const gate = Promise.withResolvers<undefined>()
    let open = true
    const api = await createApi(
      {
        address: store.address,
        async read(cypher, parameters, options) {
          reads.push({ cypher, signal: options?.signal })
          if (!open) await gate.promise
          return store.read(cypher, parameters, options)
        },
        write: store.write.bind(store),
        close: store.close.bind(store),
      },
      { freshFor: Infinity },
    )
    open = false
    reads.length = 0
    const stop = new AbortController()
    const both =
      '{ practice(id: "risk-management") { name } changeImpact(changed: ["practice/risk-management"]) { total } }'
    const first = api.execute(both, {}, { signal: stop.signal })
    const second = api.execute('{ changeImpact(changed: ["practice/risk-management"]) { total } }')
    await expect.poll(() => reads.length).toBeGreaterThan(1)
    stop.abort(new Error('enough'))
    await expect(first).rejects.toThrow('enough')
    expect(reads.filter(({ signal }) => signal === stop.signal).length).toBeGreaterThan(0)
    const shared = reads.filter(({ signal }) => signal === undefined).length
    expect(shared).toBeGreaterThan(0)
    gate.resolve(undefined)
    open = true
    expect((await second).errors).toBeUndefined()
    const { errors } = await api.execute(both)
    expect(errors).toBeUndefined()
    await expect(api.execute(both, {}, { signal: stop.signal })).rejects.toThrow('enough')
    await api.close()
  })
})
