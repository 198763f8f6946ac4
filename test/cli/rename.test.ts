import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { tributary } from './tributary.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tributary-rename-'))
  cpSync(builtInFolder('example'), folder, { recursive: true })
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

it('shows what would change, as a patch', async () => {
  const run = await tributary(['rename', 'step/resolve-user-incident/capture', 'record', '--dry-run', '-c', folder])
  expect(run.code).toBe(0)
  expect(run.stdout).toMatch(/^--- .*resolve-user-incident\.md\n\+\+\+ .*resolve-user-incident\.md\n@@ line \d+ @@\n-/m)
  expect(run.stdout).toContain(
    '\n-  - id: capture\n+  - id: record\n+    formerIds: [step/resolve-user-incident/capture]\n',
  )
  expect(run.stderr).toMatch(
    /^step\/resolve-user-incident\/capture would be called step\/resolve-user-incident\/record: \d+ files to change\.\n$/,
  )
  expect(readFileSync(join(folder, 'value-streams/resolve-user-incident.md'), 'utf8')).toContain('  - id: capture\n')
})

it('renames, answers as JSON, and old ids go on to lead to the item', async () => {
  const run = await tributary(['rename', 'resolve-user-incident', 'back-to-work', '--format', 'json', '-c', folder])
  expect(run.code).toBe(0)
  const said = JSON.parse(run.stdout) as { ids: unknown[]; files: { file: string; to?: string; changes: unknown[] }[] }
  expect(said).toMatchObject({
    from: 'value-stream/resolve-user-incident',
    to: 'value-stream/back-to-work',
    written: true,
  })
  expect(said.ids).toContainEqual({ from: 'step/resolve-user-incident/capture', to: 'step/back-to-work/capture' })
  expect(said.files.find(({ to }) => to !== undefined)).toMatchObject({
    to: join(folder, 'value-streams/back-to-work.md'),
    changes: [{ removed: [], added: ['formerIds:', '  - value-stream/resolve-user-incident'] }],
  })
  expect(existsSync(join(folder, 'value-streams/resolve-user-incident.md'))).toBe(false)
  const paths = ['paths', 'step/resolve-user-incident/capture', 'resolve-user-incident', '--first', '1', '-c', folder]
  const asked = await tributary([...paths, '--format', 'json'])
  expect(JSON.parse(asked.stdout)).toMatchObject({
    paths: [{ items: [{ id: 'step/back-to-work/capture' }, { id: 'value-stream/back-to-work' }] }],
  })
})

it('says what is in the way, and writes nothing', async () => {
  const run = await tributary(['rename', 'activity/engage', 'other', '-c', folder])
  expect(run).toMatchObject({ code: 1, stdout: '' })
  expect(run.stderr).toMatch(/^activity\/engage is written in the layer "itil4".*\nNothing was written\.\n$/)
})
