import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tributary } from '../cli/tributary.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { smallCatalogue } from '../graph/catalogue/small-catalogue.ts'
import { ask, startCommand, startServer } from './command.ts'

describe('commands that are killed', () => {
  let folder: string
  let store: string
  let site: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-kills-'))
    store = `file:${join(folder, 'graph')}`
    site = join(folder, 'site')
    mkdirSync(site)
    writeFileSync(join(site, 'index.html'), '<h1>old</h1>')
    const load = await tributary(['load', '--store', store, '--catalogue', catalogueWith(smallCatalogue)])
    expect(load.code, load.stderr).toBe(0)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const question = '{ team(id: "service-desk") { name } }'

  it('serve: killed at once, the next answers; told to stop, it answers what has begun, and ends', async () => {
    const first = await startServer(['--store', store, '--site', site])
    expect((await ask(first.address, question)).status).toBe(200)
    first.process.kill('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')

    const second = await startServer(['--store', store, '--site', site])
    const { port, hostname } = new URL(second.address)
    const body = JSON.stringify({ query: question })
    const head = `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n`
    const [begun, idle] = [connect(Number(port), hostname), connect(Number(port), hostname)]
    await Promise.all([once(begun, 'connect'), once(idle, 'connect')])
    // A request that has begun, and a connection that is kept for the next.
    begun.write(head + body.slice(0, 10))
    idle.write(`GET /health HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`)
    await once(idle, 'data')
    const closed = once(idle, 'close')
    second.process.kill('SIGTERM')
    await second.saying(/Stopping …/)
    await closed
    begun.write(body.slice(10))
    const [answer] = (await once(begun, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1.1 200 OK\r\n/)
    expect(await second.ended, second.said()).toBe(0)
  })

  it('serve: a request that never ends doesn’t keep it, and being told twice ends it at once', async () => {
    const [patient, hurried] = await Promise.all([0, 1].map(() => startServer(['--store', store, '--site', site])))
    for (const server of [patient, hurried]) {
      const { port, hostname } = new URL(server?.address ?? '')
      const hanging = connect(Number(port), hostname)
      hanging.on('error', () => {})
      await once(hanging, 'connect')
      hanging.write(
        `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{`,
      )
      server?.process.kill('SIGTERM')
      await server?.saying(/Stopping …/)
    }
    hurried?.process.kill('SIGINT')
    expect(await hurried?.ended).toBe('SIGINT')
    expect(await patient?.ended).toBe(0)
  })

  it('serve: ends when it is told to while it waits for its graph', async () => {
    const env = { TRIBUTARY_STORE: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'none' }
    const waiting = startCommand(['serve', '--port', '0'], { env })
    await waiting.saying(/waiting for it/)
    waiting.process.kill('SIGTERM')
    expect(await waiting.ended, waiting.said()).toBe(0)
  })

  it('build: the old site stays whole, and the next build clears what the killed one left', async () => {
    const build = startCommand(['build', '--store', store, '--site', site])
    await build.saying(/Building pages/)
    build.process.kill('SIGKILL')
    expect(await build.ended).toBe('SIGKILL')
    expect(readdirSync(site)).toStrictEqual(['index.html'])
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('<h1>old</h1>')
    const left = readdirSync(folder).filter((name) => name.startsWith('.site-'))
    expect(left).toHaveLength(1)

    // Killed between the two renames that put a site in place, which takes microseconds: what was there is found again.
    const between = join(folder, left[0] ?? '', 'before')
    mkdirSync(between)
    writeFileSync(join(between, 'index.html'), '<h1>before</h1>')
    rmSync(site, { recursive: true })
    const again = startCommand(['build', '--store', store, '--site', site])
    await again.saying(/Building pages/)
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('<h1>before</h1>')
    again.process.kill('SIGKILL')
    await again.ended
    expect(existsSync(join(folder, left[0] ?? ''))).toBe(false)
  })
})
