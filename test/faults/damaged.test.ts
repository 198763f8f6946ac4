import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tributary } from '../cli/tributary.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { teams } from '../graph/load/loads.ts'
import { ask, startServer } from './command.ts'

describe('a graph in files whose bits rot', () => {
  let folder: string
  let store: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-rot-'))
    store = `file:${folder}`
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const load = (word: string) =>
    tributary(['load', '--store', store, '--catalogue', catalogueWith(teams({ a: `summary: ${word}\n` }))])

  const rot = (): void => {
    const path = join(folder, readFileSync(join(folder, 'current'), 'utf8').trim())
    writeFileSync(path, readFileSync(path).fill(7, 20_000, 40_000))
  }

  it('is noticed by whatever reads it, and made anew from the catalogue; what was damaged is kept', async () => {
    await load('one')
    await load('two')
    const server = await startServer(['--store', store, '--site', join(folder, 'none')])
    const question = '{ catalogue { revision } team(id: "a") { summary } revisions { nodes { number } } }'
    const answered = async () => JSON.stringify((await ask(server.address, question)).body.data)
    expect(await answered()).toContain('"two"')
    rot()

    // A server goes on with what it has; whoever opens the graph is told.
    expect(await answered()).toContain('"two"')
    const query = await tributary(['query', '--store', store, '{ catalogue { revision } }'])
    expect(query.code).toBe(1)
    expect(query.stderr).toContain(`The graph at ${store} is damaged: `)
    expect(query.stderr).toContain('Load the catalogue again ("tributary load")')

    const mended = await load('three')
    expect(mended.code, mended.stderr).toBe(0)
    expect(mended.stderr).toContain('It is again what was loaded before, with its revisions.')
    expect(mended.stdout).toContain('Loaded as revision 2.')
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged-graph-2-'))).toHaveLength(1)
    await expect.poll(answered, { timeout: 10_000 }).toContain('"three"')
    server.process.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  })
})
