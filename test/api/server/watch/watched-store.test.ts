import { describe, expect, it } from 'vitest'
import { Metrics } from '../../../../api/server/watch/metrics.ts'
import { WatchedRequest, workFor } from '../../../../api/server/watch/watched-request.ts'
import { watchedStore } from '../../../../api/server/watch/watched-store.ts'
import { openStore } from '../../../../graph/store/open-store.ts'
import { StoreError } from '../../../../graph/store/store.ts'
import type { Store } from '../../../../graph/store/store.ts'
import { storesUnderTest } from '../../../stores-under-test.ts'

const statements = 'tributary_store_statement_duration_seconds_count'

describe.each(storesUnderTest())('a watched store on $name', ({ open }) => {
  it('answers as it would, and tells statements and rows', async () => {
    const store = await open()
    const metrics = new Metrics()
    const request = new WatchedRequest('one')
    const watched = watchedStore(store, metrics)
    const rows = workFor(request, () => watched.read('UNWIND $numbers AS n RETURN n', { numbers: [1, 2, 3] }))
    expect(await rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    await expect(workFor(request, () => watched.read('RETURN', {}))).rejects.toThrow(StoreError)
    expect([request.statements, request.rows]).toEqual([2, 3])
    expect(request.phases.spent().graph).toBeGreaterThanOrEqual(0)
    const system = /^(neo4j|bolt)/.test(store.address) ? 'neo4j' : 'grafeo'
    const text = await metrics.text()
    expect(text).toContain(`${statements}{store="${system}",outcome="ok"} 1\n`)
    expect(text).toContain(`${statements}{store="${system}",outcome="refused"} 1\n`)
    expect(text).toContain(`tributary_store_rows_total{store="${system}"} 3\n`)
    await store.close()
  })
})

it('passes on how a statement is to be read, and works for no request too', async () => {
  const store = await openStore('memory:')
  const given: unknown[] = []
  const listening: Store = {
    ...{ address: 'bolt://graph', write: store.write.bind(store), close: store.close.bind(store) },
    read: async (...each) => {
      given.push(each)
      return []
    },
  }
  const { signal } = new AbortController()
  await watchedStore(listening, new Metrics()).read('RETURN 1', {}, { signal })
  expect(given).toEqual([['RETURN 1', {}, { signal }]])
})
