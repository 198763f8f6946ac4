import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { tributary } from './tributary.ts'

const example = ['--catalogue', 'catalogues/example']

describe('tributary stream', () => {
  it('lists all value streams without an id', async () => {
    const { code, stdout } = await tributary(['stream', ...example])
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^resolve-user-incident {2,}Resolve a user's incident {2,}to-be {2,}2 d 4 h 7 min {2,}7.3 % +6$/m,
    )
    expect(
      stdout
        .trim()
        .split('\n')
        .filter((line) => /^[a-z]/.test(line)),
    ).toHaveLength(9)
    const json = await tributary(['stream', ...example, '--format', 'json'])
    expect(JSON.parse(json.stdout)).toMatchObject({
      revision: 1,
      streams: expect.arrayContaining([
        expect.objectContaining({ id: 'value-stream/resolve-user-incident', practices: { totalCount: 6 } }),
      ]),
    })
  })

  it('reports on one under headings, within 100 columns', async () => {
    const { code, stdout } = await tributary(['stream', 'resolve-user-incident', ...example])
    expect(code).toBe(0)
    const headings = stdout.split('\n').filter((line) => /^[A-Z][A-Z -]+$/.test(line))
    expect(headings).toEqual(['MEASURES', 'STEPS', 'LOOPS', 'PRACTICES', 'SIX QUESTIONS', 'AS-IS AGAINST TO-BE'])
    expect(stdout).toContain('Working time: a day is 8 h, a week 5 days.')
    expect(stdout).toMatch(
      /^ {2}\* {2}Capture the report {2,}6 min {2,}10 min {2,}4 min {2}95 % {4}1.00 {2,}[\d.]+ %$/m,
    )
    expect(stdout).toMatch(/^ {2}Confirm with the user {2}Find a solution or a workaround {2,}8.0 % {3}0.09$/m)
    expect(stdout).toMatch(/^ {2}Incident management {2,}[\d.]+ % +[\d.]+ % {2}Find a solution or a workaround/m)
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([])
    expect(stdout.split('\n').filter((line) => line.endsWith(' '))).toEqual([])
  })

  it('takes the whole id, and prints the parts asked for', async () => {
    const { stdout } = await tributary(['stream', 'value-stream/major-incident', '--only', 'practices', ...example])
    expect(stdout).toContain('\nPRACTICES\n')
    expect(stdout).not.toContain('MEASURES')
    expect(stdout).not.toContain('SIX QUESTIONS')
  })

  it('answers as JSON: the API’s fields, as on the day asked for', async () => {
    const run = await tributary(['stream', 'major-incident', '--today', '2027-01-02', '--format', 'json', ...example])
    const { revision, stream } = JSON.parse(run.stdout)
    expect(revision).toBe(1)
    expect(Object.keys(stream)).toEqual(expect.arrayContaining(['measures', 'contributions', 'answers', 'comparisons']))
    expect(stream.steps).toHaveLength(9)
    expect(stream.answers[4].contracts).toContainEqual(
      expect.objectContaining({
        contract: expect.objectContaining({ id: 'contract/monitoring-subscription' }),
        daysLeft: -2,
      }),
    )
  })

  it('says which streams there are when there is no such one', async () => {
    const { code, stdout, stderr } = await tributary(['stream', 'resolve-incidents', ...example])
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('There is no value stream "resolve-incidents". Did you mean "resolve-user-incident", ')
    expect(stderr).toContain('onboard-supplier')
    const against = await tributary(['stream', 'major-incident', '--against', 'major', ...example])
    expect(against.code).toBe(1)
    expect(against.stderr).toContain('There is no value stream "major". Did you mean "major-incident"')
  })

  it('compares two streams: the as-is one was observed, whichever is named first', async () => {
    const night = ['resolve-user-incident', '--against', 'resolve-user-incident-night', ...example]
    const { code, stdout } = await tributary(['stream', ...night])
    expect(code).toBe(0)
    expect(stdout).toContain('As-is  How a night incident is resolved today (value-stream/resolve-user-incident-night)')
    expect(stdout).toMatch(/^ {2}Lead time {2,}2 d 4 h 33 min {2,}2 d 4 h 7 min {2,}−26 min {2}better$/m)
    expect(stdout).toContain('(none: the step falls away)')
    const json = await tributary(['stream', ...night, '--format', 'json'])
    expect(JSON.parse(json.stdout).comparison.toBe.id).toBe('value-stream/resolve-user-incident')
    const alike = await tributary(['stream', 'onboard-supplier', '--against', 'major-incident', ...example])
    expect(alike.stdout).toContain('As-is  Bring a new supplier on board')
  })

  it('asks the catalogue that is named, whatever store the environment names', async () => {
    const { code } = await tributary(['stream', ...example], { env: { TRIBUTARY_STORE: 'bolt://127.0.0.1:1' } })
    expect(code).toBe(0)
    expect((await tributary(['stream', ...example, '--store', 'memory:'])).code).toBe(2)
  })

  it('says why figures can’t be worked out, and what is not recorded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tributary-stream-'))
    const stream = (name: string, ...steps: string[]): void => {
      const about =
        'perspective: TO_BE\nsituation: any\nstarts: DEMAND\ntrigger: any\nvalue: any\nvalueFor: [staff]\nsteps:\n'
      writeFileSync(join(folder, 'value-streams', `${name}.yaml`), `name: ${name}\n${about}${steps.join('')}`)
    }
    const step = (id: string, next = ''): string =>
      `  - { id: ${id}, name: Step ${id}, activity: engage, practices: [service-desk]${next} }\n`
    mkdirSync(join(folder, 'value-streams'))
    mkdirSync(join(folder, 'stakeholders'))
    writeFileSync(join(folder, 'tributary.config.yaml'), 'name: small\nextends: [itil4]\n')
    writeFileSync(join(folder, 'stakeholders/staff.yaml'), 'name: Staff\nform: USER\n')
    stream('bare', step('a'), step('b'))
    stream('endless', step('a', ', next: [b]'), step('b', ', next: [a]'))
    try {
      const bare = await tributary(['stream', 'bare', '--catalogue', folder])
      expect(bare.stdout).toMatch(/^ {2}Lead time {2,}not recorded \[1\]$/m)
      expect(bare.stdout).toContain('\n  [1] 2 of 2 steps have no lead time.\n')
      expect(bare.stdout).toContain('It replaces no other stream, and none is to replace it.')
      const endless = await tributary(['stream', 'endless', '--catalogue', folder])
      expect(endless.code).toBe(0)
      expect(endless.stdout).toContain('The figures can’t be worked out:\n  - From steps')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('ends quietly where nobody reads on', async () => {
    const args = [join(packageRoot, 'cli/tributary.mjs'), 'stream', 'major-incident', ...example]
    const child = spawn(process.execPath, args, { cwd: packageRoot })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
    expect(stderr).not.toContain('EPIPE')
  })

  it('exits with 2 when it is used wrongly', async () => {
    expect((await tributary(['stream', '--only', 'measures', ...example])).code).toBe(2)
    expect((await tributary(['stream', 'major-incident', '--only', 'everything', ...example])).code).toBe(2)
    expect((await tributary(['stream', 'a', '--against', 'b', '--only', 'measures', ...example])).code).toBe(2)
  })
})
