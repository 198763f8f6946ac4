import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualSettings } from '../../../../api/server/settings/settings.ts'
import type { Store } from '../../../../graph/store/store.ts'
import { watchedServer } from './watched-server.ts'
import type { WatchedServer } from './watched-server.ts'

describe('a watched server', () => {
  let server: WatchedServer
  /** Statements that answer slowly, and such that fail, where the test says so. */
  let trouble: 'none' | 'slow' | 'broken' | 'hanging' = 'none'
  const hanging = Promise.withResolvers<undefined>()
  const released = Promise.withResolvers<undefined>()
  const troubled = (store: Store): Store => ({
    ...{ address: store.address, write: store.write.bind(store), close: store.close.bind(store) },
    async read(cypher, ...rest) {
      if (trouble === 'broken') throw new Error('a secret of the store')
      if (trouble === 'slow') await sleep(60)
      if (trouble === 'hanging') {
        hanging.resolve(undefined)
        await released.promise
      }
      return store.read(cypher, ...rest)
    },
  })
  beforeAll(async () => {
    server = await watchedServer({ watch: { ...usualSettings.watch, slowMilliseconds: 50 } }, troubled)
  })
  afterAll(() => server.close())

  it('logs what a question came to, under the id that the answer carries', async () => {
    const answer = await server.ask({ query: 'query Mail { application(id: "mail") { name } }' })
    const body = await answer.text()
    const line = await server.line(answer.headers.get('x-request-id') ?? '')
    expect(line).toMatchObject({
      ...{ level: 30, method: 'POST', path: '/graphql', status: 200, operation: 'Mail', revision: 1 },
      ...{ ms: expect.any(Number), bytes: expect.any(Number) },
    })
    expect(line['bytes']).toBeGreaterThan(body.length)
    expect(line['ms']).toBeGreaterThanOrEqual(0)
  })

  it('takes over the id that a proxy has given, and makes its own where it is not well-formed', async () => {
    const given = await server.ask({ query: '{ catalogue { revision } }' }, { 'x-request-id': 'proxy-1.a' })
    expect(given.headers.get('x-request-id')).toBe('proxy-1.a')
    expect(await server.line('proxy-1.a')).toMatchObject({ status: 200 })
    const odd = await server.ask({ query: '{ catalogue { revision } }' }, { 'x-request-id': 'two words' })
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('calls an operation without a name by a hash of its text and its first fields', async () => {
    const query =
      '{ a: application(id: "mail") { name } catalogue { name } team(id: "desk") { id } teams { totalCount } }'
    await server.ask({ query }, { 'x-request-id': 'nameless' })
    const { operation } = await server.line('nameless')
    expect(operation).toMatch(/^[0-9a-f]{8} \{ application catalogue team … \}$/)
  })

  it('says what was wrong, by its code', async () => {
    await server.ask({ query: '{ nothing }' }, { 'x-request-id': 'invalid' })
    expect(await server.line('invalid')).toMatchObject({
      level: 30,
      status: 400,
      errors: ['GRAPHQL_VALIDATION_FAILED'],
    })
    await server.ask('{', { 'x-request-id': 'no-json' })
    expect(await server.line('no-json')).toMatchObject({ status: 400, errors: ['BAD_REQUEST'] })
  })

  it('logs pages and probes as debug only', async () => {
    await fetch(`${server.address}/health?token=hidden`, { headers: { 'x-request-id': 'probe' } })
    expect(await server.line('probe')).toMatchObject({ level: 20, path: '/health' })
  })

  it('tells where the time of a slow operation went, in which statements and rows', async () => {
    trouble = 'slow'
    const query = 'query Slow($id: ID!) { impact(failed: [{ id: $id }]) { total } }'
    const answer = await server.ask({ query, variables: { id: 'application/mail' } }, { 'x-request-id': 'slow' })
    trouble = 'none'
    expect(await answer.json()).toEqual({ data: { impact: { total: 2 } } })
    const slow = await server.line('slow', 'slow operation')
    expect(slow).toMatchObject({ level: 40, operation: 'Slow', phases: { graph: expect.any(Number) } })
    const { graph, ...others } = slow['phases'] as Record<string, number>
    expect(graph).toBeGreaterThanOrEqual(55)
    expect(Object.keys(others)).toEqual(['compute', 'validate', 'parse', 'other'])
    expect(slow['ms']).toBeGreaterThanOrEqual(graph ?? Infinity)
    expect(slow['statements']).toBeGreaterThanOrEqual(1)
    expect(slow['rows']).toBeGreaterThanOrEqual(3)
  })

  it('hides what broke behind an id, which the log has beside the request’s', async () => {
    trouble = 'broken'
    const answer = await server.ask({ query: '{ application(id: "mail") { name } }' }, { 'x-request-id': 'broken' })
    trouble = 'none'
    const { errors } = (await answer.json()) as { errors: { extensions: Record<string, unknown> }[] }
    const { errorId, requestId } = errors[0]?.extensions ?? {}
    expect(requestId).toBe('broken')
    const failed = await server.line('broken', 'request failed')
    expect(failed).toMatchObject({ level: 50, errorId })
    expect(JSON.stringify(failed['err'])).toContain('a secret of the store')
    expect(JSON.stringify(errors)).not.toContain('secret')
    expect(await server.line('broken')).toMatchObject({ errors: ['INTERNAL_SERVER_ERROR'] })
  })

  it('notices that whoever asked has gone', async () => {
    trouble = 'hanging'
    const gone = new AbortController()
    const headers = { 'content-type': 'application/json', 'x-request-id': 'gone' }
    const body = JSON.stringify({ query: '{ application(id: "crm") { name } }' })
    const asked = fetch(`${server.address}/graphql`, { method: 'POST', headers, body, signal: gone.signal })
    const failed = expect(asked).rejects.toThrow()
    await hanging.promise
    gone.abort()
    await failed
    expect(await server.line('gone')).toMatchObject({ status: 499 })
    trouble = 'none'
    released.resolve(undefined)
  })

  it('logs neither values of variables nor tokens nor what stands in addresses', async () => {
    const headers = { authorization: 'Bearer hidden-token', 'x-request-id': 'quiet' }
    const variables = { id: 'application/hidden-variable' }
    await server.ask({ query: 'query Quiet($id: ID!) { node(id: $id) { id } }', variables }, headers)
    await server.line('quiet')
    await fetch(`${server.address}/graphql?query={hidden-address}`, { headers: { ...headers, 'x-request-id': 'get' } })
    await server.line('get')
    expect(JSON.stringify(server.lines)).not.toContain('hidden')
  })
})
