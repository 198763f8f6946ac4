import { describe, expect, it } from 'vitest'
import { readTimestamp } from '../../../graph/text/timestamp.ts'

const read = (text: string): [string, string] | undefined => {
  const found = readTimestamp(text)
  const iso = (at: number): string => (Number.isNaN(at) ? '' : new Date(at).toISOString())
  return found && [iso(found.dayFirst), iso(found.monthFirst)]
}

describe('readTimestamp', () => {
  it.each([
    ['2027-01-07T08:17:17.250+01:00', '2027-01-07T07:17:17.250Z'],
    ['2027-01-07T08:17:17Z', '2027-01-07T08:17:17.000Z'],
    ['2027-01-07 08:17:17.250000', '2027-01-07T08:17:17.250Z'],
    ['2027/01/07 08:17', '2027-01-07T08:17:00.000Z'],
    ['2027-01-07T08:17:17-0530', '2027-01-07T13:47:17.000Z'],
    ['2027-01-07', '2027-01-07T00:00:00.000Z'],
    ['07.01.2027 08:17', '2027-01-07T08:17:00.000Z'],
    ['2027-01-07 08:17:17 UTC', '2027-01-07T08:17:17.000Z'],
    ['2027-01-07 08:17:17 CET', '2027-01-07T07:17:17.000Z'],
    ['2027-07-07 08:17 cest', '2027-07-07T06:17:00.000Z'],
    ['2027-01-07 08:17:17+01', '2027-01-07T07:17:17.000Z'],
    ['7/Jan/27 8:17 PM', '2027-01-07T20:17:00.000Z'],
    ['07-Jan-2027 08:17:17', '2027-01-07T08:17:17.000Z'],
    ['7 January 2027', '2027-01-07T00:00:00.000Z'],
    ['Jan 7, 2027, 08:17', '2027-01-07T08:17:00.000Z'],
    ['1800000000', '2027-01-15T08:00:00.000Z'],
    ['1800000000000', '2027-01-15T08:00:00.000Z'],
  ])('reads %s one way', (text, iso) => {
    expect(read(text)).toEqual([iso, iso])
  })

  it.each([
    ['7/1/2027 8:17', '2027-01-07T08:17:00.000Z', '2027-07-01T08:17:00.000Z'],
    ['29/2/2016 01:16', '2016-02-29T01:16:00.000Z', ''],
    ['01-13-2027 12:05:00 AM', '', '2027-01-13T00:05:00.000Z'],
    ['7/7/2027 12:05 PM', '2027-07-07T12:05:00.000Z', '2027-07-07T12:05:00.000Z'],
  ])('reads %s with the day first or the month first', (text, dayFirst, monthFirst) => {
    expect(read(text)).toEqual([dayFirst, monthFirst])
  })

  it.each([
    '',
    'yesterday',
    '2027-01-07 08:17:17 EST',
    '2027-02-30T08:00:00',
    '2027-13-01',
    '31/31/2027',
    '2027-01-07T25:00',
    '7/1/27 08:00',
    '7/Foo/27',
    '31/Feb/2027',
  ])('doesn’t guess at "%s"', (text) => {
    expect(read(text)).toBeUndefined()
  })
})
