import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import type { IntrospectionQuery } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../../api/execute.ts'
import type { Api } from '../../../../api/execute.ts'
import { audiencePublication } from '../../../../api/server/access/audience-publication.ts'
import { serve } from '../../../../api/server/serve.ts'
import type { RunningServer } from '../../../../api/server/serve.ts'
import { settingsSchema } from '../../../../api/server/settings/settings.ts'
import type { Store } from '../../../../graph/store/store.ts'
import { askEverything } from '../../../audience/ask-everything.ts'
import { before, canaries, canariesIn, now, readByOthers } from '../../../audience/canary-catalogue.ts'
import { folderWith } from '../../../graph/catalogue/catalogue-folder.ts'
import { loadedStore } from '../../../loaded-store.ts'
import { startIssuer } from './issuer.ts'
import type { Issuer } from './issuer.ts'

/** An answer as it came over the wire: its headers and its body as one text. */
interface Answer {
  readonly status: number
  readonly text: string
  readonly body: string
}

describe('with access control a server', () => {
  let issuer: Issuer
  let whole: Store
  let server: RunningServer
  let folder: string
  let logged = ''
  const tokens = new Map<string, string>()
  let opened: string[] = []
  let failing = true

  beforeAll(async () => {
    issuer = await startIssuer()
    for (const role of ['office', 'staff', 'visitor']) tokens.set(role, await issuer.sign({ roles: [role] }))
    whole = await loadedStore(folderWith(now), await loadedStore(folderWith(before)))
    folder = mkdtempSync(join(tmpdir(), 'tributary-access-'))
    const site = { folder: join(folder, 'site'), base: '/' }
    for (const [name, words] of [
      ['site', 'zqapp01'],
      ['site-everyone', 'for everyone'],
    ] as const) {
      mkdirSync(join(folder, name, '_astro'), { recursive: true })
      mkdirSync(join(folder, name, 'practices'))
      for (const file of ['index.html', '404.html', `only-${name}.html`, '_astro/a.css', 'practices/index.html'])
        writeFileSync(join(folder, name, file), `<h1>${words}</h1>`)
    }
    const roles = { office: '*', staff: 'everyone', visitor: 'zqaudience01' }
    const access = { issuer: issuer.address, aud: ['tributary'], roles }
    const limits = {
      depth: 100,
      aliases: 1e4,
      repeats: 1e4,
      directives: 1e4,
      tokens: 1e6,
      cost: 1e9,
      bodyKilobytes: 1e4,
    }
    const to = new Writable({
      write(chunk: Buffer, _, done) {
        logged += chunk.toString()
        done()
      },
    })
    server = await serve({
      api: await createApi(whole),
      site,
      settings: settingsSchema.parse({ access, limits }),
      async forAudience(audience) {
        opened.push(audience)
        if (failing) throw new Error('zqname01 is away')
        return audiencePublication(whole, audience, site)
      },
      log: pino({ level: 'debug' }, to),
    })
  })
  afterAll(async () => {
    await server.close()
    await whole.close()
    await issuer.close()
    rmSync(folder, { recursive: true })
  })

  /** Asks with a path as it is written, which `fetch` would tidy up. */
  const get = (
    path: string,
    role: string,
    more: { method?: string; headers?: Readonly<Record<string, string>>; body?: string } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(server.address)
      const token = tokens.get(role)
      const headers = { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...more.headers }
      const asked = httpRequest(
        { host: '127.0.0.1', port, path, method: more.method ?? 'GET', headers },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            const body = Buffer.concat(chunks).toString('latin1')
            const text = `${JSON.stringify(response.rawHeaders)}\n${body}`
            resolve({ status: response.statusCode ?? 0, text, body })
          })
        },
      )
      asked.on('error', reject)
      asked.end(more.body)
    })
  const post = (role: string, query: string, variables: unknown = {}): Promise<Answer> =>
    get('/graphql', role, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })

  it('opens what an audience sees when it first asks, once, and again where that failed', async () => {
    expect(opened).toEqual([])
    const { status, text } = await post('staff', '{ catalogue { name } }')
    expect([status, canariesIn(text)]).toEqual([500, []])
    failing = false
    opened = []
    const next = await Promise.all(['staff', 'visitor', 'staff'].map((role) => post(role, '{ catalogue { name } }')))
    expect(next.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(opened.sort()).toEqual(['everyone', 'zqaudience01'])
  })

  it('tells each audience nothing over HTTP that its profile leaves out, nor what there is to leave out', async () => {
    const told = async (role: string): Promise<string> => {
      const texts: string[] = []
      const introspected = await post(role, getIntrospectionQuery())
      texts.push(introspected.text)
      const { data } = JSON.parse(introspected.body) as { data: IntrospectionQuery }
      const execute = (async (document: string) => {
        const { text, body } = await post(role, document)
        texts.push(text)
        return JSON.parse(body) as unknown
      }) as Api['execute']
      await askEverything({ schema: buildClientSchema(data), execute })
      return texts.join('\n')
    }
    const found = canariesIn(await told('office'))
    expect(readByOthers.filter((canary) => !found.includes(canary) && !/page|section/.test(canary))).toEqual([])
    const everyone = await told('staff')
    expect(canariesIn(everyone)).toEqual([])
    expect(everyone).toContain('Where one talks.')
    expect(canariesIn(await told('visitor'))).toEqual([])
  })

  it('suggests nothing in its errors that the audience doesn’t see', async () => {
    // What is asked for is almost right: the last letter is missing, so no question holds the word itself.
    const almost = [...new Set(canaries.map((canary) => canary.slice(0, -1)))]
    const told = async (role: string): Promise<string[]> => {
      const answers = await Promise.all([
        ...almost.map((word) =>
          post(role, `{ ${word} { id ${word} } node(id: "application/${word}") { id ${word} } }`),
        ),
        ...almost.map((word) =>
          post(role, `{ applications(filter: {${word}: 1}, orderBy: {field: ${word}}) { totalCount } }`),
        ),
        ...almost.map((word) =>
          post(role, 'query ($ids: [ID!]!) { paths(from: $ids, to: $ids) { paths { length } } }', {
            ids: [`application/${word}`],
          }),
        ),
        ...almost.map((word) => post(role, `{ impact(failed: [{id: "application/${word}"}]) { complete } }`)),
        ...almost.map((word) => post(role, `{ search(text: "${word}") { totalCount nodes { __typename } } }`)),
        ...almost.map((word) => get(`/${word}/`, role)),
      ])
      return [...new Set(answers.flatMap(({ text }) => canariesIn(text)))]
    }
    expect((await told('office')).length).toBeGreaterThan(10)
    expect(await told('staff')).toEqual([])
    expect(await told('visitor')).toEqual([])
  })

  it('shows nobody a file of another audience’s site, however it is asked for', async () => {
    const paths = [
      '/only-site.html',
      '/../site/only-site.html',
      '/../site/index.html',
      '/practices/../../site/index.html',
      '/%2e%2e/site/index.html',
      '/%2e%2e%2fsite%2findex.html',
      '/..%2fsite/index.html',
      '/%252e%252e/site/index.html',
      '/..\\site\\index.html',
      '/%2e%2e%5csite%5cindex.html',
      '/..;/site/index.html',
      '//site/index.html',
      '//../site/index.html',
      '/./../site/index.html',
      '/site/index.html',
      '/site-everyone/../site/index.html',
      '/practices/%2e%2e/%2e%2e/site/only-site.html',
      '/ONLY-SITE.HTML',
      '/only-site.html.',
      '/only-site.html/',
      '/only-site.html%00',
      '/only-site.html%20',
      '/only-site.html::$DATA',
      '/index.html?../site/index.html',
      `${folder}/site/index.html`,
      `/%2f${folder}/site/index.html`,
      `/file:${folder}/site/index.html`,
      `http://127.0.0.1/../site/index.html`,
      '/',
      '/practices',
      '/practices/',
      '/_astro/a.css',
      '/nowhere',
    ]
    const etag = /"ETag","([^"\\]*(?:\\"[^"\\]*)*)"/
      .exec((await get('/index.html', 'office')).text)?.[1]
      ?.replaceAll('\\', '')
    if (etag === undefined) throw new Error('The whole site has no ETag.')
    expect((await get('/index.html', 'office', { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await get('/only-site.html', 'office')).body).toContain('zqapp01')
    for (const role of ['staff', 'visitor', 'stranger'])
      for (const path of paths)
        for (const more of [
          {},
          { method: 'HEAD' },
          { headers: { range: 'bytes=0-' } },
          { headers: { 'if-none-match': etag } },
          {
            headers: {
              'x-original-url': '/only-site.html',
              'x-rewrite-url': '/only-site.html',
              'x-forwarded-prefix': '/../site',
            },
          },
        ]) {
          const { status, text } = await get(path, role, more)
          expect([path, text.includes('zqapp01')]).toEqual([path, false])
          expect([path, status]).not.toEqual([path, 304])
        }
  })

  it('shows each audience its own site, as its own only, and says where there is none', async () => {
    for (const path of ['/', '/index.html', '/practices/', '/only-site-everyone.html', '/_astro/a.css']) {
      const { status, text } = await get(path, 'staff')
      expect([path, status]).toEqual([path, 200])
      expect(text).toContain('for everyone')
      expect(text).toMatch(/"Cache-Control","private, /i)
      expect(text).toMatch(/"Vary","authorization/i)
    }
    expect((await get('/nowhere', 'staff', { headers: { accept: 'text/html' } })).body).toContain('for everyone')
    expect((await get('/', 'office')).body).toContain('zqapp01')
    const unbuilt = await get('/', 'visitor')
    expect([unbuilt.status, unbuilt.body]).toEqual([404, expect.stringContaining('There is no site here for you')])
  })

  it('tells strangers that it is there, and shows them the editor without anything in it', async () => {
    expect((await get('/health', 'stranger')).body).toBe('{"status":"ok"}')
    expect((await get('/ready', 'stranger')).body).toBe('{"status":"ready"}')
    for (const path of [
      '/',
      '/graphql',
      '/metrics',
      '/api.json',
      '/GraphQL',
      '/graphql/',
      '//graphql',
      '/graphiql/../graphql',
    ])
      expect([path, (await get(path, 'stranger')).status]).toEqual([path, 401])
    expect((await get('/graphql', 'stranger', { headers: { accept: 'text/html' } })).status).toBe(302)
    const of = async (role: string): Promise<number> => (await get('/metrics', role)).status
    expect([await of('office'), await of('staff'), await of('visitor')]).toEqual([200, 403, 403])
  })

  it('tells nothing of other audiences once its own is no more', async () => {
    await loadedStore(folderWith({ ...now, 'tributary.config.yaml': 'name: canaries\n' }), whole)
    let told: Answer
    // It goes on until the load is noticed: by the API or, in the middle of an answer, by the graph.
    do {
      told = await post('staff', '{ practices { nodes { name owner { id } } } }')
      expect(told.text).not.toMatch(/audience|zq/i)
    } while (told.status === 200 && !told.body.includes('errors'))
    expect(told.body).toContain("The server's log says why")
  })

  it('logs no token', () => {
    expect(logged.includes('"audience":"everyone"')).toBe(true)
    for (const token of tokens.values()) expect(logged.includes(token.slice(-20))).toBe(false)
    expect(/eyJ[\w-]*|Bearer \S+/.exec(logged)).toBeNull()
  })
})
