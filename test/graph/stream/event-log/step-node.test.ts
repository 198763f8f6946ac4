import { describe, expect, it } from 'vitest'
import { Document } from 'yaml'
import { workingClock } from '../../../../graph/stream/event-log/clock.ts'
import { discover } from '../../../../graph/stream/event-log/discover.ts'
import type { DiscoverOptions } from '../../../../graph/stream/event-log/log-discovery.ts'
import type { LogEvent } from '../../../../graph/stream/event-log/log-event.ts'
import { stepNode } from '../../../../graph/stream/event-log/step-node.ts'
import type { KnownOfStep } from '../../../../graph/stream/event-log/step-node.ts'
import { casesOf, line } from './small-log.ts'

const known = { activity: 'engage', practices: ['service-desk'] }

/** The steps that are found in a log, each as the text that stands in a stream's file. */
async function written(
  events: LogEvent[],
  { step = known, ...options }: DiscoverOptions & { readonly step?: KnownOfStep } = {},
): Promise<string[]> {
  const found = await discover(events, { leastShare: 0, ...options })
  return found.steps.map((each, i) => {
    const document = new Document()
    document.contents = stepNode(document, each, found, step, found.steps[i + 1]?.id)
    return document.toString({ lineWidth: 0 })
  })
}

/** A line that begins and ends, counted in minutes as `line` does. */
const worked = (of: string, activity: string, start: number, end: number, resource?: string): LogEvent =>
  line(of, activity, end, { start: line('', '', start).time, resource })

/** The fields of these steps that say how long they take, in words and in figures. */
const timesOf = (steps: readonly string[]): string[][] =>
  steps.map((text) => text.split('\n').filter((each) => /^(?:summary|processTime|leadTime)/.test(each)))

describe('stepNode', () => {
  const twoCases = [
    worked('1', 'Open', 0, 10, 'Ann'), worked('1', 'Work', 30, 60, 'Bob'),
    worked('2', 'Open', 0, 20, 'Ann'), worked('2', 'Work', 50, 100, 'Ann'),
  ] // prettier-ignore

  it('writes who, how often and how long in words, the medians as times, and no way where the next step follows', async () => {
    expect(await written(twoCases)).toEqual([
      `id: open
name: Open
summary: In 2 cases (100%), 2 times in all, by 1 person or group. Process time 15 min in the median, 19 min at the 90th percentile; wait 0 min in the median, 0 min at the 90th percentile; lead time 15 min in the median, 19 min at the 90th percentile.
activity: engage
practices:
  - service-desk
processTime: 15 min
leadTime: 15 min
`,
      `id: work
name: Work
summary: In 2 cases (100%), 2 times in all, by 2 people or groups. Process time 40 min in the median, 48 min at the 90th percentile; wait 25 min in the median, 29 min at the 90th percentile; lead time 1 h 5 min in the median, 1 h 17 min at the 90th percentile.
activity: engage
practices:
  - service-desk
processTime: 40 min
leadTime: 1 h 5 min
next: []
`,
    ])
  })

  it('writes means where these are wanted, beside the median and the 90th percentile', async () => {
    const events = [0, 10, 50].flatMap((minutes) => {
      const of = String(minutes)
      return [line(of, 'Open', 0), line(of, 'Close', minutes)]
    })
    expect(timesOf(await written(events, { times: 'MEAN' }))).toEqual([
      ['summary: In 3 cases (100%), 3 times in all.'],
      [
        'summary: In 3 cases (100%), 3 times in all. Lead time 20 min on average, 10 min in the median, 42 min at the 90th percentile.',
        'leadTime: 20 min',
      ],
    ])
  })

  it('writes working time in hours', async () => {
    const events = ['1', '2'].flatMap((of) => [line(of, 'Open', 0), line(of, 'Close', 7 * 24 * 60)])
    expect(timesOf(await written(events, { clock: workingClock() }))[1]).toEqual([
      'summary: In 2 cases (100%), 2 times in all. Lead time 40 h in the median, 40 h at the 90th percentile.',
      'leadTime: 40 h',
    ])
  })

  it('asks for what only people know, in comments at the step’s end', async () => {
    const events = casesOf(2, 'a', 'Open', 'Close')
    const end = async (step: KnownOfStep): Promise<string> =>
      ((await written(events, { step }))[1] ?? '').replace(/^.*leadTime: 10 min\n/s, '')
    const activity = '# activity: one of the six, such as deliver-and-support\n'
    const practices = '# practices: [incident-management, …]\n'
    expect(await end({})).toBe(`next: []\n${activity}${practices}`)
    expect(await end({ activity: 'engage' })).toBe(`next: []\n${practices}`)
    expect(await end({ practices: [] })).toBe(`next: []\n${activity}`)
  })

  it('writes the step before cases that begin in several ways as one that takes no time', async () => {
    const events = [...casesOf(3, 'a', 'Call', 'Close'), ...casesOf(1, 'b', 'Mail', 'Close')]
    const [opens, call, mail] = await written(events)
    expect(opens).toBe(`id: case-opens
name: Case opens
summary: Where cases begin, in more than one way. It takes no time itself.
activity: engage
practices:
  - service-desk
processTime: 0 min
leadTime: 0 min
next:
  - to: call
    share: 75
    # 3 times
  - to: mail
    share: 25
    # 1 time
`)
    expect(call).toMatch(/\nsummary: In 3 cases \(75%\), 3 times in all\.\n/)
    expect(mail).toMatch(/\nsummary: In 1 case \(25%\), 1 time in all\.\n/)
  })

  it('names an only way that doesn’t lead to the step that follows, without its share', async () => {
    const [, call, mail] = await written([...casesOf(3, 'a', 'Call', 'Close'), ...casesOf(1, 'b', 'Mail', 'Close')])
    expect(call).toMatch(/\nnext:\n {2}- to: close\n {4}# 3 times\n$/)
    expect(mail).not.toContain('next')
  })

  it('says with what share ways are taken, and which are rework, where there are several or cases end', async () => {
    const events = [
      ...casesOf(2, 'a', 'Open', 'Work', 'Close'),
      ...casesOf(1, 'b', 'Open', 'Work', 'Open', 'Work', 'Close'),
      ...casesOf(1, 'c', 'Open', 'Work', 'Close', 'Reopen'),
    ]
    const ways = (await written(events)).map((text) => /^next:[^]*/m.exec(text)?.[0])
    expect(ways).toEqual([
      undefined,
      'next:\n  - to: close\n    share: 80\n    # 4 times\n  - to: open\n    share: 20\n    rework: true\n    # 1 time\n',
      'next:\n  - to: reopen\n    share: 25\n    # 1 time\n',
      'next: []\n',
    ])
  })

  it('leaves a process time out that is longer than the lead time, which more visits have', async () => {
    const quick = ['1', '2', '3'].flatMap((of) => [line(of, 'Open', 0), line(of, 'Work', 5)])
    const [, work] = timesOf(await written([...quick, line('4', 'Open', 0), worked('4', 'Work', 0, 60)]))
    expect(work).toEqual([
      'summary: In 4 cases (100%), 4 times in all. Process time 1 h in the median, 1 h at the 90th percentile; wait 0 min in the median, 0 min at the 90th percentile; lead time 5 min in the median, 44 min at the 90th percentile.',
      'leadTime: 5 min',
    ])
  })
})
