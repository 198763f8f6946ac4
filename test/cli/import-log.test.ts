import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { packageRoot } from '../../graph/package-root.ts'
import { sampleLines, shapes } from '../graph/stream/event-log/sample-logs.ts'
import { tributary } from './tributary.ts'

const today = ['--today', '2026-11-22']

describe('tributary import log', () => {
  let folder: string
  let log: string
  let catalogue: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-import-'))
    log = join(folder, 'incident_event-log.csv')
    writeFileSync(log, shapes.ticketUpdates(sampleLines(120, { shuffled: true })))
    catalogue = join(folder, 'catalogue')
    cpSync(join(packageRoot, 'catalogues/example'), catalogue, { recursive: true })
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('prints the stream’s file, and on stderr what it took for what', async () => {
    const run = await tributary(['import', 'log', log, ...today])
    expect(run.code).toBe(0)
    expect(parse(run.stdout)).toMatchObject({
      name: 'Incident event log',
      perspective: 'AS_IS',
      timesIn: 'ELAPSED_TIME',
      mapped: { on: '2026-11-22', cases: 120 },
      steps: [
        { id: 'open', leadTime: '12 min' },
        { id: 'assignment' },
        {
          id: 'work',
          next: [
            { to: 'resolved', share: 74.21 },
            { to: 'assignment', share: 24.53, rework: true },
          ],
        },
        { id: 'resolved' },
        { id: 'closed', next: [] },
      ],
    })
    expect(run.stderr).toContain(
      `incident_event-log.csv is CSV: values divided by ",", text in UTF-8.
  case      number
  activity  incident_state  each line begins it (--stamps start), and repeats are one visit (--repeats merge)
  time      sys_updated_at  the day comes first (--date-order)
  resource  assignment_group
  missing   "?" (168 times)

674 lines, 120 cases. The stream has 5 steps, found in 120 cases from 2027-01-04 to 2027-01-19: 100% of the finished ones (--coverage 1).

A case takes 55 min on average (median 52 min, 90th percentile 1 h 18 min) in the log; by this stream’s times and shares 56 min. Its times are medians (--times median).
`,
    )
    expect(run.stderr).toContain('     39      24.5%     32.5%  Work → Assignment\n')
    expect(run.stderr).toMatch(
      /\nNext: save it in your catalogue as value-streams\/incident-event-log\.yaml, and write/,
    )
  })

  it('answers as JSON', async () => {
    const packed = join(folder, 'log.xes.gz')
    writeFileSync(packed, gzipSync(shapes.xes(sampleLines(40))))
    const run = await tributary(['import', 'log', packed, '--format', 'json', '--resource', 'resource country'])
    expect(JSON.parse(run.stdout)).toMatchObject({
      source: { name: 'log.xes.gz', format: 'XES', packed: true, columns: { resource: 'resource country' } },
      found: {
        cases: 40,
        coverage: 1,
        variants: { count: 2, kept: 2, list: [{ cases: 26, share: 0.65, kept: true }, { coverage: 1 }] },
        loops: [{ from: 'Work', to: 'Assignment', count: 14, share: 14 / 54, caseShare: 0.35 }],
      },
    })
  })

  it('does as it is told', async () => {
    const said = ['--name', 'Told', '--case', 'number', '--activity', 'incident_state', '--time', 'sys_updated_at', '--stamps', 'end', '--repeats', 'keep', '--date-order', 'day-first', '--working-hours', '08:00', '--end', 'Closed', '--end', 'Resolved', '--coverage', '50%', '--least-share', '0'] // prettier-ignore
    const run = await tributary(['import', 'log', log, ...said])
    expect(run.code).toBe(0)
    const stream = parse(run.stdout) as { mapped: { method: string } }
    expect(stream).toMatchObject({ name: 'Told', timesIn: 'WORKING_TIME', mapped: { cases: 79 } })
    expect(stream.mapped.method).toContain('medians of working time, 08:00 to 16:00 on 5 days a week. A case takes 15 min on average (median 0 min, 90th percentile 56 min) in the log; by this stream’s times and shares 0 min. Each line is taken for the end of a step.') // prettier-ignore
    expect(stream.mapped.method).toContain('Left out: 2 cases that aren’t finished: the last activity is none of those named: Work (2 times). 39 cases of 1 rare variant (--coverage), and with them 1 loop: Work → Assignment (39 times).') // prettier-ignore
  })

  it('takes means where it is told so, and says what the log and the stream have in common', async () => {
    const run = await tributary(['import', 'log', log, '--end', 'Closed', '--times', 'mean', '--format', 'json'])
    const { found } = JSON.parse(run.stdout) as { found: { agreement: { log: { mean: number }; byMeans: number } } }
    expect(found).toMatchObject({ settings: { times: 'MEAN', coverage: 1 }, agreement: { log: { count: 118 } } })
    expect(found.agreement.byMeans).toBeCloseTo(found.agreement.log.mean, 0)
    expect(run.stderr).toContain('Its times are means (--times mean).')
  })

  it('reads several dates of one line a case', async () => {
    const wide = join(folder, 'wide.csv')
    writeFileSync(wide, 'Number,Opened,Resolved,Closed,State\n1,2027-01-04,2027-01-05,2027-01-06,Closed\n2,2027-01-04,,2027-01-07,Closed\n') // prettier-ignore
    const all = await tributary(['import', 'log', wide])
    expect(all.stderr).toContain('5 dates, 2 cases. The stream has 3 steps')
    const two = await tributary(['import', 'log', wide, '--time', 'Opened', '--time', 'Closed'])
    expect(two.stderr).toContain('4 dates, 2 cases. The stream has 2 steps')
  })

  it('writes into a catalogue a stream of which check says what is missing, and which is clean when that is written', async () => {
    const write = ['import', 'log', log, '--catalogue', catalogue, '--name', 'Incidents of January', ...today]
    const run = await tributary(write)
    const path = join(catalogue, 'value-streams/incidents-of-january.yaml')
    expect([run.code, run.stdout]).toEqual([0, `${path}\n`])
    const open = await tributary(['check', ...today], { cwd: catalogue })
    expect(open.code).toBe(1)
    const missing = [...open.stdout.matchAll(/^(\S+):\d+:\d+ +error +required-field .*?"(\w+)"/gm)]
    expect(new Set(missing.map(([, file]) => file))).toEqual(new Set(['value-streams/incidents-of-january.yaml']))
    expect(missing.map(([, , field]) => field).sort()).toEqual([
      ...Array<string>(5).fill('activity'),
      ...Array<string>(5).fill('practices'),
      'situation',
      'starts',
      'trigger',
      'value',
      'valueFor',
    ])

    const document = parseDocument(readFileSync(path, 'utf8'))
    const written = { situation: 'January.', starts: 'DEMAND', trigger: '"It fails."', value: 'It works again.', valueFor: ['employee'], owner: 'team/service-desk' } // prettier-ignore
    for (const [field, value] of Object.entries(written)) document.set(field, value)
    document.setIn(['mapped', 'where'], 'Head office')
    for (let step = 0; step < 5; step += 1) {
      document.setIn(['steps', step, 'activity'], 'deliver-and-support')
      document.setIn(['steps', step, 'practices'], ['incident-management'])
    }
    writeFileSync(path, document.toString())
    const filled = await tributary(['check', ...today], { cwd: catalogue })
    expect(filled.code).toBe(0)
    const about = filled.stdout.split('\n').filter((line) => line.startsWith('value-streams/incidents-of-january.yaml'))
    expect(about.filter((line) => !line.includes('unanswered-question'))).toEqual([])

    const again = await tributary(write)
    expect([again.code, again.stderr]).toEqual([
      1,
      `${path} is there already. Choose another --name, or overwrite it with --replace.\n`,
    ])
    expect(readFileSync(path, 'utf8')).toContain('situation: January.')
    expect((await tributary([...write, '--replace'])).code).toBe(0)
    expect(readFileSync(path, 'utf8')).not.toContain('situation: January.')
    const other = await tributary([...write, '--name', 'Major incident'])
    expect(other.stderr).toMatch(/major-incident\.md is there already\. Choose another --name\.\n$/)
  })

  it('counts working time as long as the catalogue’s days are', async () => {
    const own = join(folder, 'own')
    cpSync(join(packageRoot, 'catalogues/itil4'), own, { recursive: true })
    writeFileSync(join(own, 'tributary.config.yaml'), 'name: own\ncalendar:\n  hoursPerDay: 10\n  daysPerWeek: 6\n')
    const run = await tributary(['import', 'log', log, '--catalogue', own, '--working-hours', '07:00'])
    expect(run.stderr).toContain('working time, 07:00 to 17:00 on 6 days a week.')
  })

  it('says what is wrong with a log, with file and line, and exits with 1', async () => {
    const bad = join(folder, 'bad.csv')
    writeFileSync(bad, 'case,activity,time\n1,Open,2027-01-07\n1,Close\n')
    const run = await tributary(['import', 'log', bad, '--catalogue', catalogue])
    expect([run.code, run.stdout]).toEqual([1, ''])
    expect(run.stderr).toBe(
      `${bad}:3: This row has 2 values, the heading 3. Put values that have a "," or a line break in them into quotes.\n`,
    )
    expect(existsSync(join(catalogue, 'value-streams/bad.yaml'))).toBe(false)
    expect((await tributary(['import', 'log', join(folder, 'none.csv')])).code).toBe(1)
    const nowhere = await tributary(['import', 'log', log, '--catalogue', folder])
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('is no catalogue')])
  })

  it('exits with 2 when it is used wrongly, and helps', async () => {
    expect((await tributary(['import'])).code).toBe(2)
    expect((await tributary(['import', 'log'])).code).toBe(2)
    expect((await tributary(['import', 'log', log, '--coverage', '80'])).stderr).toContain('0.8 or 80%')
    expect((await tributary(['import', 'log', log, '--working-hours', '9-17'])).code).toBe(2)
    expect((await tributary(['import', 'log', log, '--stamps', 'middle'])).code).toBe(2)
    const help = await tributary(['import', 'log', '--help'])
    expect([help.code, help.stdout]).toEqual([
      0,
      expect.stringContaining('Usage: tributary import log [options] <file>'),
    ])
  })

  it('takes a hundred thousand events in its stride', async () => {
    const large = join(folder, 'large.csv')
    writeFileSync(large, shapes.incidentActivities(sampleLines(18_000, { shuffled: true })))
    const peak = 'process.on("exit", () => process.stderr.write("PEAK " + process.resourceUsage().maxRSS))'
    const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(peak)}` }
    const started = performance.now()
    const run = await tributary(['import', 'log', large], { env })
    expect(run.stderr).toContain('101,040 lines, 18,000 cases.')
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(Number(/PEAK (\d+)/.exec(run.stderr)?.[1])).toBeLessThan(600_000)
  })
})
