import { describe, expect, it } from 'vitest'
import { agreementHint, agreementText } from '../../../../graph/stream/event-log/agreement.ts'
import { discover } from '../../../../graph/stream/event-log/discover.ts'
import type { LogEvent } from '../../../../graph/stream/event-log/log-event.ts'
import { streamFile } from '../../../../graph/stream/event-log/stream-file.ts'
import { casesOf, line } from './small-log.ts'

/** Cases of two steps whose waits are skewed: the median is 10 min, the mean 46, the 90th percentile 180. */
const skewed = [10, 10, 10, 20, 20, 180, 10, 10, 10, 10, 216].flatMap((minutes, i): LogEvent[] => [
  line(String(i), 'Open', 0),
  line(String(i), 'Close', minutes),
])

describe('agreement', () => {
  it('says how long a case takes by the log and by the stream, and hints at means where they differ', async () => {
    const found = await discover(skewed)
    expect(found.agreement).toEqual({
      log: { mean: 46, median: 10, p90: 180, count: 11 },
      byMedians: 10,
      byMeans: 46,
    })
    expect(agreementText(found)).toBe(
      'A case takes 46 min on average (median 10 min, 90th percentile 3 h) in the log; by this stream’s times and shares 10 min.',
    )
    expect(agreementHint(found)).toBe(
      'By the stream a case takes 78.3% less than in the log. Medians of skewed times don’t add up; means do (46 min): --times mean.',
    )
  })

  it('takes means where it is told so', async () => {
    const found = await discover(skewed, { times: 'MEAN' })
    expect(agreementText(found)).toMatch(/ shares 46 min\.$/)
    expect(agreementHint(found)).toBeUndefined()
    const file = streamFile(found, { name: 'Skewed', log: 'skewed.csv', on: '2027-01-07' })
    expect(file).toContain('leadTime: 46 min\n')
    expect(file.replace(/\s+/g, ' ')).toContain('Times are means of elapsed time, nights and weekends included. A case takes 46 min on average') // prettier-ignore
    expect(file.replace(/\s+/g, ' ')).toContain(
      'Lead time 46 min on average, 10 min in the median, 3 h at the 90th percentile.',
    )
  })

  it('compares with all finished cases, also where only frequent variants are kept', async () => {
    const events = [...casesOf(8, 'a', 'Open', 'Close'), ...casesOf(2, 'b', 'Open', 'Work', 'Work', 'Work', 'Close')]
    const found = await discover(events, { coverage: 0.8, times: 'MEAN' })
    expect([found.caseTimes.lead?.mean, found.agreement.log?.mean, found.agreement.byMeans]).toEqual([10, 16, 10])
    expect(agreementHint(found)).toBe(
      'By the stream a case takes 37.5% less than in the log. What was left out makes it differ, and so do visits whose time the log doesn’t tell and work that overlaps.',
    )
  })

  it('adds up to the log’s mean where every time is known and nothing is left out', async () => {
    const events = [
      ...casesOf(7, 'a', 'Open', 'Work', 'Close'),
      ...casesOf(3, 'b', 'Open', 'Work', 'Wait', 'Work', 'Close'),
    ]
    const { agreement } = await discover(events, { leastShare: 0 })
    expect(agreement.byMeans).toBeCloseTo(agreement.log?.mean ?? 0, 2)
  })
})
