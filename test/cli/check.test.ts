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
        '    Did you mean "team/service-desk"? (Likely: --fix unknown-reference writes it.)\n' +
        'applications/mail.yaml:3:1  error  unknown-field  Application has no field "lifecycel".\n' +
        '    Did you mean "lifecycle"?\n',
    )
    expect(run.stderr).toBe('2 files read: 2 errors.\n')
  })

  it('refuses to mend by a rule that there isn’t', async () => {
    const run = await tributary(['check', '--fix', 'unknown-refrence'], { cwd: folder })
    expect([run.code, run.stdout, run.stderr]).toStrictEqual([
      2,
      '',
      expect.stringMatching(/^There is no rule "unknown-refrence"\. Did you mean "unknown-reference", /),
    ])
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

  it('answers as GitHub’s annotations, with paths from the repository or the folder that it runs in', async () => {
    const run = await tributary(['check', '--format', 'github'], { cwd: folder })
    expect(run.code).toBe(1)
    expect(run.stdout.split('\n')[0]).toBe(
      '::error file=applications/mail.yaml,line=2,col=8,title=unknown-reference::There is no item "team/service-dsk". Did you mean "team/service-desk"?',
    )
  })

  it('reports what one owner can mend, and refuses an owner that doesn’t exist', async () => {
    const check = (owner: string, ...more: string[]) =>
      tributary(['check', '-c', 'catalogues/example', '--today', '2026-11-22', '--owner', owner, ...more])
    const run = await check('team/network', '--format', 'json')
    const { findings } = JSON.parse(run.stdout) as { findings: readonly { owner: string }[] }
    expect(findings.length).toBeGreaterThan(0)
    expect(new Set(findings.map(({ owner }) => owner))).toStrictEqual(new Set(['team/network']))
    const unknown = await check('team/netwrok')
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('Did you mean "team/network"')
  })

  it('accepts what is there, and reports what comes after', async () => {
    const file = join(folder, 'known.json')
    const check = (...more: string[]) =>
      tributary(['check', '-c', 'catalogues/example', '--today', '2026-11-22', '--strict', ...more])
    const written = await check('--write-baseline', file)
    expect(written.code).toBe(0)
    expect(written.stderr).toMatch(/known\.json written: \d+ warnings, \d+ remarks known from now on\.\n$/)
    const known = await check('--baseline', file)
    expect(known).toMatchObject({ code: 0, stdout: '' })
    expect(known.stderr).toMatch(/^\d+ files read: no findings; known: \d+ warnings, \d+ remarks\.\n$/)
    // A year later contracts have ended since: new findings, and some known ones say something else now.
    const later = await tributary(['check', '-c', 'catalogues/example', '--today', '2027-11-22', '--baseline', file])
    expect(later.stdout).toContain('contract-past-notice')
    expect(later.stderr).toMatch(/known findings no longer occur; --write-baseline takes them off:\n {2}contract\//)
  })

  it('says when a baseline isn’t there or is something else', async () => {
    const missing = await tributary(['check', '--baseline', 'nothing.json'], { cwd: folder })
    expect(missing.code).toBe(2)
    expect(missing.stderr).toBe('There is no file nothing.json: write it with --write-baseline nothing.json.\n')
    const other = await tributary(['check', '--baseline', 'tributary.config.yaml'], { cwd: folder })
    expect(other.code).toBe(2)
    expect(other.stderr).toContain("tributary.config.yaml is no baseline. It isn't JSON")
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
