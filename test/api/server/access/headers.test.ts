import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../../api/execute.ts'
import type { Api } from '../../../../api/execute.ts'
import { sitePolicy } from '../../../../api/server/access/policies.ts'
import { listen } from '../../../../api/server/listen.ts'
import { serve } from '../../../../api/server/serve.ts'
import type { RunningServer } from '../../../../api/server/serve.ts'
import { settingsSchema } from '../../../../api/server/settings/settings.ts'
import { packageRoot } from '../../../../graph/package-root.ts'
import { catalogueWith } from '../../../graph/catalogue/catalogue-folder.ts'
import { loadedStore } from '../../../loaded-store.ts'

describe('the server’s headers', () => {
  let api: Api
  let folder: string
  const servers: RunningServer[] = []
  beforeAll(async () => {
    api = await createApi(await loadedStore(catalogueWith({ 'teams/desk.yaml': 'name: Desk\n' })))
    folder = mkdtempSync(join(tmpdir(), 'tributary-headers-'))
    mkdirSync(join(folder, '_astro'))
    for (const file of ['index.html', '404.html', '_astro/a.css', 'catalogue.json'])
      writeFileSync(join(folder, file), '{}')
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()))
    await api.close()
    rmSync(folder, { recursive: true })
  })
  const served = async (settings: unknown): Promise<string> => {
    const log = pino({ level: 'silent' })
    const server = await serve({ api, log, site: { folder, base: '/' }, settings: settingsSchema.parse(settings) })
    servers.push(server)
    return server.address
  }
  const headersOf = async (address: string, init?: RequestInit): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries((await fetch(address, { redirect: 'manual', ...init })).headers)

  const safe = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': expect.stringMatching(/default-src '(none|self)'/) as unknown,
  }

  it('keep readers safe on every answer, errors and redirects among them', async () => {
    const address = await served({})
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query": ' }
    const paths: readonly (readonly [string, RequestInit?])[] = [
      ['/'],
      ['/_astro/a.css'],
      ['/catalogue.json'],
      ['/nowhere'],
      ['/_astro'],
      ['/graphiql'],
      ['/graphiql/'],
      ['/graphql?query={catalogue{name}}', { headers: { 'apollo-require-preflight': '1' } }],
      ['/graphql', post],
      ['/health'],
      ['/ready'],
      ['/metrics'],
      ['/', { method: 'HEAD' }],
      ['/%'],
    ]
    for (const [path, init] of paths) {
      const headers = await headersOf(address + path, init)
      expect({ path, ...headers }).toMatchObject({ path, ...safe })
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*unsafe/)
      expect(Object.keys(headers)).not.toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^(x-powered-by|server|access-control.*|strict-transport-security)$/),
        ]),
      )
    }
    const policy = (await headersOf(`${address}/`))['content-security-policy']
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("base-uri 'none'")
    expect((await headersOf(`${address}/health`))['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    )
  })

  it('keep them safe, too, while the server waits for its graph', async () => {
    const waiting = await listen(0, '127.0.0.1', settingsSchema.parse({}))
    for (const path of ['/', '/graphql', '/health', '/ready'])
      expect({ path, ...(await headersOf(waiting.address + path)) }).toMatchObject({ path, ...safe })
    waiting.close()
  })

  it('of the site are told to whoever publishes it elsewhere', () => {
    const told = readFileSync(join(packageRoot, 'docs/operating.md'), 'utf8')
    expect(told).toContain(`Content-Security-Policy: ${sitePolicy}\n`)
  })

  it('ask for TLS only where it was used, and believe a proxy only where there is one', async () => {
    const overTls = { headers: { 'x-forwarded-proto': 'https' } }
    const alone = await headersOf(`${await served({})}/`, overTls)
    expect(alone['strict-transport-security']).toBeUndefined()
    const behind = await served({ proxies: 1 })
    expect((await headersOf(`${behind}/`, overTls))['strict-transport-security']).toMatch(/^max-age=31536000/)
    expect((await headersOf(`${behind}/`))['strict-transport-security']).toBeUndefined()
  })

  it('let pages of named origins ask, and of no others', async () => {
    const address = await served({ cors: { origins: ['https://portal.example.org'], credentials: true } })
    const preflight = (origin: string): Promise<Response> =>
      fetch(`${address}/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      })
    const allowed = await preflight('https://portal.example.org')
    expect(allowed.status).toBe(204)
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      'access-control-allow-origin': 'https://portal.example.org',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET,HEAD,POST',
      'access-control-allow-headers': expect.stringContaining('authorization,content-type'),
      'access-control-max-age': '600',
      vary: expect.stringMatching(/origin/i),
    })
    for (const origin of [
      'https://evil.example.org',
      'https://portal.example.org.evil.org',
      'http://portal.example.org',
      'null',
    ]) {
      const refused = await preflight(origin)
      expect([origin, refused.headers.get('access-control-allow-origin')]).toEqual([origin, null])
      const { headers } = await fetch(`${address}/catalogue.json`, { headers: { origin } })
      expect([origin, headers.get('access-control-allow-origin')]).toEqual([origin, null])
    }
    const read = await fetch(`${address}/catalogue.json`, { headers: { origin: 'https://portal.example.org' } })
    expect(read.headers.get('access-control-allow-origin')).toBe('https://portal.example.org')
    expect(read.headers.get('access-control-expose-headers')).toContain('etag')
  })

  it('let every page ask where everybody may, without credentials', async () => {
    const address = await served({ cors: { origins: ['*'] } })
    const { headers } = await fetch(`${address}/catalogue.json`, { headers: { origin: 'https://any.example.org' } })
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('answer preflights before they ask for a token, and refusals so that the page can read them', async () => {
    const access = { issuer: 'https://login.example.org', aud: ['tributary'], roles: { office: '*' } }
    const origin = 'https://portal.example.org'
    const address = await served({ access, cors: { origins: [origin] } })
    const preflight = await fetch(`${address}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    const refused = await fetch(`${address}/graphql`, { headers: { origin, accept: 'application/json' } })
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, origin])
    expect(refused.headers.get('vary')).toMatch(/Origin.*authorization/i)
  })
})
