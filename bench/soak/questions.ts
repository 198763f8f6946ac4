import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { streamPage as stream } from '../questions/stream-page.ts'
import { changingItem } from './changing-catalogue.ts'
import type { ChangingCatalogue } from './changing-catalogue.ts'

/** What one client keeps from answer to answer. */
export interface Client {
  /** The newest revision that it saw. */
  revision: number
}

/** Something that clients ask. */
export interface SoakQuestion {
  readonly name: string
  /** @throws where the answer isn't right. */
  readonly ask: (client: Client) => Promise<void>
}

const texts = {
  item: '{ application(id: "ticketing") { name owner { name } needs(first: 10) { edges { criticality node { name } } } usedBy(first: 10) { totalCount nodes { name } } } }',
  list: '{ practices(first: 34, orderBy: {field: NAME}) { totalCount nodes { name resources(first: 20) { totalCount nodes { name } } } } }',
  search: '{ search(query: "incident", first: 10) { totalCount nodes { item { id name } } } }',
  impact:
    '{ impact(failed: [{id: "application/ticketing", state: DOWN}]) { summary affected { id state degree sentence } } }',
}
const pair = `{ catalogue { revision } application(id: "${changingItem}") { summary } }`
/** What an answer has at its end that is made while another revision is taken up. */
const ofFormerRevision = /,"extensions":\{"revision":\d+\}(?=\}\s*$)/
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const patient = (): AbortSignal => AbortSignal.timeout(60_000)

/**
 * The questions, and how their answers are checked: those about what no load changes must be what they were in the beginning,
 * byte by byte; what loads change must be what the revision says that the same answer names.
 * @throws where something is answered wrong already now.
 */
export async function soakQuestions(address: string, catalogue: ChangingCatalogue): Promise<SoakQuestion[]> {
  const api = `${address}/graphql`
  const post = (body: string): Promise<Response> =>
    fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: patient() })
  const get = (parameters: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${api}?${new URLSearchParams(parameters).toString()}`, {
      headers: { 'apollo-require-preflight': 'true' },
      signal: patient(),
    })
  const page = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${address}${path}`, { headers, signal: patient() })

  const persisted = async (): Promise<Response> => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(texts.list) } }
    const answer = await get({ extensions: JSON.stringify(extensions) })
    const body = await answer.clone().text()
    return body.includes('PERSISTED_QUERY_NOT_FOUND') ? post(JSON.stringify({ query: texts.list, extensions })) : answer
  }
  const always = async (name: string, ask: () => Promise<Response>, status = 200): Promise<SoakQuestion> => {
    const told = async (): Promise<string> => {
      const answer = await ask()
      const body = await answer.text()
      assert.equal(answer.status, status, body.slice(0, 300))
      if (status === 200 && body.startsWith('{')) assert.ok(!body.includes('"errors"'), body.slice(0, 300))
      return body.replace(ofFormerRevision, '')
    }
    const expected = await told()
    return {
      name,
      async ask() {
        const body = await told()
        if (body !== expected) throw new Error(`another answer than in the beginning: ${difference(expected, body)}`)
      },
    }
  }
  const streamPage = '/value-streams/resolve-user-incident/'
  const { headers } = await page(streamPage)
  // Without a word of its own about caches, fetch() would ask for a new copy.
  const unchanged = { 'if-none-match': headers.get('etag') ?? '', 'cache-control': 'max-age=0' }
  return [
    ...(await Promise.all([
      ...Object.entries(texts).map(([name, query]) => always(name, () => post(JSON.stringify({ query })))),
      always('stream', () =>
        post(JSON.stringify({ query: stream.query, variables: { id: 'value-stream/resolve-user-incident' } })),
      ),
      always('list, by GET', () => get({ query: texts.list })),
      always('list, persisted', persisted),
      always('page: home', () => page('/')),
      always('page: stream', () => page(streamPage)),
      always('page: unchanged', () => page(streamPage, unchanged), 304),
      always('wrong: page', () => page('/practices/none-such/'), 404),
      always('wrong: syntax', () => post('{"query": "{ practices("}'), 400),
      always('wrong: field', () => post('{"query": "{ practises { totalCount } }"}'), 400),
      always('wrong: body', () => post('[1, 2'), 400),
    ])),
    {
      name: 'one revision',
      ask: async (client) => expectOneRevision(await post(JSON.stringify({ query: pair })), client),
    },
  ]

  async function expectOneRevision(answer: Response, client: Client): Promise<void> {
    const body = await answer.text()
    assert.equal(answer.status, 200, body.slice(0, 300))
    const { data } = JSON.parse(body) as {
      data: { catalogue: { revision: number }; application: { summary: string } }
    }
    const { revision } = data.catalogue
    assert.equal(data.application.summary, catalogue.summaryIn(revision), `revision ${revision} says something else`)
    assert.ok(revision >= client.revision, `revision ${revision} after ${client.revision}`)
    client.revision = revision
  }
}

/** Where two texts part, and how they go on. */
function difference(one: string, other: string): string {
  let at = 0
  while (one[at] === other[at]) at += 1
  const from = (text: string): string => text.slice(Math.max(0, at - 60), at + 100)
  return `${from(one)} -> ${from(other)}`
}
