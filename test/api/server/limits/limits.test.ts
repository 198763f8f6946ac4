import { request } from 'node:http'
import { beforeAll, describe, expect, it } from 'vitest'
import { serverUnderTest } from '../server-under-test.ts'
import type { Answered, ServerUnderTest } from '../server-under-test.ts'

const nested = (levels: number): string =>
  `{ practice(id: "incident-management") ${'{ owner { ... on Item '.repeat(levels)}{ id }${'} }'.repeat(levels)} }`
const named = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, i) => `a${String(i)}: practice(id: "incident-management") { id }`).join(' ')} }`
const repeated = (count: number): string => `{ catalogue { ${'name '.repeat(count)} } }`
const directed = (count: number): string =>
  `{ catalogue { ${Array.from({ length: count }, (_, i) => `${i % 2 === 0 ? 'name' : 'title'} @include(if: true)`).join(' ')} } }`
const listed = (count: number): string =>
  `{ items(filter: { tags: { has: "x" } }) { totalCount } nodes(ids: [${'"x" '.repeat(count)}]) { id } }`

/** A limit, a request that is just within it, one that isn't, and what that is told. */
interface Case {
  readonly limit: string
  /** A value smaller than the usual one. */
  readonly set: number
  readonly within: string
  readonly beyond: string
  readonly told: RegExp
  /** Beyond the usual limit. */
  readonly far: string
  readonly farTold: RegExp
}

const cases: readonly Case[] = [
  {
    limit: 'depth',
    set: 4,
    within: nested(2),
    beyond: nested(4),
    told: /^Query depth limit of 4 exceeded, found 6\.$/,
    far: nested(25),
    farTold: /^Query depth limit of 20 exceeded/,
  },
  {
    limit: 'aliases',
    set: 2,
    within: named(2),
    beyond: named(3),
    told: /^Aliases limit of 2 exceeded, found 3\.$/,
    far: named(51),
    farTold: /^Aliases limit of 50 exceeded, found 51\.$/,
  },
  {
    limit: 'repeats',
    set: 2,
    within: repeated(2),
    beyond: repeated(3),
    told: /^Repeats limit of 2 exceeded: "name" is selected again and again\.$/,
    far: repeated(51),
    farTold: /^Repeats limit of 50 exceeded/,
  },
  {
    limit: 'directives',
    set: 1,
    within: directed(1),
    beyond: directed(2),
    told: /^Directives limit of 1 exceeded, found 2\.$/,
    far: directed(51),
    farTold: /^Directives limit of 50 exceeded, found 51\.$/,
  },
  {
    limit: 'listEntries',
    set: 2,
    within: '{ nodes(ids: ["x", "y"]) { id } }',
    beyond: '{ nodes(ids: ["x", "y", "z"]) { id } }',
    told: /^List entries limit of 2 exceeded: ask several times\.$/,
    far: listed(1001),
    farTold: /^List entries limit of 1000 exceeded/,
  },
  {
    limit: 'cost',
    set: 1_100,
    within: '{ practices(first: 100) { nodes { id } } }',
    beyond: '{ practices(first: 100) { nodes { owner { id } } } }',
    told: /^The request could cost 1200, more than 1100: ask for smaller pages \("first"\), or for less at once\.$/,
    far: '{ practices(first: 100) { nodes { resources(first: 100) { nodes { needs(first: 100) { nodes { id } } } } } } }',
    farTold: /^The request could cost 1011100, more than 500000/,
  },
]

describe('limits', () => {
  let usual: ServerUnderTest
  beforeAll(async () => {
    usual = await serverUnderTest()
  })

  it.each(cases)('answers 400 beyond the limit of $limit, the usual one and another', async (each) => {
    const { limit, set, within, beyond, told, far, farTold } = each
    const strict = await serverUnderTest({ limits: { [limit]: set } })
    expect(await strict.post({ query: within })).toMatchObject({ status: 200 })
    const refused = (message: RegExp): object => ({
      status: 400,
      body: {
        errors: [{ message: expect.stringMatching(message), extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit } }],
      },
    })
    expect(await strict.post({ query: beyond })).toMatchObject(refused(told))
    expect(await usual.post({ query: beyond })).toMatchObject({ status: 200 })
    expect(await usual.post({ query: far })).toMatchObject(refused(farTold))
  })

  it('answers 400 beyond the limit of tokens', async () => {
    const strict = await serverUnderTest({ limits: { tokens: 7 } })
    expect(await strict.post({ query: '{ catalogue { name } }' })).toMatchObject({ status: 200 })
    const beyond = { code: 'GRAPHQL_PARSE_FAILED' }
    expect(await strict.post({ query: '{ catalogue { name title } items { totalCount } }' })).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringMatching(/more tha[nt] 7 tokens/), extensions: beyond }] },
    })
    expect(await usual.post({ query: `{ catalogue { ${'name '.repeat(5_000)} } }` })).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringMatching(/more tha[nt] 5000 tokens/), extensions: beyond }] },
    })
  })

  it('answers 413 beyond the limit of the body’s size', async () => {
    const strict = await serverUnderTest({ limits: { bodyKilobytes: 1 } })
    const sized = (kilobytes: number): unknown => ({
      query: '{ catalogue { name } }',
      note: 'x'.repeat(kilobytes * 1024),
    })
    const tooLarge = {
      status: 413,
      body: { errors: [{ message: 'The body of the request is too large.', extensions: { code: 'BAD_REQUEST' } }] },
    }
    expect(await strict.post(sized(1))).toMatchObject(tooLarge)
    expect(await usual.post(sized(1))).toMatchObject({ status: 200 })
    expect(await usual.post(sized(256))).toMatchObject(tooLarge)
  })

  it('holds variables against the limit of lists’ entries, and bounds how deep they go', async () => {
    const query = 'query ($filter: PracticeFilter) { practices(filter: $filter) { totalCount } }'
    const strict = await serverUnderTest({ limits: { listEntries: 2 } })
    const ask = (server: ServerUnderTest, filter: unknown): Promise<Answered> =>
      server.post({ query, variables: { filter } })
    const group = (count: number): unknown => ({ group: Array.from({ length: count }, () => 'SERVICE_MANAGEMENT') })
    expect(await ask(strict, group(2))).toMatchObject({ status: 200 })
    expect(await ask(strict, { not: group(3) })).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            message: 'Variable "$filter": List entries limit of 2 exceeded: ask several times.',
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      },
    })
    expect(await ask(usual, group(1_001))).toMatchObject({ status: 400 })
    expect(await ask(strict, { or: [{ not: group(1) }] })).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringMatching(/List entries limit of 2/) }] },
    })
    let deep: unknown = group(1)
    for (let i = 0; i < 1_000; i++) deep = { not: deep }
    expect(await ask(usual, deep)).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'Variable "$filter": Values go deeper than 50 levels.' }] },
    })
  })

  it.each([
    ['fragments without names', `{ node(id: "x") { ${'... on Item { owner { id } } '.repeat(51)} } }`],
    ['fields that are merged', `{ node(id: "x") { ${'owner { id id } '.repeat(26)} } }`],
    [
      'fragments',
      `{ node(id: "x") { ...f ...g } } fragment f on Item { ${'id '.repeat(26)} } fragment g on Item { ${'id '.repeat(26)} }`,
    ],
  ])('counts what is repeated in %s', async (_, query) => {
    expect(await usual.post({ query })).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringMatching(/^Repeats limit of 50 exceeded: "(owner|id)"/) }] },
    })
  })

  it('tells the limits that were met, and nothing else that is wrong', async () => {
    const { body } = await usual.post({ query: `{ ${'nonsense '.repeat(51)} }` })
    expect(body.errors).toMatchObject([{ extensions: { limit: 'repeats' } }])
  })

  it('counts what fragments repeat within each other, and takes no time for it', async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, i) =>
        `fragment f${String(i)} on Item { owner { ...f${String(i + 1)} } policies(first: 2) { nodes { owner { ...f${String(i + 1)} } } } }`,
    )
    const query = `{ node(id: "x") { ...f0 } } ${fragments.join(' ')} fragment f40 on Item { id }`
    const { status, body } = await (await serverUnderTest({ limits: { depth: 1_000 } })).post({ query })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([
      { message: 'Repeats limit exceeded: fragments within fragments make 20000 fields.' },
      { message: expect.stringMatching(/could cost/), extensions: { limit: 'cost' } },
    ])
  })

  it('works on so many requests at the same time, tells others to come back, and stays healthy', async () => {
    const one = await serverUnderTest({ limits: { requests: 1 } })
    // A request whose body doesn't end is under way until it is given up.
    const first = request(`${one.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '100' },
    })
    first.on('error', () => undefined)
    first.write('{')
    let refused: Answered
    do refused = await one.post({ query: '{ __typename }' })
    while (refused.status === 200)
    expect(refused).toMatchObject({
      status: 503,
      body: {
        errors: [
          {
            message: 'The server works on 1 requests already. Ask again in a second.',
            extensions: { code: 'SERVICE_UNAVAILABLE' },
          },
        ],
      },
    })
    expect(refused.headers.get('retry-after')).toBe('1')
    expect((await fetch(`${one.address}/health`)).status).toBe(200)
    expect((await fetch(`${one.address}/ready`)).status).toBe(200)
    first.destroy()
    let after: Answered
    do after = await one.post({ query: '{ __typename }' })
    while (after.status === 503)
    expect(after).toMatchObject({ status: 200, body: { data: { __typename: 'Query' } } })
  })
})
