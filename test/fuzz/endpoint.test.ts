import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serverUnderTest } from '../api/server/server-under-test.ts'
import { attempt } from './attempt.ts'
import { expectGraphQL } from './targets/expect-graphql.ts'

const words = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '!',
    ':',
    '...',
    '$a',
    '"',
    '"""',
    '#',
    '\\',
    '\0',
    '\uD800',
    '1e999',
    'null',
    'on',
    'fragment f on Item',
  ],
  ...[
    'query',
    'mutation',
    '__typename',
    '__schema',
    'practices',
    'application(id: "x")',
    'first: -1',
    'after: "?"',
    'nodes',
    'filter: {',
  ],
]
const query = fc.oneof(
  fc.constantFrom(
    '{ practices(first: 2) { totalCount nodes { name } } }',
    'query A($id: ID!) { node(id: $id) { name } } query B { __typename }',
  ),
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { maxLength: 25 })
    .map((parts) => parts.join(' ')),
)
const extensions = fc.oneof(
  fc.jsonValue(),
  fc.record({
    persistedQuery: fc.oneof(
      fc.jsonValue(),
      fc.record({ version: fc.constantFrom(1, 2, '1'), sha256Hash: fc.string() }),
    ),
  }),
)
const parameters = fc.record(
  {
    query: fc.oneof({ weight: 5, arbitrary: query }, { weight: 1, arbitrary: fc.jsonValue() }),
    variables: fc.oneof(fc.record({ id: fc.jsonValue() }), fc.jsonValue()),
    operationName: fc.oneof(fc.constantFrom('A', 'B', 'C', '__proto__', null), fc.jsonValue()),
    extensions,
    documentId: fc.oneof(fc.string(), fc.jsonValue()),
  },
  { requiredKeys: [] },
)
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
const header = fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((value) => value.replace(/[^\x20-\x7e]/g, ''))
const headers = fc.record(
  {
    'content-type': fc.oneof(
      fc.constantFrom(
        'application/json',
        'application/graphql-response+json',
        'application/json; charset=utf-99',
        'text/plain',
        'multipart/form-data',
      ),
      header,
    ),
    accept: fc.oneof(
      fc.constantFrom('*/*', 'application/json', 'application/graphql-response+json', 'multipart/mixed', 'image/png'),
      header,
    ),
    'content-encoding': fc.constantFrom('gzip', 'br', 'deflate', 'x'),
    'accept-encoding': fc.constantFrom('gzip', 'br', 'identity;q=0', 'x'),
    'apollo-require-preflight': header,
    'if-none-match': header,
    'x-request-id': header,
    traceparent: header,
    authorization: header,
    origin: header,
  },
  { requiredKeys: [] },
)
const body = fc.oneof(
  { weight: 4, arbitrary: parameters.map((each) => JSON.stringify(each)) },
  { weight: 1, arbitrary: fc.array(parameters, { maxLength: 3 }).map((each) => JSON.stringify(each)) },
  { weight: 1, arbitrary: fc.oneof(fc.json(), fc.string()) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)) },
)

describe('the endpoint', () => {
  it('answers whatever it is sent with a result or a refusal, in its time, and goes on', async () => {
    const server = await serverUnderTest()
    const send = (url: string, init: RequestInit): Promise<void> =>
      attempt({ seeds: [], words: [], attempt: async () => expectGraphQL(await fetch(url, init)) }, new Uint8Array())
    const url = `${server.address}/graphql`
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH'),
        headers,
        body,
        async (method, given, sent) =>
          send(url, { method, headers: { 'content-type': 'application/json', ...given }, body: sent }),
      ),
      { numRuns: 120, seed: 1 },
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('GET', 'GET', 'OPTIONS'), headers, parameters, async (method, given, said) => {
        const search = new URLSearchParams(Object.entries(said).map(([name, value]) => [name, text(value)]))
        await send(`${url}?${search.toString()}`, { method, headers: given })
      }),
      { numRuns: 60, seed: 1 },
    )
    expect((await server.post({ query: '{ __typename }' })).body).toMatchObject({ data: { __typename: 'Query' } })
    expect(server.log.filter(({ level }) => Number(level) >= 50)).toEqual([])
  })
})
