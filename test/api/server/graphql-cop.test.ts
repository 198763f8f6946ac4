import { beforeAll, describe, expect, it } from 'vitest'
import { serverUnderTest } from './server-under-test.ts'
import type { ServerUnderTest } from './server-under-test.ts'

/**
 * What graphql-cop (github.com/dolevf/graphql-cop), a public auditor, asks of a server, and what ours answers. The API is
 * read-only, holds what its readers may see and nothing else, and is made to be explored: so it explains itself, unless
 * `explore` is off.
 */
describe('what graphql-cop asks', () => {
  let open: ServerUnderTest
  let closed: ServerUnderTest
  beforeAll(async () => {
    open = await serverUnderTest()
    closed = await serverUnderTest({ explore: false })
  })

  it('alias overloading: a hundred names for __typename are too many', async () => {
    const aliases = Array.from({ length: 101 }, (_, i) => `alias${String(i)}:__typename`).join(' \n')
    const { status, body } = await open.post({ query: `query { ${aliases} }` })
    expect({ status, errors: body.errors }).toMatchObject({
      status: 400,
      errors: [{ message: 'Aliases limit of 50 exceeded, found 101.', extensions: { limit: 'aliases' } }],
    })
    expect(body.data).toBeUndefined()
  })

  it('batch queries: a list of requests is refused', async () => {
    const { status, body } = await open.post(Array.from({ length: 11 }, () => ({ query: 'query { __typename }' })))
    expect({ status, body }).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'Operation batching disabled.', extensions: { code: 'BAD_REQUEST' } }] },
    })
  })

  it('directive overloading: a directive that there isn’t is told once, with its places', async () => {
    const { status, body } = await open.post({ query: 'query { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }' })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ message: 'Unknown directive "@aa".' }])
    expect(body.errors?.[0]).toHaveProperty('locations.length', 10)
  })

  it('directive overloading: more directives than the limit are refused, known or not', async () => {
    for (const directive of ['@aa', '@include(if: true)']) {
      const { status, body } = await open.post({ query: `query { __typename ${directive.repeat(51)} }` })
      expect({ status, errors: body.errors }).toMatchObject({
        status: 400,
        errors: [{ message: 'Directives limit of 50 exceeded, found 51.', extensions: { limit: 'directives' } }],
      })
    }
  })

  it('field duplication: the same field 500 times is refused', async () => {
    const { status, body } = await open.post({ query: `query { ${'__typename \n'.repeat(500)} } ` })
    expect({ status, errors: body.errors }).toMatchObject({
      status: 400,
      errors: [{ extensions: { limit: 'repeats' } }],
    })
  })

  it('circular introspection: fields of types of fields are refused from the third level', async () => {
    const query =
      'query { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }'
    const { status, body } = await open.post({ query })
    expect([status, body.errors?.[0]?.message]).toEqual([400, 'Maximum introspection depth exceeded'])
  })

  it('circular fragments: they are no valid request', async () => {
    const query =
      'query { __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }'
    const { status, body } = await open.post({ query })
    expect([status, body.errors?.[0]?.message]).toEqual([400, 'Cannot spread fragment "A" within itself via "B".'])
  })

  it('GET: only from clients that no page of another site can be, and never a mutation: there is none', async () => {
    const simple = await open.get({ query: '{__typename}' }, {})
    expect([simple.status, simple.body.errors?.[0]?.message]).toEqual([
      400,
      expect.stringMatching(/^This operation has been blocked as a potential Cross-Site Request Forgery/),
    ])
    expect((await open.get({ query: '{__typename}' })).body).toEqual({ data: { __typename: 'Query' } })
    const mutations = [{}, { 'apollo-require-preflight': 'true' }].map((headers) =>
      open.get({ query: 'mutation {__typename}' }, headers),
    )
    const told = (await Promise.all(mutations)).map(({ status, body }) => [status, body.data])
    expect(told).toEqual([
      [400, undefined],
      [405, undefined],
    ])
  })

  it('POST as a form could send it: refused', async () => {
    const forms = [
      fetch(`${open.address}/graphql?query=query+%7B__typename%7D`, { method: 'POST' }),
      fetch(`${open.address}/graphql`, { method: 'POST', body: new URLSearchParams({ query: '{__typename}' }) }),
      fetch(`${open.address}/graphql`, {
        method: 'POST',
        body: '{"query": "{__typename}"}',
        headers: { 'content-type': 'text/plain' },
      }),
    ]
    for (const response of await Promise.all(forms)) {
      expect(response.status).toBe(400)
      expect(await response.json()).not.toHaveProperty('data')
    }
  })

  it('trace mode, unhandled errors: no answer tells of traces, stacks or exceptions', async () => {
    for (const query of ['query { __typename }', 'qwerty cop { abc }', '{ node }', '{ nodes(ids: 1) { id } }']) {
      const { body } = await open.post({ query })
      expect(JSON.stringify(body)).not.toMatch(/tracing|stacktrace|exception|node_modules/i)
    }
    const { status, body } = await open.post({ query: 'qwerty cop { abc }' })
    expect({ status, body }).toMatchObject({
      status: 400,
      body: {
        errors: [{ message: 'Syntax Error: Unexpected Name "qwerty".', extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
      },
    })
  })

  it('introspection: it is answered where the API may be explored', async () => {
    const query = 'query { __schema { types { name fields { name } } } }'
    const data = (await open.post({ query })).body.data as { __schema: { types: unknown[] } }
    expect(data.__schema.types.length).toBeGreaterThan(100)
    const { status, body } = await closed.post({ query })
    expect(status).toBe(400)
    expect(body.errors?.[0]?.message).toMatch(/^GraphQL introspection has been disabled/)
  })

  it('field suggestions: they are told where the API may be explored', async () => {
    const messages = async ({ post }: ServerUnderTest, query: string): Promise<(string | undefined)[]> => {
      const { status, body } = await post({ query })
      return [String(status), ...(body.errors ?? []).map(({ message }) => message)]
    }
    expect(await messages(open, '{ practise(id: "x") { name } }')).toEqual([
      '400',
      expect.stringMatching(/Did you mean "practice/),
    ])
    expect(await messages(closed, '{ practise(id: "x") { name } }')).toEqual([
      '400',
      'Cannot query field "practise" on type "Query".',
    ])
  })

  it('query editors: GraphiQL is served where the API may be explored, and nowhere else', async () => {
    const page = async (path: string): Promise<[number, boolean]> => {
      const response = await fetch(`${closed.address}${path}`, { headers: { accept: 'text/html' } })
      return [response.status, /graphiql/i.test(await response.text())]
    }
    expect(await page('/graphiql')).toEqual([404, false])
    expect(await page('/playground')).toEqual([404, false])
    expect(await page('/console')).toEqual([404, false])
    expect(await page('/graphql')).toEqual([400, false])
    const editor = await fetch(`${open.address}/graphql`, { headers: { accept: 'text/html' }, redirect: 'manual' })
    expect([editor.status, editor.headers.get('location')]).toEqual([302, 'graphiql/'])
  })
})
