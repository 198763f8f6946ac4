import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { ask, startServer } from '../faults/command.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { smallCatalogue } from '../graph/catalogue/small-catalogue.ts'
import { tributary } from './tributary.ts'

const folder = mkdtempSync(join(tmpdir(), 'tributary-serve-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

it('serve: has read what impact needs before anybody asks, once', async () => {
  const store = `file:${join(folder, 'graph')}`
  const load = await tributary(['load', '--store', store, '--catalogue', catalogueWith(smallCatalogue)])
  expect(load.code, load.stderr).toBe(0)
  const { address, process, ended } = await startServer(['--store', store, '--site', join(folder, 'none')])
  const read = async (): Promise<string | undefined> => {
    const metrics = await (await fetch(`${address}/metrics`)).text()
    return /^tributary_computation_duration_seconds_count\{name="snapshot",outcome="ok"\} (\d+)$/m.exec(metrics)?.[1]
  }
  await expect.poll(read).toBe('1')
  const answer = await ask(address, '{ impact(failed: [{id: "team/service-desk"}]) { revision } }')
  expect(answer.body).toStrictEqual({ data: { impact: { revision: 1 } } })
  expect(await read()).toBe('1')
  process.kill('SIGTERM')
  expect(await ended).toBe(0)
})
