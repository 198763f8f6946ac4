import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { describeLog } from '../../../../graph/stream/event-log/describe-log.ts'
import { importLog } from '../../../../graph/stream/event-log/import-log.ts'
import type { LogDiscovery } from '../../../../graph/stream/event-log/log-discovery.ts'
import type { LogEvent } from '../../../../graph/stream/event-log/log-event.ts'
import { openLog } from '../../../../graph/stream/event-log/read-log.ts'
import type { LogSource, ReadLogOptions } from '../../../../graph/stream/event-log/read-log.ts'
import { streamFile } from '../../../../graph/stream/event-log/stream-file.ts'
import { sampleLines, shapes } from './sample-logs.ts'

const folder = mkdtempSync(join(tmpdir(), 'tributary-logs-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Writes a log. @returns its path. */
function file(content: string | Uint8Array, name = 'log.csv'): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function read(path: string, options?: ReadLogOptions): Promise<{ events: LogEvent[]; source: LogSource }> {
  const log = await openLog(path, options)
  const events: LogEvent[] = []
  for await (const event of log.events) events.push(event)
  return { events, source: log.source() }
}

/** Why a log is refused, without the folder. */
const refusal = async (path: string, options?: ReadLogOptions): Promise<string> =>
  importLog(path, options).then(
    () => 'It was not refused.',
    (error: unknown) => String(error).replace(`${folder}/`, ''),
  )

/** What all shapes of one log must have in common: everything but what the shapes say differently. */
const figures = ({ caseTimes, variants, follows, loops, endings }: LogDiscovery): unknown => ({
  lead: caseTimes.lead,
  variants,
  follows: follows.map((way) => ({ ...way, resourceChanges: 0 })),
  loops: loops.map(({ from, to, count }) => [from, to, count]),
  endings,
})

describe('importLog', () => {
  const lines = sampleLines(120, { shuffled: true })

  it.each([
    ['ticketUpdates', ['number', 'incident_state', 'sys_updated_at', 'assignment_group'], 'BEGIN'],
    ['incidentActivities', ['Incident ID', 'IncidentActivity_Type', 'DateStamp', 'Assignment Group'], 'END'],
    ['helpdesk', ['Case ID', 'Activity', 'Complete Timestamp', 'Resource'], 'END'],
    ['issueHistory', ['Issue key', 'To status', 'Changed', 'Author'], 'BEGIN'],
    ['xes', ['concept:name', 'concept:name', 'time:timestamp', undefined], 'END'],
  ] as const)('finds the same in lines of any order of each shape: %s', async (shape, columns, stamps) => {
    const { source, found } = await importLog(file(shapes[shape](lines)), { ends: ['Closed'] })
    const names = ['case', 'activity', 'time', 'resource'] as const
    const read: Partial<Record<string, unknown>> = { ...source.columns }
    expect(names.map((name) => read[name])).toEqual(columns)
    expect(found.settings.stamps).toBe(stamps)
    expect(found.follows.every(({ resourceChanges }) => resourceChanges !== undefined)).toBe(true)
    const sorted = await importLog(file(shapes.helpdesk(sampleLines(120)), 'sorted.csv'), { ends: ['Closed'] })
    expect(figures(found)).toEqual(figures(sorted.found))
    expect([found.cases, found.keptCases, found.loops.map(({ count }) => count)]).toEqual([120, 118, [39]])
  })

  it('says file and line of what it refuses', async () => {
    expect(await refusal(file('case,activity,time\n1,Open,2027-01-07\n1,Close\n'))).toBe(
      'LogError: log.csv:3: This row has 2 values, the heading 3. Put values that have a "," or a line break in them into quotes.',
    )
    expect(await refusal(file('case,activity,time\n1,"Open,2027-01-07\n1,Close,2027-01-08\n'))).toMatch(
      /^LogError: log\.csv:\d: A quote \("\) is opened before here and never closed\./,
    )
    expect(await refusal(file('case,activity,time\n1,Open "it",2027-01-07\n'))).toMatch(
      /^LogError: log\.csv:2: There is a quote \("\) in the middle of a value\./,
    )
  })

  it('refuses what it can’t make out', async () => {
    expect(await refusal(join(folder, 'none.csv'))).toBe('LogError: none.csv: There is no such file.')
    expect(await refusal(folder)).toMatch(/: This is a folder\. Name the log’s file in it\.$/)
    expect(await refusal(file(''))).toBe('LogError: log.csv: The file is empty.')
    expect(await refusal(file('\uFEFF \n\n'))).toBe('LogError: log.csv: The file is empty.')
    expect(await refusal(file('case,activity,time\n'))).toBe('LogError: log.csv: The log has no events.')
    expect(await refusal(file('just some words\nand more\n'))).toMatch(/: This is neither a table nor XES/)
    expect(await refusal(file('[{"case": 1, "activity": "Open"}]'))).toMatch(/: This is neither a table nor XES/)
    expect(await refusal(file(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])))).toMatch(/: This is no text\./)
    expect(await refusal(file('PK\u0003\u0004\0\0'))).toMatch(/: This is a zip archive or a workbook \(\.xlsx\)\./)
    const packed = gzipSync(shapes.helpdesk(lines))
    expect(await refusal(file(packed.subarray(0, 500)))).toMatch(/: The packed file is cut off\. Fetch it again\.$/)
    expect(await refusal(file(packed.map((byte, i) => (i > 200 ? 7 : byte))))).toMatch(/: The packed file is damaged\./)
  })

  it('refuses cases that all lack a time, and cases that never end', async () => {
    expect(await refusal(file('case,activity,time\n1,Open,?\n1,Close,2027-01-07\n'))).toBe(
      'LogError: log.csv: Every case has a line without a timestamp, so that none is left.',
    )
    const open = Array.from({ length: 200 }, (_, i) => `1${String(i)},Open,2027-01-07\n1${String(i)},Wait ${String(i)},2027-01-08\n`) // prettier-ignore
    expect(await refusal(file(`case,activity,time\n${open.join('')}`))).toBe(
      'LogError: log.csv: No activity ends as many as 1% of the cases, so that none can be taken for finished. Say with which activities a case ends: --end <activity>.',
    )
  })
})

describe('openLog: tables', () => {
  it.each([',', ';', '\t', '|'])('finds values divided by "%s"', async (sign) => {
    const rows = [
      ['case', 'activity', 'time', 'note, and | more; notes'],
      ['1', 'Open', '2027-01-07', `a${sign}"quoted"\nvalue, ; |`],
      ['1', 'Close', '2027-01-08', ''],
    ]
    const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(sign)).join('\r\n')
    const { events, source } = await read(file(text))
    expect(source.delimiter).toBe(sign)
    expect(events.map(({ activity, time }) => [activity, time])).toEqual([
      ['Open', '2027-01-07'],
      ['Close', '2027-01-08'],
    ])
  })

  it('follows Excel’s first line, and passes over empty lines and headings that come twice', async () => {
    const { events, source } = await read(
      file('sep=;\r\ncase;activity;time;case;\r\n\r\n1;Open, wide;2027-01-07;2;\r\n;;;;\r\n'),
    )
    expect(events).toMatchObject([{ case: '1', activity: 'Open, wide' }])
    expect(source.twice).toEqual(['case'])
  })

  const accents = 'case,activity,time\n1,Prüfung,2027-01-07\n'
  it.each([
    ['UTF-8', Buffer.from(accents)],
    ['UTF-8', Buffer.from(`\uFEFF${accents}`)],
    ['UTF-16', Buffer.from(`\uFEFF${accents}`, 'utf16le')],
    ['UTF-16', Buffer.from(`\uFEFF${accents}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(accents, 'latin1')],
  ])('reads text in %s', async (encoding, content) => {
    for (const path of [file(content), file(gzipSync(content), 'packed')]) {
      const { events, source } = await read(path)
      expect(source).toMatchObject({ encoding, damaged: false, packed: path.endsWith('packed') })
      expect(events).toEqual([{ case: '1', activity: 'Prüfung', time: '2027-01-07', start: '', resource: '' }])
    }
  })

  it('notices late that text isn’t UTF-8, or that it is damaged', async () => {
    const many = '1,Close,2027-01-07\n'.repeat(40_000)
    const late = await read(file(Buffer.from(`case,activity,time\n${many}1,Prüfung,2027-01-07\n`, 'latin1')))
    expect(late.source.encoding).toBe('Windows-1252')
    expect(late.events.at(-1)?.activity).toBe('Prüfung')
    const bytes = Buffer.concat([
      Buffer.from(`${accents}${many}1,Pr`),
      Buffer.from([0xfc]),
      Buffer.from('f,2027-01-07\n'),
    ])
    const damaged = await read(file(bytes))
    expect(damaged.source).toMatchObject({ encoding: 'UTF-8', damaged: true })
    expect(damaged.events.at(-1)?.activity).toBe('Pr\uFFFDf')
  })

  it('keeps characters whole that two pieces of the file share', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const text = `case,activity,time\n1,${'x'.repeat(shift)}${'🌊'.repeat(100_000)},2027-01-07\n`
      const { events, source } = await read(file(text))
      expect(events[0]?.activity).toBe(`${'x'.repeat(shift)}${'🌊'.repeat(100_000)}`)
      expect(source).toMatchObject({ encoding: 'UTF-8', damaged: false })
    }
  })

  it('takes "?", "NULL", "N/A" and "-" for missing, and says how many there were', async () => {
    const { events, source } = await read(
      file(
        'case,activity,time,user\n1,Open,2027-01-07,?\n1,Ask,NULL,?\n1,N/A,2027-01-07,-\n1,Close?,2027-01-07,No one\n',
      ),
    )
    expect(source.missing).toEqual({ '?': 2, NULL: 1, 'N/A': 1, '-': 1 })
    expect(events.map(({ activity, time, resource }) => [activity, time, resource])).toEqual([
      ['Open', '2027-01-07', ''],
      ['Ask', '', ''],
      ['', '2027-01-07', ''],
      ['Close?', '2027-01-07', 'No one'],
    ])
  })

  it('tells how far it is', async () => {
    const told: number[][] = []
    await read(file(accents.repeat(3)), { onRead: (bytes, of) => told.push([bytes, of]) })
    expect(told).toEqual([[Buffer.byteLength(accents) * 3, Buffer.byteLength(accents) * 3]])
  })
})

describe('openLog: XES', () => {
  const xes = (inside: string): string => file(`<?xml version="1.0"?>\n${inside}`, 'log.xes')

  it('refuses broken XML and XML that is no log', async () => {
    expect(await refusal(xes('<log>\n<trace><event></trace></log>'))).toMatch(
      /^LogError: log\.xes:3: The XML is broken: /,
    )
    expect(await refusal(xes('<log><trace>\n'))).toMatch(/^LogError: log\.xes:3: The XML is broken: unclosed tag/)
    expect(await refusal(xes('<html><body/></html>'))).toBe(
      'LogError: log.xes:2: This is XML, but no XES: it begins with <html>, not with <log>.',
    )
    expect(await refusal(xes('<log></log>'))).toBe('LogError: log.xes: The log has no events.')
  })

  it('isn’t hurt by entities that stand for more of themselves, nor by one endless tag', async () => {
    const entities = Array.from(
      { length: 20 },
      (_, i) => `<!ENTITY e${String(i + 1)} "${`&e${String(i)};`.repeat(10)}">`,
    )
    const bomb = `<!DOCTYPE log [<!ENTITY e0 "boom">${entities.join('')}]>`
    const event = (name: string): string => `<trace><event><string key="concept:name" value="${name}"/></event></trace>`
    expect(await refusal(xes(`${bomb}<log>${event('&e20;')}</log>`))).toMatch(/undefined entity/)
    expect(await refusal(xes(`<!DOCTYPE log SYSTEM "file:///etc/passwd"><log>${event('x')}</log>`))).toMatch(
      /No line of this log has a timestamp/,
    )
    const endless = `<log><string key="${'x'.repeat(11_000_000)}"/></log>`
    expect(await refusal(xes(endless))).toMatch(/There is no tag in ten million characters/)
  })

  it('reads the keys that are named, and refuses those that no event has', async () => {
    const path = file(shapes.xes(sampleLines(10)), 'named.xes')
    const { source, events } = await read(path, { columns: { resource: 'resource country' } })
    expect(source.columns).toMatchObject({ resource: 'resource country' })
    expect(events[0]?.resource).toBe('se')
    expect(await refusal(path, { columns: { activity: 'concept:nam' } })).toMatch(
      /^LogError: named\.xes: No event of the log has "concept:nam"\. Did you mean "concept:name"\? They have "org:group"/,
    )
  })
})

describe('importLog: one line a case with several dates', () => {
  const wide = [
    'Number,Opened,Due date,Resolved,Closed,State,Group',
    'INC1,2027-01-04 08:00,2027-01-08,2027-01-04 10:00,2027-01-05 08:00,Closed,A',
    'INC2,2027-01-04 09:00,2027-01-08,2027-01-04 11:00,2027-01-05 09:00,Closed,A',
    'INC3,2027-01-04 10:00,2027-01-08,,2027-01-05 10:00,Closed,B',
  ].join('\n')
  const steps = (found: LogDiscovery): unknown => found.steps.map(({ name, activity }) => [name, activity?.visits])

  it('reads each date as an event named after its column, without those of plans, and says so', async () => {
    const imported = await importLog(file(wide))
    expect(imported.source.columns).toEqual({ case: 'Number', dates: ['Opened', 'Resolved', 'Closed'] })
    const { found } = imported
    expect([found.lines, found.cases, found.caseTimes.lead?.median]).toEqual([8, 3, 24 * 60])
    expect(steps(found)).toEqual([
      ['Opened', 3],
      ['Resolved', 2],
      ['Closed', 3],
    ])
    const text = describeLog(imported)
    expect(text).toContain(
      '  case      Number\n  dates     Opened, Resolved, Closed\nIt has one line a case with several dates:',
    )
    expect(text).toContain('8 dates, 3 cases.')
    expect(streamFile(found, { name: 'Wide', log: 'wide.csv', on: '2027-02-01' }).replace(/\s+/g, ' ')).toContain(
      'its dates are events: Opened, Resolved, Closed. Each date is taken for the end of a step.',
    )
  })

  it('reads the dates that are named', async () => {
    const { found } = await importLog(file(wide), { dates: ['closed', 'Opened'] })
    expect(steps(found)).toEqual([
      ['Opened', 3],
      ['Closed', 3],
    ])
    expect(await refusal(file(wide), { dates: ['Opened', 'Closd'] })).toMatch(
      /no column "Closd"\. Did you mean "Closed"/,
    )
    expect(await refusal(file(wide), { dates: ['Opened', 'Closed'], columns: { activity: 'State' } })).toMatch(
      /leave out --activity/,
    )
    expect(await refusal(file(`${wide}\nINC3,2027-01-04,,,,,`), { dates: ['Opened', 'Closed'] })).toMatch(
      /Several lines are of case "INC3"\./,
    )
  })

  it('says what to do where one of the columns is named, and leaves other logs as they are', async () => {
    expect(await refusal(file(wide), { columns: { time: 'Opened' } })).toMatch(
      /Every line is a case of its own.* name these: --time <column>, several times\.$/,
    )
    const narrow = 'number,what,opened at,closed at\n1,Open,2027-01-04,2027-01-05\n1,Close,2027-01-04,2027-01-06\n'
    expect(await refusal(file(narrow))).toMatch(/It can’t be told which column holds the activity/)
    expect(await refusal(file('number,state,at\n1,Open,2027-01-04\n2,Open,2027-01-05\n'))).toMatch(
      /Every line is a case of its own/,
    )
  })

  it('reads the first of several columns of one name, and says so', async () => {
    const twice = 'case,activity,time,time\n1,Open,2027-01-04,x\n1,Close,2027-01-05,y\n'
    const imported = await importLog(file(twice))
    expect(imported.found.caseTimes.lead?.median).toBe(24 * 60)
    expect(describeLog(imported)).toContain('Several columns are called "time": the first of them is read.')
  })
})

describe('importLog: XES’s transitions', () => {
  const event = (name: string, transition: string, hour: number): string =>
    `<event><string key="concept:name" value="${name}"/><string key="lifecycle:transition" value="${transition}"/><date key="time:timestamp" value="2027-01-04T${String(hour).padStart(2, '0')}:00:00Z"/></event>`
  const xes = (...cases: string[][]): string =>
    file(`<log>${cases.map((events) => `<trace>${events.join('')}</trace>`).join('')}</log>`, 'life.xes')

  it('takes suspended time for wait, and says so', async () => {
    const imported = await importLog(
      xes([
        event('Open', 'complete', 8),
        event('Work', 'start', 9),
        event('Work', 'suspend', 10),
        event('Work', 'resume', 13),
        event('Work', 'complete', 14),
      ]),
    )
    expect(imported.found.steps[1]?.activity).toMatchObject({
      process: { median: 120 },
      wait: { median: 240 },
      lead: { median: 360 },
    })
    expect([imported.found.pauses, imported.found.leftOut]).toEqual([1, []])
    expect(describeLog(imported)).toContain(
      '1 time work was suspended and resumed: that time is wait, not process time.',
    )
    expect(imported.source.columns).toMatchObject({ lifecycle: 'lifecycle:transition' })
  })

  it('passes over suspensions without a beginning or a resumption', async () => {
    const { found } = await importLog(
      xes([event('Open', 'suspend', 7), event('Open', 'resume', 8), event('Open', 'start', 9), event('Open', 'suspend', 10), event('Open', 'complete', 11)]), // prettier-ignore
    )
    expect(found.steps[0]?.activity?.process?.median).toBe(120)
    expect(found.leftOut).toMatchObject([{ what: 'OTHER_TRANSITIONS', count: 3 }])
  })

  it('doesn’t use transitions that XES doesn’t know, and says what to do with states', async () => {
    const imported = await importLog(
      xes(
        ...[1, 2].map(() => [
          ...[8, 9, 10, 11].map((hour) => event('Accepted', 'In Progress', hour)),
          event('Completed', 'In Call', 12),
        ]),
      ),
    )
    expect(imported.source.columns).toMatchObject({ lifecycle: undefined })
    const text = describeLog(imported)
    expect(text).not.toContain('  lifecycle ')
    expect(text).toContain('Its lifecycle says "In Progress", "In Call", which XES doesn’t know: it isn’t used.')
    expect(text).toContain('"Accepted" mostly follows itself (75% of its visits).')
    const merged = await importLog(join(folder, 'life.xes'), { stamps: 'BEGIN', repeats: 'MERGE' })
    expect(describeLog(merged)).not.toContain('mostly follows itself')
  })

  it('takes stamps for beginnings where a log has no others', async () => {
    const { found } = await importLog(xes([event('Open', 'start', 8), event('Work', 'start', 9), event('Close', 'start', 11)])) // prettier-ignore
    expect(found.settings).toMatchObject({ stamps: 'BEGIN', repeats: 'KEEP' })
    expect(found.steps.map(({ activity }) => activity?.lead?.median)).toEqual([60, 120, undefined])
  })
})
