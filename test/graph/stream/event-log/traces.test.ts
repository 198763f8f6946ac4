import { describe, expect, it } from 'vitest'
import { EventTable } from '../../../../graph/stream/event-log/event-table.ts'
import type { LogEvent } from '../../../../graph/stream/event-log/log-event.ts'
import { tracesOf } from '../../../../graph/stream/event-log/traces.ts'
import type { Sorted } from '../../../../graph/stream/event-log/traces.ts'
import { line } from './small-log.ts'

/** A log's cases: each visit as its activity and how many minutes it took ("?": unknown). */
function sorted(events: readonly LogEvent[]): Omit<Sorted, 'traces'> & { readonly cases: string[] } {
  const table = new EventTable()
  for (const event of events) table.add(event)
  table.settleDates()
  const { traces, ...rest } = tracesOf(table)
  const took = (start: number, end: number): string => (Number.isNaN(start) ? '?' : String((end - start) / 60_000))
  return {
    ...rest,
    cases: traces.map((trace) =>
      trace.map((visit) => `${table.activities[visit.activity] ?? ''} ${took(visit.start, visit.end)}`).join(', '),
    ),
  }
}

describe('tracesOf', () => {
  it('sorts lines by case and time; those of the same time stay in the log’s order', () => {
    const events = [
      line('1', 'Close', 10),
      line('2', 'Close', 5),
      line('1', 'Ask', 0),
      line('1', 'Open', 0),
      line('1', 'Bill', 10),
    ]
    expect(sorted(events).cases).toEqual(['Ask ?, Open ?, Close ?, Bill ?', 'Close ?'])
  })

  it('joins a beginning, also of a line that says nothing of an end, with the line that completes it', () => {
    const begun = { ...line('1', 'Work', 0), start: line('', '', 0).time, time: '' }
    expect(sorted([begun, line('1', 'Work', 30)]).cases).toEqual(['Work 30'])
    expect(sorted([line('1', 'Work', 0, { lifecycle: 'start' }), line('1', 'Work', 30)]).cases).toEqual(['Work 30'])
  })

  it('reads beginnings and ends alike where the month stands first', () => {
    const events = [{ case: '1', activity: 'Work', start: '1/2/2027', time: '1/13/2027' }]
    expect(sorted(events).cases).toEqual([`Work ${String(11 * 24 * 60)}`])
  })

  it('leaves out cases with a line without a timestamp, and says how many', () => {
    const { cases, leftOut } = sorted([
      line('1', 'Open', 0),
      { ...line('1', 'Close', 0), time: '' },
      line('2', 'Open', 0),
    ])
    expect(cases).toEqual(['Open ?'])
    const message = '1 case with a line whose timestamp is missing or can’t be read.'
    expect(leftOut).toEqual([{ what: 'CASES_WITHOUT_TIME', count: 1, message }])
  })

  it('has no case for one whose lines tell of nothing but suspensions', () => {
    const events = [
      line('1', 'Work', 0, { lifecycle: 'suspend' }),
      line('1', 'Work', 5, { lifecycle: 'resume' }),
      line('2', 'Work', 5),
    ]
    expect(sorted(events)).toEqual({ cases: ['Work ?'], pauses: 0, unpaired: 2, leftOut: [] })
  })
})
