import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startCommand } from '../faults/command.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { teams } from '../graph/load/loads.ts'
import { tributary } from './tributary.ts'

const folder = mkdtempSync(join(tmpdir(), 'tributary-revision-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

it('--at-least-revision waits for what another process loads', async () => {
  const graph = ['--store', `file:${join(folder, 'graph')}`]
  const load = (word: string) =>
    tributary(['load', ...graph, '--catalogue', catalogueWith(teams({ a: `summary: ${word}\n` }))])
  const asked = [...graph, '--site', join(folder, 'site'), '--at-least-revision', '2']

  const serve = startCommand(['serve', ...asked, '--port', '0'])
  await serve.saying(/shows nothing, and not yet revision 2/)
  expect((await load('one')).stdout).toContain('Loaded as revision 1.')
  const build = startCommand(['build', ...asked])
  await build.saying(/shows revision 1, and not yet revision 2/)
  expect(serve.said()).not.toMatch(/^API/m)
  expect((await load('two')).stdout).toContain('Loaded as revision 2.')
  await Promise.all([serve.saying(/^API/m), build.saying(/Building pages/)])
  build.process.kill('SIGKILL')
  await build.ended
  serve.process.kill('SIGTERM')
  expect(await serve.ended).toBe(0)
})
