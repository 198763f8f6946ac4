import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elapsedClock, readWorkingHours, workingClock } from '../../../../graph/stream/event-log/clock.ts'

const at = (text: string): number => Date.parse(`${text}Z`)

describe('elapsedClock', () => {
  it('counts every minute', () => {
    expect(elapsedClock.between(at('2027-01-08T16:00'), at('2027-01-11T10:00'))).toBe(66 * 60)
  })
})

describe('workingClock', () => {
  const { between, meaning } = workingClock()

  // 8 January 2027 is a Friday.
  it.each([
    ['within a day', '2027-01-08T10:00', '2027-01-08T11:30', 90],
    ['over a night', '2027-01-07T16:00', '2027-01-08T10:00', 120],
    ['over a weekend', '2027-01-08T16:00', '2027-01-11T10:00', 120],
    ['outside of hours', '2027-01-08T18:00', '2027-01-10T23:00', 0],
    ['a week', '2027-01-06T12:00', '2027-01-13T12:00', 5 * 480],
    ['backwards', '2027-01-08T11:30', '2027-01-08T10:00', 0],
    ['before 1970', '1969-12-30T10:00', '1970-01-02T10:00', 3 * 480],
  ])('%s', (_, from, to, minutes) => {
    expect(between(at(from), at(to))).toBeCloseTo(minutes, 6)
  })

  it('follows hours, days and zone as given, and says them', () => {
    const other = workingClock({ from: 7 * 60, days: [0, 6], offset: 60 })
    expect(other.between(at('2027-01-08T00:00'), at('2027-01-09T07:00'))).toBe(60)
    expect(meaning).toBe('working time, 09:00 to 17:00 on 5 days a week')
    expect(other.meaning).toBe('working time, 07:00 to 15:00 on 2 days a week')
  })

  it('adds up', () => {
    const time = fc.integer({ min: 0, max: 40_000_000 }).map((minutes) => minutes * 60_000)
    fc.assert(
      fc.property(fc.tuple(time, time, time), (times) => {
        const [a = 0, b = 0, c = 0] = times.toSorted((x, y) => x - y)
        expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c), 4)
        expect(between(a, c)).toBeLessThanOrEqual(elapsedClock.between(a, c) + 1e-6)
      }),
    )
  })

  it('takes the length of days and weeks from the calendar, and never counts past midnight', () => {
    const long = workingClock({ from: 0, offset: 0 }, { hoursPerDay: 24, daysPerWeek: 7 })
    expect(long.between(at('2027-01-08T16:00'), at('2027-01-11T10:00'))).toBe(66 * 60)
    const late = workingClock({ from: 20 * 60, offset: 0 }, { hoursPerDay: 8, daysPerWeek: 6 })
    expect(late.between(at('2027-01-04T00:00'), at('2027-01-11T00:00'))).toBe(6 * 4 * 60)
    expect(late.meaning).toBe('working time, 20:00 to 24:00 on 6 days a week')
  })
})

describe('readWorkingHours', () => {
  it('reads when the day begins, with a zone or without', () => {
    expect(readWorkingHours('9:00')).toEqual({ from: 540, offset: 0 })
    expect(readWorkingHours('07:30-03:30')).toEqual({ from: 450, offset: -210 })
    expect(['', '9', '24:00', '09:60', '9-17'].map(readWorkingHours)).toEqual(Array(5).fill(undefined))
  })
})
