import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../graph/store/open-store.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { teams } from '../graph/load/loads.ts'
import { storesUnderTest } from '../stores-under-test.ts'
import { startCommand } from './command.ts'

const parent = mkdtempSync(join(tmpdir(), 'tributary-two-loads-'))
afterAll(() => {
  rmSync(parent, { recursive: true, force: true })
})

const addresses = { memory: '', file: `file:${join(parent, 'graph')}`, neo4j: process.env.TRIBUTARY_TEST_NEO4J ?? '' }

describe.each(storesUnderTest().filter(({ name }) => name !== 'memory'))(
  'loads at the same time, on $name',
  (under) => {
    const address = addresses[under.name]

    it('all take effect, one upon the other', { timeout: 120_000 }, async () => {
      const store = await under.fresh()
      await store.close()
      const team = (word: string) => catalogueWith(teams({ a: `summary: ${word}\n`, b: `summary: ${word}\n` }))
      const words = ['one', 'two', 'three']
      const loads = words.map((word) => startCommand(['load', '--store', address, '--catalogue', team(word)]))
      for (const load of loads) expect(await load.ended, load.said()).toBe(0)

      const numbers = loads.map((load) => Number(/Loaded as revision (\d)\./.exec(load.said())?.[1]))
      expect(numbers.toSorted()).toStrictEqual([1, 2, 3])
      const after = await openStore(address)
      const summaries = await after.read('MATCH (n:TributaryItem:Team) RETURN n.summary AS summary')
      const last = words[numbers.indexOf(3)]
      expect(summaries).toStrictEqual([{ summary: last }, { summary: last }])
      const revisions = await after.read('MATCH (r:TributaryRevision) RETURN r.number AS number ORDER BY number')
      expect(revisions.map(({ number }) => number)).toStrictEqual([1, 2, 3])
      await after.close()
    })
  },
)

describe('a load while another writes the same file', () => {
  it('waits, says so, and goes on when the other is killed: nothing of it stays locked', async () => {
    const address = `file:${join(parent, 'waited')}`
    const half = join(import.meta.dirname, '../graph/store/half-writer.ts')
    const other = spawn(process.execPath, [half, address], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(other.stdout, 'data')
    const load = startCommand(['load', '--store', address, '--catalogue', catalogueWith(teams({ a: '' }))])
    await load.saying(/Another load is at work: waiting until it is done/)
    other.kill('SIGKILL')
    expect(await load.ended, load.said()).toBe(0)
    expect(load.said()).toContain('Loaded as revision 1.')
  })
})
