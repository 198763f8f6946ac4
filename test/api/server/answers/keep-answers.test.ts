import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../../api/execute.ts'
import { serve } from '../../../../api/server/serve.ts'
import type { RunningServer } from '../../../../api/server/serve.ts'
import { settingsSchema } from '../../../../api/server/settings/settings.ts'
import { openStore } from '../../../../graph/store/open-store.ts'
import { countingStore } from '../../counting-store.ts'
import type { CountingStore } from '../../counting-store.ts'
import { sample } from '../../sample.ts'
import { seed } from '../../seed.ts'

/** An answer as it came over the wire. */
interface Came {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const practices = '{ practices(first: 50) { nodes { id name summary resources { nodes { id name summary } } } } }'
const json = { 'content-type': 'application/json' }
const preflight = { 'apollo-require-preflight': 'true' }

describe.each([64, 0])('answers, of which %i megabytes are kept,', (megabytes) => {
  let server: RunningServer
  let store: CountingStore
  let site: string
  beforeAll(async () => {
    site = mkdtempSync(join(tmpdir(), 'tributary-answers-'))
    writeFileSync(join(site, 'index.html'), '<p>words</p>'.repeat(500))
    store = countingStore(await openStore('memory:'))
    await seed(store, sample)
    const api = await createApi(store, { freshFor: 0 })
    const log = pino({ level: 'silent' })
    server = await serve({
      ...{ api, log, settings: settingsSchema.parse({ answers: { megabytes } }), site: { folder: site, base: '/' } },
    })
  })
  afterAll(async () => {
    await server.close()
    rmSync(site, { recursive: true })
  })

  const ask = async (path: string, method = 'GET', headers: Record<string, string> = {}, body = ''): Promise<Came> =>
    new Promise((resolve, reject) => {
      const sent = request(`${server.address}${path}`, { method, headers }, (came) => {
        buffer(came).then(
          (body) => resolve({ status: came.statusCode ?? 0, headers: came.headers, body }),
          (error: unknown) => reject(error as Error),
        )
      })
      sent.once('error', reject).end(body)
    })
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Came> =>
    ask('/graphql', 'POST', { ...json, ...headers }, JSON.stringify(body))
  const get = (parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Came> =>
    ask(`/graphql?${new URLSearchParams(parameters).toString()}`, 'GET', { ...preflight, ...headers })
  /** Statements for an answer, those that look for a new revision aside. */
  const statements = (): string[] => store.taken().filter((each) => each.includes('TributaryItem'))
  const revise = (): Promise<void> =>
    store.write([
      { cypher: "MATCH (c:TributaryCatalogue {id: 'catalogue'}) SET c.revision = c.revision + 1" },
      { cypher: "MATCH (p:TributaryItem {id: 'practice/service-desk'}) SET p.summary = 'Since then'" },
    ])

  it('are worked out once, or each time where none is kept, and say the same', async () => {
    const first = await post({ query: practices })
    statements()
    const again = await post({ query: practices })
    expect(statements()).toHaveLength(megabytes === 0 ? 1 : 0)
    expect(again.body.toString()).toBe(first.body.toString())
    expect(again.headers['content-type']).toBe(first.headers['content-type'])
    expect(JSON.parse(again.body.toString())).toMatchObject({ data: { practices: { nodes: expect.any(Array) } } })
  })

  it('are told apart by text, variables and operation', async () => {
    const query = 'query A($id: ID!) { practice(id: $id) { name } } query B($id: ID!) { practice(id: $id) { id } }'
    const asked = ['A', 'B'].flatMap((operationName) =>
      ['service-desk', 'incident-management'].map((id) => ({ query, operationName, variables: { id } })),
    )
    const both = [
      await Promise.all(asked.map((each) => post(each))),
      await Promise.all(asked.map((each) => post(each))),
    ]
    for (const answers of both) {
      expect(
        answers.map(({ body }) => (JSON.parse(body.toString()) as { data: { practice: unknown } }).data.practice),
      ).toEqual([
        { name: 'Service desk' },
        { name: 'Incident management' },
        { id: 'practice/service-desk' },
        { id: 'practice/incident-management' },
      ])
    }
  })

  it('come as 304, without a statement, to those who have them, until the revision is another', async () => {
    const first = await get({ query: practices })
    const etag = first.headers.etag ?? ''
    expect([first.status, first.headers['cache-control']]).toEqual([200, 'no-cache'])
    expect(etag).toMatch(/^W\/".{43}"$/)
    statements()
    const known = await get({ query: practices }, { 'if-none-match': `"other", ${etag}` })
    expect([known.status, known.body.length, known.headers.etag, statements()]).toEqual([304, 0, etag, []])
    await revise()
    const changed = await get({ query: practices }, { 'if-none-match': etag })
    expect([changed.status, changed.body.toString().includes('Since then')]).toEqual([200, true])
    expect(changed.headers.etag).not.toBe(etag)
    const posted = await post({ query: practices })
    expect(posted.body.toString()).toContain('Since then')
  })

  it('come packed as the client takes them, and are the same unpacked', async () => {
    const types = '{ __schema { types { name } } }'
    const plain = await post({ query: types })
    expect(plain.headers['content-encoding']).toBeUndefined()
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync }
    for (const [accepts, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
    ] as const) {
      for (const came of [
        await post({ query: types }, { 'accept-encoding': accepts }),
        await post({ query: types }, { 'accept-encoding': accepts }),
      ]) {
        expect(came.headers).toMatchObject({
          ...{
            'content-encoding': encoding,
            'content-length': String(came.body.length),
            vary: 'Accept, Accept-Encoding',
          },
        })
        expect(unpack[encoding](came.body).toString()).toBe(plain.body.toString())
      }
    }
    const short = await post({ query: '{ __typename }' }, { 'accept-encoding': 'br' })
    expect([short.headers['content-encoding'], short.body.toString()]).toEqual([
      undefined,
      '{"data":{"__typename":"Query"}}\n',
    ])
  })

  it('with errors are never kept, nor are questions that Apollo would refuse answered from memory', async () => {
    for (const query of [
      '{ practice(id: "incident-management") { nothing } }',
      '{ impact(failed: [{id: "no/such"}]) { total } }',
    ]) {
      const first = await post({ query })
      const again = await post({ query })
      for (const { headers, body } of [first, again]) {
        expect(JSON.parse(body.toString())).toHaveProperty('errors')
        expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store'])
      }
    }
    await get({ query: practices })
    const unasked = await ask(`/graphql?${new URLSearchParams({ query: practices }).toString()}`)
    expect([unasked.status, unasked.body.toString()]).toEqual([400, expect.stringContaining('CSRF')])
    const negotiated = await post({ query: practices }, { accept: 'application/graphql-response+json' })
    expect(negotiated.headers['content-type']).toContain('application/graphql-response+json')
  })

  it('are known by a hash once they were asked with it', async () => {
    const query = '{ practice(id: "service-desk") { id } }'
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') }
    const extensions = { persistedQuery }
    const unknown = await post({ extensions })
    expect(JSON.parse(unknown.body.toString())).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    })
    const wrong = await post({ query: '{ __typename }', extensions })
    expect(wrong.status).toBe(400)
    const told = await post({ query, extensions })
    const expected = '{"data":{"practice":{"id":"practice/service-desk"}}}\n'
    expect(told.body.toString()).toBe(expected)
    for (const came of [
      await post({ extensions }),
      await get({ extensions: JSON.stringify(extensions) }),
      await get({ extensions: JSON.stringify(extensions) }),
    ]) {
      expect([came.status, came.body.toString()]).toEqual([200, expected])
    }
  })

  it("are packed for the site's files too, which HEAD and 304 leave as they are", async () => {
    const plain = await ask('/')
    const came = await ask('/', 'GET', { 'accept-encoding': 'br' })
    expect([came.headers['content-encoding'], came.headers.vary]).toEqual(['br', 'Accept-Encoding'])
    expect(brotliDecompressSync(came.body).equals(plain.body)).toBe(true)
    const head = await ask('/', 'HEAD', { 'accept-encoding': 'br' })
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, plain.headers.etag])
    const known = await ask('/', 'GET', { 'accept-encoding': 'br', 'if-none-match': came.headers.etag ?? '' })
    expect([known.status, known.body.length]).toEqual([304, 0])
  })
})
