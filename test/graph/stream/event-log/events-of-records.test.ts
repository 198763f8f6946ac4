import { describe, expect, it } from 'vitest'
import type { Columns } from '../../../../graph/stream/event-log/columns.ts'
import { eventsOfRecords } from '../../../../graph/stream/event-log/events-of-records.ts'
import type { LogRecord } from '../../../../graph/stream/event-log/events-of-records.ts'
import { LogError } from '../../../../graph/stream/event-log/log-event.ts'
import type { LogEvent } from '../../../../graph/stream/event-log/log-event.ts'

async function read(records: LogRecord[], named?: Partial<Columns>): Promise<LogEvent[]> {
  const events: LogEvent[] = []
  for await (const event of eventsOfRecords(records, named)) events.push(event)
  return events
}

describe('eventsOfRecords', () => {
  it.each([
    ['case:concept:name', 'concept:name', 'time:timestamp', 'org:resource'],
    ['Case ID', 'Activity', 'Complete Timestamp', 'Resource'],
    ['Incident ID', 'IncidentActivity_Type', 'DateStamp', 'Assignment Group'],
    ['number', 'incident_state', 'sys_updated_at', 'resolved_by'],
  ])('knows %s, %s, %s and %s by their headings', async (id, activity, time, resource) => {
    const record = { other: 'x', [resource]: 'Ann ', [time]: '2027-01-07', [activity]: 'Close', [id]: ' C1' }
    expect(await read([record])).toEqual([
      { case: 'C1', activity: 'Close', time: '2027-01-07', start: undefined, resource: 'Ann', lifecycle: undefined },
    ])
  })

  it('reads the columns that are named', async () => {
    const events = await read([{ a: '1', b: 'Close', c: '2027-01-07', case: 'no' }], {
      case: 'a',
      activity: 'b',
      time: 'c',
    })
    expect(events).toMatchObject([{ case: '1', activity: 'Close', time: '2027-01-07' }])
  })

  it('gives empty text for what a line doesn’t have', async () => {
    expect(await read([{ case: 'C1', activity: undefined, time: '' }])).toMatchObject([{ activity: '', time: '' }])
  })

  it('says which columns there are where it can’t tell, or where a named one doesn’t exist', async () => {
    await expect(read([{ foo: '1', bar: '2' }])).rejects.toThrow(
      new LogError('No column’s heading says that it holds the case. The log has "foo", "bar". Say which one it is.'),
    )
    await expect(read([{ foo: '1' }], { case: 'fo' })).rejects.toThrow('There is no column "fo". The log has "foo".')
  })
})
