import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingClock } from '../../../../graph/stream/event-log/clock.ts'
import { discover } from '../../../../graph/stream/event-log/discover.ts'
import type { DiscoverOptions, LogDiscovery } from '../../../../graph/stream/event-log/log-discovery.ts'
import { LogError } from '../../../../graph/stream/event-log/log-event.ts'
import type { LogEvent } from '../../../../graph/stream/event-log/log-event.ts'
import { asStream } from '../../../../graph/stream/event-log/log-steps.ts'
import { measure } from '../../../../graph/stream/measures.ts'
import { caseOf, casesOf, line } from './small-log.ts'

const all: DiscoverOptions = { coverage: 1, leastShare: 0 }
const steps = (found: LogDiscovery): string[] => found.steps.map(({ name }) => name)
const leftOut = (found: LogDiscovery): string[] => found.leftOut.map(({ message }) => message)

/** A log's message where it is refused. */
const refusal = (events: LogEvent[], options?: DiscoverOptions): Promise<string> =>
  discover(events, options).then(
    () => 'It was not refused.',
    (error: unknown) => (error instanceof LogError ? error.message : `Another error: ${String(error)}`),
  )

describe('discover', () => {
  it('finds steps, ways and loops with their shares', async () => {
    const found = await discover([
      ...casesOf(6, 'a', 'Register', 'Repair', 'Close'),
      ...casesOf(4, 'b', 'Register', 'Repair', 'Register', 'Repair', 'Close'),
    ], all) // prettier-ignore
    expect(steps(found)).toEqual(['Register', 'Repair', 'Close'])
    expect(found.steps.map(({ next }) => next.map(({ to, share, rework }) => [to, share, rework]))).toEqual([
      [['repair', 100, false]],
      [
        ['close', 71.43, false],
        ['register', 28.57, true],
      ],
      [],
    ])
    expect(
      found.follows.map(({ from, to, count, share, caseShare, repeats }) => [
        from,
        to,
        count,
        share,
        caseShare,
        repeats,
      ]),
    ).toEqual([
      ['Register', 'Repair', 14, 1, 1, 4 / 14],
      ['Repair', 'Close', 10, 10 / 14, 1, 0],
      ['Repair', 'Register', 4, 4 / 14, 0.4, 1],
    ])
    const loops = measure(asStream(found.steps)).measures?.loops
    expect(loops?.[0]?.repetitions).toBeCloseTo(0.4, 3)
  })

  it('calls rework what leads back more often than not, and not what is done in any order', async () => {
    const anyOrder = [...casesOf(6, 'a', 'Open', 'X', 'Y', 'Close'), ...casesOf(4, 'b', 'Open', 'Y', 'X', 'Close')]
    const rework = async (events: LogEvent[]): Promise<string[]> =>
      (await discover(events, all)).steps.flatMap(({ id, next }) =>
        next.filter((way) => way.rework).map((way) => `${id}→${way.to}`),
      )
    expect(await rework(anyOrder)).toEqual([])
    expect(await rework([...anyOrder, ...casesOf(5, 'c', 'Open', 'X', 'Y', 'X', 'Close')])).toEqual(['y→x'])
  })

  it('takes the time since the line before for lead time, and the first line’s for unknown', async () => {
    const found = await discover([line('1', 'Open', 0), line('1', 'Work', 30), line('1', 'Close', 45), line('2', 'Open', 0), line('2', 'Work', 50), line('2', 'Close', 95)], all) // prettier-ignore
    expect(found.steps.map(({ activity }) => activity?.lead)).toEqual([
      undefined,
      { mean: 40, median: 40, p90: 48, count: 2 },
      { mean: 30, median: 30, p90: 42, count: 2 },
    ])
    expect(found.caseTimes).toEqual({
      process: undefined,
      wait: undefined,
      lead: { mean: 70, median: 70, p90: 90, count: 2 },
    })
  })

  it('knows process time and wait where the log has beginnings, in lines of their own or beside the ends', async () => {
    const start = { lifecycle: 'start' }
    const complete = { lifecycle: 'COMPLETE' }
    const found = await discover([
      line('1', 'Open', 0, start), line('1', 'Open', 5, complete),
      line('1', 'Work', 20, start), line('1', 'Work', 25, { lifecycle: 'suspend' }), line('1', 'Work', 35, complete),
      line('2', 'Open', 7, { start: line('', '', 0).time }), line('2', 'Work', 47, { start: line('', '', 17).time }),
    ], all) // prettier-ignore
    const times = found.steps.map(({ activity }) => [
      activity?.process?.median,
      activity?.wait?.median,
      activity?.lead?.median,
    ])
    expect(times).toEqual([
      [6, 0, 6],
      [22.5, 12.5, 35],
    ])
    expect(leftOut(found)).toEqual(['1 line about something other than a start or an end (schedule, assign …).'])
  })

  it('takes a line that says when it began, and not when it ended, for a beginning', async () => {
    const open = { ...line('1', 'Closed', 0), start: line('', '', 30).time, time: '' }
    const found = await discover([{ ...line('1', 'Work', 30), start: line('', '', 0).time }, open], all)
    expect([found.keptCases, steps(found), found.caseTimes.lead?.median]).toEqual([1, ['Work', 'Closed'], 30])
  })

  it('takes stamps for beginnings where it is told so', async () => {
    const events = [line('1', 'New', 0), line('1', 'Active', 10), line('1', 'Closed', 70), line('2', 'New', 0), line('2', 'Closed', 5)] // prettier-ignore
    const found = await discover(events, { ...all, stamps: 'BEGIN' })
    expect(found.steps.map(({ name, activity }) => [name, activity?.lead?.median])).toEqual([
      ['New', 7.5],
      ['Active', 60],
      ['Closed', undefined],
    ])
  })

  it('takes what repeats itself as done again, or as one visit where it is told so', async () => {
    const events = [...casesOf(2, 'a', 'New', 'Active', 'Active', 'Active', 'Closed')]
    const kept = await discover(events, all)
    expect(kept.loops.map(({ from, to, count, share }) => [from, to, count, share])).toEqual([
      ['Active', 'Active', 4, 4 / 6],
    ])
    const states = await discover(events, { ...all, stamps: 'BEGIN', repeats: 'MERGE' })
    expect(states.loops).toEqual([])
    expect(states.steps.map(({ activity }) => activity?.lead?.median)).toEqual([10, 30, undefined])
    expect(leftOut(states)).toEqual(['4 lines that say again what the case’s line before said.'])
    const done = await discover(events, { ...all, repeats: 'MERGE' })
    expect(done.steps.map(({ activity }) => activity?.lead?.median)).toEqual([undefined, 30, 10])
  })

  it('tells with what cases end', async () => {
    const events = [...casesOf(9, 'a', 'Open', 'Close'), ...caseOf('b', 'Open', 'Ask')]
    expect((await discover(events, { ...all, ends: ['Close'] })).endings).toEqual([
      { activity: 'Close', cases: 9, share: 0.9, finished: true },
      { activity: 'Ask', cases: 1, share: 0.1, finished: false },
    ])
  })

  it('makes names of one line of what activities are called', async () => {
    const found = await discover(casesOf(2, 'a', 'Open\r\n  it', 'Open it', 'Close\u0007'), all)
    expect(steps(found)).toEqual(['Open it', 'Close'])
  })

  it('counts working hours where it is told so', async () => {
    const events = [line('1', 'Open', 0), line('1', 'Close', 24 * 60), line('2', 'Open', 0), line('2', 'Close', 24 * 60)] // prettier-ignore
    const found = await discover(events, { ...all, clock: workingClock() })
    expect(found.caseTimes.lead?.median).toBe(480)
    expect(found.clock).toBe('working time, 09:00 to 17:00 on 5 days a week')
  })

  it('finds the same in lines of any order', async () => {
    const events = [
      ...casesOf(3, 'a', 'Register', 'Repair', 'Close'),
      ...casesOf(2, 'b', 'Register', 'Repair', 'Register', 'Repair', 'Close'),
    ]
    const sorted = inNames(await discover(events, all))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(events, { minLength: events.length }), async (shuffled) => {
        expect(inNames(await discover(shuffled, all))).toEqual(sorted)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps the most frequent variants that cover enough cases', async () => {
    const events = [
      ...casesOf(7, 'a', 'Open', 'Close'),
      ...casesOf(2, 'b', 'Open', 'Ask', 'Close'),
      ...casesOf(1, 'c', 'Open', 'Lose', 'Find', 'Close'),
    ]
    const found = await discover(events, { coverage: 0.8, leastShare: 0 })
    expect(found.variants).toMatchObject({ count: 3, kept: 2 })
    expect(found.variants.list.map(({ cases, coverage, kept }) => [cases, coverage, kept])).toEqual([
      [7, 0.7, true],
      [2, 0.9, true],
      [1, 1, false],
    ])
    expect([found.cases, found.keptCases, found.coverage]).toEqual([10, 9, 0.9])
    expect(steps(found)).toEqual(['Open', 'Ask', 'Close'])
    expect(leftOut(found)).toEqual([
      '1 case of 1 rare variant (--coverage), and with them 2 steps: Lose, Find; 3 other ways: Open → Lose (1 time), Lose → Find (1 time), Find → Close (1 time).',
    ])
  })

  it('keeps all variants unless it is told otherwise, and of equally frequent ones all or none', async () => {
    const events = [
      ...casesOf(6, 'a', 'Open', 'Work', 'Close'),
      ...['Ask', 'Wait', 'Lose', 'Find'].flatMap((each) => caseOf(each, 'Open', each, 'Close')),
    ]
    expect((await discover(events)).variants).toMatchObject({ count: 5, kept: 5 })
    expect((await discover(events, { coverage: 0.6 })).variants.kept).toBe(1)
    expect((await discover(events, { coverage: 0.7 })).variants.kept).toBe(5)
    const single = ['A', 'B', 'C'].flatMap((each) => caseOf(each, 'Open', each, 'Close'))
    expect((await discover(single, { coverage: 0.1 })).keptCases).toBe(3)
  })

  it('says what of rework goes with rare variants', async () => {
    const events = [
      ...casesOf(8, 'a', 'Open', 'Work', 'Close'),
      ...casesOf(2, 'b', 'Open', 'Work', 'Close', 'Work', 'Close'),
    ]
    expect((await discover(events)).loops.map(({ from, to }) => [from, to])).toEqual([['Close', 'Work']])
    const found = await discover(events, { coverage: 0.8 })
    expect(found.loops).toEqual([])
    expect(leftOut(found)).toEqual([
      '2 cases of 1 rare variant (--coverage), and with them 1 loop: Close → Work (2 times). All finished cases do something again 0.40 times each, the kept ones 0.00 times.',
    ])
  })

  it('leaves out cases that aren’t finished, by their rare endings or by those that were named', async () => {
    const events = [...casesOf(9, 'a', 'Open', 'Work', 'Close'), ...caseOf('b', 'Open', 'Work')]
    const guessed = await discover(events, { coverage: 1, leastShare: 0.2 })
    expect(leftOut(guessed)).toEqual(['1 case that isn’t finished: hardly any other ends with Work (1 time).'])
    const named = await discover(events, { ...all, ends: ['Close'] })
    expect(leftOut(named)).toEqual([
      '1 case that isn’t finished: the last activity is none of those named: Work (1 time).',
    ])
    expect([named.cases, named.keptCases]).toEqual([10, 9])
  })

  it('leaves out cases that begin as hardly any other does, unless all do', async () => {
    const events = [...casesOf(9, 'a', 'Open', 'Close'), ...caseOf('b', 'Work', 'Close')]
    expect(leftOut(await discover(events, { coverage: 1, leastShare: 0.2 }))).toEqual([
      '1 case that begins as hardly any other does: with Work (1 time).',
    ])
    const various = ['Call', 'Mail', 'Chat', 'Visit'].flatMap((way) => caseOf(way, way, 'Close'))
    expect((await discover(various, { coverage: 1, leastShare: 0.3 })).keptCases).toBe(4)
  })

  it('puts a step that takes no time before cases that begin in several ways', async () => {
    const found = await discover([...casesOf(3, 'a', 'Call', 'Close'), ...casesOf(1, 'b', 'Mail', 'Close')], all)
    expect(found.steps[0]).toMatchObject({
      id: 'case-opens',
      next: [
        { to: 'call', share: 75 },
        { to: 'mail', share: 25 },
      ],
    })
    const stream = measure(asStream(found.steps)).measures
    expect(stream?.steps.map(({ perCase }) => perCase)).toEqual([1, 0.75, 0.25, 1])
  })

  it('leaves out rare ways, but none that a step can’t do without', async () => {
    const events = [
      ...casesOf(40, 'a', 'Open', 'Work', 'Close'),
      ...casesOf(1, 'b', 'Open', 'Close'),
      ...casesOf(1, 'c', 'Open', 'Escalate', 'Close'),
    ]
    const found = await discover(events, { coverage: 1, leastShare: 0.1, ends: ['Close'] })
    expect(found.steps[0]?.next.map(({ to, share }) => [to, share])).toEqual([
      ['work', 97.56],
      ['escalate', 2.44],
    ])
    const without = await discover(
      events.filter((each) => !each.case.startsWith('c')),
      { coverage: 1, leastShare: 0.1 },
    )
    expect(without.steps[0]?.next.map(({ to, share }) => [to, share])).toEqual([['work', 100]])
    expect(leftOut(without)).toEqual([
      '1 way that fewer than 10% of the visits at its step take (--least-share); 1 time in all, 1.2% of all: Open → Close (1 time).',
    ])
  })

  it('leaves every step its strongest way out and in, and names the strongest of those that go', async () => {
    const events = [
      ...casesOf(150, 'a', 'Open', 'Work', 'Close'),
      ...casesOf(2, 'b', 'Open', 'Work', 'Close', 'Work', 'Close'),
      ...casesOf(1, 'c', 'Open', 'Work', 'Close', 'Open', 'Work', 'Close'),
    ]
    const found = await discover(events, { leastShare: 0.1 })
    const close = found.steps.find(({ name }) => name === 'Close')
    expect(close?.next.map(({ to, count }) => [to, count])).toEqual([
      ['work', 2],
      ['open', 1],
    ])
    const more = await discover([...events, ...casesOf(1, 'd', 'Open', 'Work', 'Open', 'Work', 'Close')], {
      leastShare: 0.1,
    })
    expect(leftOut(more)).toEqual([
      '1 way that fewer than 10% of the visits at its step take (--least-share), 1 loop among them; 1 time in all, 0.3% of all: Work → Open (1 time).',
    ])
  })

  it('tells where the resource changes', async () => {
    const by = (resource: string): Partial<LogEvent> => ({ resource })
    const found = await discover([
      line('1', 'Open', 0, by('Ann')), line('1', 'Close', 5, by('Bob')),
      line('2', 'Open', 0, by('Ann')), line('2', 'Close', 5, by('Ann')),
      line('3', 'Open', 0), line('3', 'Close', 5, by('Ann')),
    ], all) // prettier-ignore
    expect(found.follows[0]?.resourceChanges).toBe(0.5)
    expect(found.steps[0]?.activity?.resources).toEqual([{ resource: 0, visits: 2 }])
  })

  it('leaves out and names lines without case or activity, and cases with a line without a time', async () => {
    const events = [
      ...casesOf(3, 'a', 'Open', 'Close'),
      line('', 'Open', 0),
      line('x', '', 0),
      line('y', 'Open', 0),
      { case: 'y', activity: 'Close', time: 'soon' },
    ]
    const found = await discover(events, all)
    expect(found.keptCases).toBe(3)
    expect(leftOut(found)).toEqual([
      '1 line without a case.',
      '1 line without an activity.',
      '1 case with a line whose timestamp is missing or can’t be read.',
    ])
  })

  it('reads dates with the day or the month first as the log itself shows, or as it is told', async () => {
    const log = (...times: string[]): LogEvent[] =>
      times.map((time, i) => ({ case: '1', activity: i === 0 ? 'Open' : 'Close', time }))
    expect((await discover(log('2/1/2027 08:00', '13/1/2027 08:00'), all)).from).toBe('2027-01-02T08:00:00.000Z')
    expect((await discover(log('1/2/2027 08:00', '1/13/2027 08:00'), all)).from).toBe('2027-01-02T08:00:00.000Z')
    expect(await refusal(log('1/2/2027 08:00', '1/3/2027 08:00'))).toMatch(/day first or with the month first/)
    const told = await discover(log('1/2/2027 08:00', '1/3/2027 08:00'), { ...all, dateOrder: 'MONTH_FIRST' })
    expect(told.to).toBe('2027-01-03T08:00:00.000Z')
    expect(await refusal(log('1/13/2027', '13/1/2027'))).toMatch(/^Some dates/)
  })

  it('refuses, with what to do, a log that can’t be what it was taken for', async () => {
    expect(await refusal([])).toBe('The log has no events.')
    expect(await refusal([line('', 'Open', 0), line('1', '', 0)])).toBe(
      'The log’s 2 lines name no case with an activity. Say which columns hold them: --case, --activity.',
    )
    expect(
      await refusal([
        { case: '1', activity: 'a', time: 'x' },
        { case: '1', activity: 'b', time: '' },
      ]),
    ).toMatch(/^No line of this log has a timestamp that can be read. The first one says "x"\./)
    expect(await refusal(Array.from({ length: 600 }, (_, i) => line('1', `note ${String(i)}`, i)))).toMatch(
      /^The log has 600 different activities, such as "note 0"/,
    )
    expect(await refusal([line('1', 'Open', 0), line('2', 'Open', 0)])).toMatch(/^Every line is a case of its own/)
    expect(await refusal(caseOf('1', 'Open', 'Close'), { ends: ['Closed'] })).toBe(
      'No case ends with "Closed": the log has no such activity. Did you mean "Close"?',
    )
    expect(await refusal(caseOf('1', 'Open', 'Close'), { ends: ['Open'] })).toBe(
      'No case ends with "Open": none is finished.',
    )
    expect(await refusal(caseOf('1', 'Open', 'Close'), { mostLines: 1 })).toBe(
      'The log has more than 1 line. Split it by time, whole cases together.',
    )
  })

  it('makes of any log a stream that can be measured, with as many visits as the log has', async () => {
    const someCase = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 2, maxLength: 7 })
    await fc.assert(
      fc.asyncProperty(fc.array(someCase, { minLength: 1, maxLength: 12 }), async (cases) => {
        const found = await discover(
          cases.flatMap((activities, i) => caseOf(String(i), ...activities)),
          all,
        )
        const { measures } = measure(asStream(found.steps))
        expect(measures).toBeDefined()
        for (const { id, activity } of found.steps) {
          const expected = measures?.steps.find((each) => each.step === id)?.perCase ?? 0
          // Shares are written to two decimals of a percent.
          if (activity !== undefined) expect(Math.abs(expected - activity.visits / cases.length)).toBeLessThan(0.02)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('takes thirty thousand lines in its stride', async () => {
    const lines = function* (): Generator<LogEvent> {
      for (let i = 0; i < 30_000; i += 1) {
        yield line(`case ${String((i * 7919) % 3000)}`, `step ${String(Math.floor(i / 3000) % 7)}`, i)
      }
    }
    const found = await discover(lines(), all)
    expect([found.lines, found.cases, found.keptCases]).toEqual([30_000, 3000, 3000])
  })
})

/** A discovery without the numbers that activities have, and with equals in one order. */
function inNames(found: LogDiscovery): unknown {
  const sortedBy = <Each>(list: readonly Each[]): Each[] =>
    list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return {
    ...found,
    follows: sortedBy(found.follows),
    steps: found.steps.map((step) => ({
      ...step,
      next: sortedBy(step.next),
      activity: step.activity && { ...step.activity, activity: 0 },
    })),
  }
}
