import { describe, expect, it, vi } from 'vitest'
import { catalogueWith, folderWith } from '../../graph/catalogue/catalogue-folder.ts'
import { smallCatalogue } from '../../graph/catalogue/small-catalogue.ts'
import { freePorts } from '../../neo4j/free-ports.ts'
import { ask, startCommand, startServer } from '../command.ts'
import { environmentFor, ownNeo4j } from './own-neo4j.ts'

const question = '{ catalogue { revision } team(id: "service-desk") { name } }'
const unavailable = [
  {
    message: 'The graph doesn’t answer at the moment: try again shortly.',
    extensions: { code: 'GRAPH_UNAVAILABLE' },
  },
]

// Starting a Neo4j server again takes as long as its machine needs.
describe('a Neo4j server that goes away and comes back', { timeout: 300_000 }, () => {
  const servers = ownNeo4j(() => Promise.resolve({}))
  const neo4j = () => {
    const [server] = servers()
    if (server === undefined) throw new Error('No server was started')
    return server
  }
  const site = folderWith({ 'index.html': '<h1>start</h1>', '404.html': '<h1>lost</h1>' })
  const settings = folderWith({ 'server.yaml': 'limits: { seconds: 2 }\n' })

  const load = async (files = smallCatalogue) => {
    const command = startCommand(['load', '--catalogue', catalogueWith(files)], { env: environmentFor(neo4j()) })
    expect(await command.ended, command.said()).toBe(0)
    return command.said()
  }

  it('is waited for at the start, lost in the middle, and answered from again', async () => {
    expect(await load()).toContain('Loaded as revision 1.')
    await neo4j().kill()

    // Not there at the start: the process is, and says so.
    const [port] = await freePorts()
    const address = `http://127.0.0.1:${String(port)}`
    const server = startCommand(['serve', '--site', site, '--port', String(port)], { env: environmentFor(neo4j()) })
    await server.saying(/the graph does not answer: waiting for it/)
    expect((await fetch(`${address}/health`)).status).toBe(200)
    const ready = await fetch(`${address}/ready`)
    expect([ready.status, ready.headers.get('retry-after')]).toStrictEqual([503, '5'])
    expect(await ready.json()).toStrictEqual({ status: 'the graph does not answer yet' })
    const waiting = await ask(address, question)
    expect([waiting.status, waiting.headers.get('retry-after'), waiting.body]).toStrictEqual([
      503,
      '5',
      { errors: unavailable },
    ])
    expect((await fetch(address)).status).toBe(503)

    await neo4j().restart()
    await server.saying(/^API/m)
    const answered = { data: { catalogue: { revision: 1 }, team: { name: 'Service desk team' } } }
    expect(await ask(address, question)).toMatchObject({ status: 200, body: answered })
    expect((await fetch(`${address}/ready`)).status).toBe(200)

    // Lost in the middle: the API says so as soon as it has to ask the graph, then in no time; the site is served on.
    await neo4j().kill()
    await vi.waitUntil(async () => (await ask(address, question)).status !== 200, { timeout: 20_000, interval: 100 })
    expect(await ask(address, question)).toMatchObject({ status: 503, body: { errors: unavailable } })
    const asked = performance.now()
    for (let times = 0; times < 20; times++) expect((await ask(address, question)).status).toBe(503)
    expect(performance.now() - asked).toBeLessThan(5_000)
    expect(await (await fetch(address)).text()).toBe('<h1>start</h1>')
    expect((await fetch(`${address}/ready`)).status).toBe(503)
    expect((await fetch(`${address}/health`)).status).toBe(200)

    await neo4j().restart()
    await vi.waitUntil(async () => (await fetch(`${address}/ready`)).ok, { timeout: 60_000, interval: 200 })
    expect(await ask(address, question)).toMatchObject({ status: 200, body: answered })

    server.process.kill('SIGTERM')
    expect(await server.ended, server.said()).toBe(0)
    for (const once of ['waiting for it', 'the graph is there', 'the graph is gone', 'the graph is back'])
      expect(server.said().split(once), once).toHaveLength(2)
    expect(server.said()).not.toContain(neo4j().password)
  })

  it('stands still: questions are given up at their deadline, then refused at once, then answered', async () => {
    const server = await startServer(['--site', site, '--settings', `${settings}/server.yaml`], {
      env: environmentFor(neo4j()),
    })
    expect((await ask(server.address, question)).status).toBe(200)
    neo4j().pause()
    await vi.waitUntil(async () => !(await fetch(`${server.address}/ready`)).ok, { timeout: 20_000, interval: 200 })
    const first = await ask(server.address, question)
    expect(first).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] } })
    expect((await fetch(`${server.address}/ready`)).status).toBe(503)
    expect((await fetch(server.address)).status).toBe(200)
    await server.saying(/the graph is gone/)
    expect(await ask(server.address, question)).toMatchObject({ status: 503, body: { errors: unavailable } })
    neo4j().resume()
    await server.saying(/the graph is back/)
    expect((await ask(server.address, question)).status).toBe(200)
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  })

  it('has a server that has the wrong credentials end: waiting is no cure', async () => {
    const wrong = startCommand(['serve', '--port', '0'], {
      env: { ...environmentFor(neo4j()), NEO4J_USERNAME: 'tributary-nobody' },
    })
    expect(await wrong.ended).toBe(1)
    expect(wrong.said()).toContain('Set NEO4J_USERNAME and NEO4J_PASSWORD to a user of this server')
  })

  it('is killed while a load is under way: the load says so, and the graph is as it was', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, number) => [
        `teams/team-${String(number)}.yaml`,
        `name: Team ${String(number)}\n`,
      ]),
    )
    const all = catalogueWith({ ...smallCatalogue, ...many })
    const command = startCommand(['load', '--catalogue', all], { env: environmentFor(neo4j()) })
    await command.saying(/files read/)
    await neo4j().kill()
    expect(await command.ended).toBe(1)
    expect(command.said()).toContain('Start the server and check its address')
    await neo4j().restart()
    expect(await load()).toContain('No changes.')
  })
})
