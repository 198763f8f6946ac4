import { describe, expect, it } from 'vitest'
import type { LogEvent } from '../../../../graph/stream/event-log/log-event.ts'
import { XesReader } from '../../../../graph/stream/event-log/xes-reader.ts'

type Tag = readonly [name: string, key?: string, value?: string, ...within: Tag[]]
type Element = readonly [name: string, ...children: (Tag | Element)[]]

/** Feeds tags as a parser would: an attribute is [type, key, value, …nested], an element [name, …children]. */
function feed(reader: XesReader, [name, ...rest]: Tag | Element, events: LogEvent[]): void {
  const [key, value, ...nested] = rest
  const isAttribute = typeof key === 'string'
  reader.open(name, isAttribute ? { key, value: String(value) } : {})
  for (const child of (isAttribute ? nested : rest) as (Tag | Element)[]) feed(reader, child, events)
  events.push(...reader.close())
}

describe('XesReader', () => {
  it('reads the traces’ events', () => {
    const events: LogEvent[] = []
    const log: Element = [
      'log',
      ['global', ['string', 'concept:name', 'ignored']],
      [
        'trace',
        [
          'event',
          ['string', 'concept:name', 'Open'],
          ['date', 'time:timestamp', '2027-01-07T08:00:00Z', ['string', 'concept:name', 'nested']],
          ['string', 'org:resource', 'Ann'],
          ['string', 'lifecycle:transition', 'complete'],
          ['list', 'items', '', ['string', 'time:timestamp', 'no']],
        ],
        ['string', 'concept:name', 'C1'],
      ],
      ['trace', ['event', ['string', 'org:group', 'Desk']]],
    ]
    const reader = new XesReader()
    feed(reader, log, events)
    expect(reader.keys).toMatchObject({ case: 'concept:name', time: 'time:timestamp' })
    expect(events).toEqual([
      { case: 'C1', activity: 'Open', time: '2027-01-07T08:00:00Z', resource: 'Ann', lifecycle: 'complete' },
      { case: 'case 2', activity: '', time: '', resource: 'Desk', lifecycle: undefined },
    ])
  })

  it('reads the keys that are named, and tells which there are', () => {
    const events: LogEvent[] = []
    const reader = new XesReader({ case: 'id', activity: 'lifecycle:transition', resource: 'org:role' })
    feed(reader, ['trace', ['string', 'id', 'C7'], ['event', ['string', 'lifecycle:transition', 'start'], ['string', 'org:role', 'Agent'], ['string', 'org:resource', 'Ann']]] as Element, events) // prettier-ignore
    expect(events).toEqual([
      { case: 'C7', activity: 'start', time: '', start: undefined, resource: 'Agent', lifecycle: undefined },
    ])
    expect([...reader.seen]).toEqual(['lifecycle:transition', 'org:role', 'org:resource'])
  })
})
