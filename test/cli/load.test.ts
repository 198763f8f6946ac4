import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { tributary } from './tributary.ts'

describe('tributary plan and load', () => {
  let folder: string
  let store: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-load-'))
    cpSync(join(packageRoot, 'catalogues/example'), folder, { recursive: true })
    store = `file:${join(folder, '.tributary/graph')}`
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('plans, loads, and finds nothing to do the second time', async () => {
    const plan = await tributary(['plan', '--store', store], { cwd: folder })
    expect(plan.code).toBe(0)
    expect(plan.stdout).toContain('+ application/ticketing  ')
    expect(plan.stdout).toMatch(/Plan: \d+ items to add, 0 to change, 0 to remove; relations: \d+ to add/)
    const load = await tributary(['load', '--store', store], { cwd: folder })
    expect(load.stdout).toContain('Loaded as revision 1.')
    const again = await tributary(['load', '--store', store], { cwd: folder })
    expect(again.stdout).toBe('No changes. The graph holds what the catalogue says.\n')
  })

  it('plans one changed field, and answers as JSON', async () => {
    const team = join(folder, 'teams/service-desk.md')
    const before = readFileSync(team, 'utf8')
    writeFileSync(team, before.replace(/^contact: .*$/m, 'contact: "extension 4711"'))
    const plan = await tributary(['plan', '--store', store], { cwd: folder })
    expect(plan.stdout).toContain('~ team/service-desk\n    ~ contact: ')
    expect(plan.stdout).toContain('→ extension 4711')
    const load = await tributary(['load', '--store', store, '--format', 'json'], { cwd: folder })
    expect(JSON.parse(load.stdout)).toMatchObject({
      number: 2,
      added: 0,
      changed: 1,
      removed: 0,
      changes: [{ id: 'team/service-desk' }],
    })
  })

  it('stops before it removes more than a fifth', async () => {
    const load = await tributary(['load', '--store', store, '--catalogue', join(packageRoot, 'catalogues/itil4')])
    expect(load.code).toBe(1)
    expect(load.stderr).toMatch(/would remove \d+ of \d+ items, more than a fifth: nothing was changed/)
    expect(load.stderr).toContain('--allow-large-removal')
    const loaded = await tributary([
      'load',
      '--store',
      store,
      '--catalogue',
      join(packageRoot, 'catalogues/itil4'),
      '--allow-large-removal',
    ])
    expect(loaded.code).toBe(0)
  })

  it('says what to do when the graph can’t be reached', async () => {
    const load = await tributary(['load', '--store', 'bolt://127.0.0.1:1', '--catalogue', 'catalogues/itil4'])
    expect(load.code).toBe(1)
    expect(load.stderr).toContain("can't be reached")
  })
})
