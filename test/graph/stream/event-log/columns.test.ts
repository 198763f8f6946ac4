import { describe, expect, it } from 'vitest'
import { chooseColumns, namesState } from '../../../../graph/stream/event-log/columns.ts'
import type { Columns } from '../../../../graph/stream/event-log/columns.ts'

const chosen = (headings: string[], named?: Partial<Columns>): (string | undefined)[] => {
  const { case: id, activity, time, start, resource } = chooseColumns(headings, named)
  return [id, activity, time, start, resource]
}

describe('chooseColumns', () => {
  it.each([
    ['case:concept:name', 'concept:name', 'time:timestamp', 'start_timestamp', 'org:resource'],
    ['Case ID', 'Activity', 'Complete Timestamp', 'Start Timestamp', 'Resource'],
    ['Incident ID', 'IncidentActivity_Type', 'DateStamp', undefined, 'Assignment Group'],
    ['number', 'incident_state', 'sys_updated_at', undefined, 'assignment_group'],
    ['SR Number', 'Status', 'Change Date+Time', undefined, 'Owner First Name'],
    ['Issue key', 'To status', 'Created', undefined, 'Author'],
    ['Document key', 'New value', 'Created on', undefined, 'User'],
  ])('knows %s, %s, %s, %s and %s by their headings', (...headings: (string | undefined)[]) => {
    const known = headings.filter((heading) => heading !== undefined)
    expect(chosen(['Comment', ...known.toReversed()])).toEqual(headings)
  })

  it('takes the only column that looks like one where none has a usual heading', () => {
    expect(chosen(['Fall', 'Incident No.', 'Status (new)', 'Time of change'])).toEqual([
      'Incident No.',
      'Status (new)',
      'Time of change',
      undefined,
      undefined,
    ])
  })

  it('takes only columns with times for times, and the only one of these whatever its heading', () => {
    const headings = ['case', 'activity', 'time', 'wann']
    const sample = [{ case: '1', activity: 'Open', time: '12 min', wann: '2027-01-07 08:00' }]
    expect(chooseColumns(headings, {}, sample).time).toBe('wann')
  })

  it('reads the columns that are named, however they are written, and none of them twice', () => {
    expect(chosen(['a', 'status', 'event', 'created at', 'updated'], { case: 'A', time: 'Created_at' })).toEqual([
      'a',
      'event',
      'created at',
      undefined,
      undefined,
    ])
    expect(chosen(['case', 'event', 'event type', 'time'], { activity: 'event type' })[1]).toBe('event type')
  })

  it('says which columns there are where it can’t tell, or where a named one doesn’t exist', () => {
    expect(() => chosen(['foo', 'bar', 'time'])).toThrow(
      'It can’t be told which column holds the case. The log has "foo", "bar", "time". Say which one: --case <column>.',
    )
    expect(() => chosen(['case', 'activity', 'foo'])).toThrow('Say which one: --time <column>.')
    expect(() => chosen(['foo'], { case: 'fo' })).toThrow(
      'There is no column "fo". Did you mean "foo"? The log has "foo".',
    )
    expect(() => chosen(Array.from({ length: 90 }, (_, i) => `x${String(i)}`))).toThrow('"x39" and 50 more')
  })

  it('sees that a line of headings is missing', () => {
    expect(() => chosen(['IM1', '2027-01-07 08:00', 'Open'])).toThrow(
      'The first line looks like data: "IM1", "2027-01-07 08:00", "Open". Put a line above it that names the columns.',
    )
  })
})

describe('namesState', () => {
  it('tells states from what is done', () => {
    expect(['incident_state', 'Status', 'To status'].every(namesState)).toBe(true)
    expect(['Activity', 'concept:name', 'IncidentActivity_Type'].some(namesState)).toBe(false)
  })
})
