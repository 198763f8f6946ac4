import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualSettings } from '../../../../api/server/settings/settings.ts'
import { exposition } from './exposition.ts'
import type { Family } from './exposition.ts'
import { watchedServer } from './watched-server.ts'
import type { WatchedServer } from './watched-server.ts'

describe('/metrics', () => {
  let server: WatchedServer
  let families: ReadonlyMap<string, Family>
  beforeAll(async () => {
    const limits = { ...usualSettings.limits, depth: 5, bodyKilobytes: 1 }
    server = await watchedServer({ limits })
    const ids: string[] = []
    const ask = async (body: object | string): Promise<void> => {
      const answer = await server.ask(body)
      ids.push(answer.headers.get('x-request-id') ?? '')
    }
    await ask({ query: 'query Impact { impact(failed: [{ id: "application/mail" }]) { total } }' })
    await ask({ query: 'query Impact { impact(failed: [{ id: "application/crm" }]) { total } }' })
    await ask({ query: '{ search(query: "mail") { totalCount } }' })
    await ask({ query: '{ search(query: "mail") { totalCount } }' })
    await ask({ query: '{ nothing }' })
    await ask({ query: `{ node(id: "x") ${'{ ... on Team { owner '.repeat(9)}{ id }${'} }'.repeat(9)} }` })
    await ask(`{ "query": "${' '.repeat(2_000)}" }`)
    for (const id of ids) await server.line(id)
    const answer = await fetch(`${server.address}/metrics`)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    families = exposition(await answer.text())
  })
  afterAll(() => server.close())

  const value = (name: string, labels: Readonly<Record<string, string>> = {}): number | undefined => {
    const family = families.get(name) ?? families.get(name.replace(/_(count|sum|bucket)$/, ''))
    const wanted = JSON.stringify(Object.entries(labels).sort())
    return family?.samples.find((each) => each.name === name && JSON.stringify([...each.labels].sort()) === wanted)
      ?.value
  }

  it('is well-formed, and names things as Prometheus wants them', () => {
    for (const [name, { type, help }] of families) {
      expect(help, name).toMatch(/\S/)
      if (!name.startsWith('tributary_')) continue
      if (type === 'counter') expect(name).toMatch(/_total$/)
      if (type === 'histogram') expect(name).toMatch(/_seconds$/)
    }
  })

  it('counts requests by route, method and status, and bytes', () => {
    const api = { route: 'api', method: 'POST' }
    expect(value('tributary_http_request_duration_seconds_count', { ...api, status: '200' })).toBe(4)
    expect(value('tributary_http_request_duration_seconds_count', { ...api, status: '400' })).toBe(2)
    expect(value('tributary_http_request_duration_seconds_count', { ...api, status: '413' })).toBe(1)
    expect(value('tributary_http_sent_bytes_total', { route: 'api' })).toBeGreaterThan(500)
    expect(value('tributary_http_requests_in_flight')).toBe(1)
  })

  it('counts operations, errors and refusals', () => {
    const count = 'tributary_graphql_operation_duration_seconds_count'
    expect(value(count, { operation: 'Impact', outcome: 'ok' })).toBe(2)
    expect(value(count, { operation: 'unnamed', outcome: 'ok' })).toBe(1)
    expect(value(count, { operation: 'invalid', outcome: 'errors' })).toBe(2)
    expect(value('tributary_graphql_errors_total', { code: 'GRAPHQL_VALIDATION_FAILED' })).toBe(2)
    expect(value('tributary_refusals_total', { limit: 'depth' })).toBe(1)
    expect(value('tributary_refusals_total', { limit: 'bodyKilobytes' })).toBe(1)
  })

  it('tells new answers from those that were there before', () => {
    expect(value('tributary_answers_total', { from: 'new' })).toBe(3)
    expect(value('tributary_answers_total', { from: 'kept' })).toBe(1)
    expect(value('tributary_kept_answers_bytes')).toBeGreaterThan(100)
  })

  it('times statements, what is computed, and what is built once a revision', () => {
    const statements = { store: 'grafeo', outcome: 'ok' }
    expect(value('tributary_store_statement_duration_seconds_count', statements)).toBeGreaterThanOrEqual(4)
    expect(value('tributary_store_rows_total', { store: 'grafeo' })).toBeGreaterThanOrEqual(3)
    const computed = 'tributary_computation_duration_seconds_count'
    expect(value(computed, { name: 'impact', outcome: 'ok' })).toBe(2)
    expect(value(computed, { name: 'snapshot', outcome: 'ok' })).toBe(1)
    expect(value(computed, { name: 'searchIndex', outcome: 'ok' })).toBe(1)
  })

  it('says which revision is answered, since when, and how the process is', () => {
    expect(value('tributary_revision', { audience: '' })).toBe(1)
    const loaded = Date.parse('2026-01-02T03:04:05.678Z') / 1000
    expect(value('tributary_revision_loaded_timestamp_seconds', { audience: '' })).toBe(loaded)
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e6)
    expect(families.has('nodejs_eventloop_lag_p99_seconds')).toBe(true)
    expect(families.has('nodejs_gc_duration_seconds')).toBe(true)
  })

  it('counts for its own server only', async () => {
    const other = await watchedServer()
    try {
      const text = await (await fetch(`${other.address}/metrics`)).text()
      expect(exposition(text).get('tributary_graphql_operation_duration_seconds')?.samples).toEqual([])
    } finally {
      await other.close()
    }
  })
})
