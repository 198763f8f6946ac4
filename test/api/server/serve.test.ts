import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverAudits } from 'graphql-http'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../api/execute.ts'
import { serve } from '../../../api/server/serve.ts'
import type { RunningServer } from '../../../api/server/serve.ts'
import { builtInFolder } from '../../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../../loaded-store.ts'

describe('serve', () => {
  let server: RunningServer
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-site-'))
    writeFileSync(join(folder, 'index.html'), '<h1>start</h1>')
    writeFileSync(join(folder, '404.html'), '<h1>lost</h1>')
    const api = await createApi(await loadedStore(builtInFolder('example')))
    server = await serve({
      api,
      port: 0,
      host: '127.0.0.1',
      log: pino({ level: 'silent' }),
      site: { folder, base: '/' },
    })
  })
  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })

  const ask = async (
    query: string,
  ): Promise<{ status: number; body: { data?: unknown; errors?: { message: string }[] } }> => {
    const response = await fetch(`${server.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return { status: response.status, body: (await response.json()) as never }
  }

  it('answers a question', async () => {
    const { status, body } = await ask('{ practice(id: "incident-management") { name feeds { nodes { name } } } }')
    expect(status).toBe(200)
    expect(body.data).toMatchObject({
      practice: {
        name: 'Incident management',
        feeds: { nodes: expect.arrayContaining([{ name: "Resolve a user's incident" }]) },
      },
    })
  })

  it('serves the site, its page for what is lost, and an editor for people', async () => {
    expect(await (await fetch(server.address)).text()).toBe('<h1>start</h1>')
    const lost = await fetch(`${server.address}/nowhere/`, { headers: { accept: 'text/html' } })
    expect([lost.status, await lost.text()]).toEqual([404, '<h1>lost</h1>'])
    const editor = await fetch(`${server.address}/graphql`, { headers: { accept: 'text/html' } })
    expect(editor.url).toBe(`${server.address}/graphiql/`)
    expect(await editor.text()).toContain('<title>Query editor · Tributary</title>')
  })

  it('says that it is healthy and ready, and which revision is loaded', async () => {
    expect(await (await fetch(`${server.address}/health`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${server.address}/ready`)).json()).toEqual({ status: 'ready', revision: 1 })
  })

  it('serves the editor’s own files, from nowhere else, for a year where their names change with them', async () => {
    const page = await fetch(`${server.address}/graphiql?query={a}`)
    const html = await page.text()
    expect(page.url).toBe(`${server.address}/graphiql/?query=%7Ba%7D`)
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(html).not.toMatch(/https?:|<script(?![^>]* src=)|<style/)
    const named = [...html.matchAll(/(?:src|href)="(\.[^"]+)"/g)].map(([, path]) => new URL(path ?? '', page.url))
    expect(named.length).toBeGreaterThan(1)
    for (const url of named) {
      const file = await fetch(url)
      expect([url.pathname, file.status]).toEqual([url.pathname, 200])
      expect(file.headers.get('content-type')).toMatch(
        url.pathname.endsWith('.css') ? /^text\/css/ : /^text\/javascript/,
      )
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
    expect((await fetch(`${server.address}/graphiql/nothing.js`)).status).toBe(404)
  })

  it('tells the site that it serves where the API is', async () => {
    const told = await fetch(`${server.address}/api.json`)
    expect(await told.json()).toEqual({ graphql: '/graphql', editor: '/graphiql/' })
  })

  it('answers 413 to a body that is too large, and 400 to one that is no JSON', async () => {
    const post = async (body: string): Promise<[number, unknown]> => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${server.address}/graphql`, { method: 'POST', headers, body })
      return [response.status, await response.json()]
    }
    const told = (message: string): unknown => ({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
    expect(await post(JSON.stringify({ query: `{ ${'#'.repeat(300_000)} }` }))).toEqual([
      413,
      told('The body of the request is too large.'),
    ])
    expect(await post('{"query": ')).toEqual([400, told('The body of the request is no JSON.')])
  })

  it('passes the audits of GraphQL over HTTP', async () => {
    const audits = serverAudits({ url: `${server.address}/graphql` })
    const results = await Promise.all(audits.map((audit) => audit.fn()))
    const failed = results.filter((result) => result.status === 'error').map((result) => result.name)
    expect(failed).toEqual([])
    // What remains is advice that we don't take: a request that can't be answered gets 400, whatever it accepts (design,
    // "API"), and requests that a browser could be tricked into (simple GETs) are refused.
    const advised = results.filter((result) => result.status !== 'ok').map((result) => result.id)
    expect(advised).toEqual(['5A70', 'D6D5', '6A70', '572B', 'FDE2', '7B9B'])
  })
})
