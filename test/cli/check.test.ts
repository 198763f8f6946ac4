import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tributary } from './tributary.ts'

describe('tributary check', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-check-'))
    mkdirSync(join(folder, 'applications'))
    writeFileSync(join(folder, 'tributary.config.yaml'), 'name: broken\n')
    writeFileSync(join(folder, 'applications/mail.yaml'), 'name: Mail\nowner: team/service-dsk\nlifecycel: LIVE\n')
    mkdirSync(join(folder, 'teams'))
    writeFileSync(join(folder, 'teams/service-desk.yaml'), 'name: Service desk\n')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('finds nothing wrong with the example and exits with 0', async () => {
    const run = await tributary(['check', '--catalogue', 'catalogues/example', '--today', '2026-11-22'])
    expect(run.code).toBe(0)
    expect(run.stdout).not.toContain('  error  ')
    expect(run.stderr).toMatch(/^\d+ files read: \d+ warnings, \d+ remarks\.\n$/)
  })

  it('counts warnings as problems with --strict', async () => {
    const run = await tributary(['check', '--catalogue', 'catalogues/example', '--today', '2026-11-22', '--strict'])
    expect(run.code).toBe(1)
  })

  it('reports every problem with its place and exits with 1', async () => {
    const run = await tributary(['check'], { cwd: folder })
    expect(run.code).toBe(1)
    expect(run.stdout).toBe(
      'applications/mail.yaml:2:8  error  unknown-reference  There is no item "team/service-dsk".\n' +
        '    Did you mean "team/service-desk"?\n' +
        'applications/mail.yaml:3:1  error  unknown-field  Application has no field "lifecycel".\n' +
        '    Did you mean "lifecycle"?\n',
    )
    expect(run.stderr).toBe('2 files read: 2 errors.\n')
  })

  it('answers as JSON and as SARIF', async () => {
    const json = await tributary(['check', '--format', 'json'], { cwd: folder })
    expect(JSON.parse(json.stdout)).toMatchObject({
      findings: [
        { line: 2, column: 8, severity: 'error', rule: 'unknown-reference', item: 'application/mail', layer: 'broken' },
        { line: 3, column: 1, severity: 'error', rule: 'unknown-field' },
      ],
    })
    const sarif = await tributary(['check', '--format', 'sarif'], { cwd: folder })
    expect(JSON.parse(sarif.stdout)).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'unknown-reference', level: 'error' }, {}] }],
    })
  })

  it('says what a folder without a catalogue needs', async () => {
    const run = await tributary(['check', '--catalogue', tmpdir()])
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('This folder is no catalogue: it has no tributary.config.yaml.')
  })

  it('exits with 2 when it is used wrongly', async () => {
    expect((await tributary(['check', '--today', 'tomorrow'])).code).toBe(2)
    expect((await tributary(['check', '--format', 'xml'])).code).toBe(2)
    expect((await tributary(['chekc'])).stderr).toContain('Did you mean check?')
  })
})
