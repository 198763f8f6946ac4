import { describe, expect, it } from 'vitest'
import { EventTable } from '../../../../graph/stream/event-log/event-table.ts'
import type { DateOrder } from '../../../../graph/stream/event-log/event-table.ts'
import type { LogEvent } from '../../../../graph/stream/event-log/log-event.ts'
import { line } from './small-log.ts'

function tableOf(events: readonly LogEvent[]): EventTable {
  const table = new EventTable()
  for (const event of events) table.add(event)
  return table
}

/** Lines of one case that ended then; `[end, start]` where they also say when they began. */
const dated = (...times: (string | readonly [end: string, start: string])[]): LogEvent[] =>
  times.map((time) => {
    const [end, start] = typeof time === 'string' ? [time] : time
    return { case: '1', activity: 'Work', time: end, start }
  })

/** Which order a log is taken for, and the days of its lines; or why it is refused. */
function settled(events: readonly LogEvent[], order?: DateOrder): unknown {
  const table = tableOf(events)
  const day = (at: number): string => (Number.isNaN(at) ? '–' : new Date(at).toISOString().slice(5, 10))
  try {
    const found = table.settleDates(order)
    return [found, table.timeOf.map(day).join(' '), table.startOf.map(day).join(' ')]
  } catch (error) {
    return String(error)
  }
}

const mixed = expect.stringMatching(/^LogError: Some dates of this log have the day first, others the month first\./)
const unclear = expect.stringMatching(/^LogError: The dates of this log can be read with the day first or with the/)

describe('EventTable', () => {
  it('passes over lines without a case or an activity and those about other transitions, and says how many', () => {
    const table = tableOf([
      line('', 'Open', 0),
      line('', '', 0),
      line('1', '', 0),
      line('1', 'Open', 0, { lifecycle: 'schedule' }),
      line('1', 'Open', 0),
    ])
    expect([table.lines, table.caseOf, table.cases]).toEqual([5, [0], ['1']])
    expect(table.leftOut(1)).toEqual([
      { what: 'LINES_WITHOUT_CASE', count: 2, message: '2 lines without a case.' },
      { what: 'LINES_WITHOUT_ACTIVITY', count: 1, message: '1 line without an activity.' },
      {
        what: 'OTHER_TRANSITIONS',
        count: 2,
        message: '2 lines about something other than a start or an end (schedule, assign …).',
      },
    ])
  })

  it('takes a line for a beginning that doesn’t say when it ended', () => {
    const table = tableOf([...dated('2027-01-07', ['', '2027-01-08'], ['2027-01-09', '2027-01-08'])])
    expect(table.kinds).toEqual(['END', 'BEGIN', 'END'])
  })

  it.each([
    ['the year', dated('2027-01-07', '2027-02-01'), [undefined, '01-07 02-01', '– –']],
    ['the same day and month', dated('1/1/2027', '2/2/2027'), [undefined, '01-01 02-02', '– –']],
    ['the day', dated('1/2/2027', '13/1/2027'), ['DAY_FIRST', '02-01 01-13', '– –']],
    ['the month', dated('1/2/2027', '1/13/2027'), ['MONTH_FIRST', '01-02 01-13', '– –']],
    ['only days beyond the twelfth', dated('14/1/2027', '13/1/2027'), ['DAY_FIRST', '01-14 01-13', '– –']],
    ['the month, as a start shows', dated(['1/3/2027', '12/31/2026']), ['MONTH_FIRST', '01-03', '12-31']],
    ['the day, as a start shows', dated(['1/3/2027', '28/2/2027']), ['DAY_FIRST', '03-01', '02-28']],
  ])('reads dates that begin with %s', (_, events, expected) => {
    expect(settled(events)).toEqual(expected)
  })

  it('doesn’t guess where ends, or beginnings, can be read in two ways and nothing shows which', () => {
    expect(settled(dated('1/2/2027', '1/3/2027'))).toEqual(unclear)
    expect(settled(dated(['2027-03-07', '1/2/2027']))).toEqual(unclear)
    expect(settled(dated('1/13/2027', '13/1/2027'))).toEqual(mixed)
    expect(settled(dated(['1/13/2027', '12/1/2027'], ['14/1/2027', '13/1/2027']))).toEqual(mixed)
  })

  it('believes what it is told, and takes dates that can’t be so for missing', () => {
    const both = dated('1/2/2027', '1/13/2027', '14/1/2027')
    expect(settled(both, 'DAY_FIRST')).toEqual(['DAY_FIRST', '02-01 – 01-14', '– – –'])
    expect(settled(both, 'MONTH_FIRST')).toEqual(['MONTH_FIRST', '01-02 01-13 –', '– – –'])
    expect(settled(dated('2027-01-07'), 'MONTH_FIRST')).toEqual([undefined, '01-07', '–'])
  })

  it('refuses a log none of whose timestamps can be read, with the first of them where there is one', () => {
    const refused = (example: string): string =>
      `LogError: No line of this log has a timestamp that can be read.${example} Write them as 2027-01-31T08:15:00, for example.`
    expect(settled(dated('', ''))).toBe(refused(''))
    expect(settled(dated(['soon', '2027-01-07'], 'later'))).toBe(refused(' The first one says "soon".'))
  })
})
