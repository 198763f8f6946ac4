import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, minutesOf } from '../../../../graph/catalogue/duration.ts'
import { readScalar } from '../../../../graph/catalogue/scalars.ts'
import { minutesText } from '../../../../graph/stream/event-log/minutes-text.ts'

describe('minutesText', () => {
  it.each([
    [0, '0 min'],
    [0.25, '15 s'],
    [1.5, '1 min 30 s'],
    [59.6, '1 h'],
    [1571, '1 d 2 h 11 min'],
    [20160, '14 d'],
  ])('%d elapsed minutes are %s', (minutes, text) => {
    expect(minutesText(minutes, 'ELAPSED_TIME')).toBe(text)
  })

  it('writes working time in hours, since working days differ', () => {
    expect(minutesText(1571, 'WORKING_TIME')).toBe('26 h 11 min')
  })

  it.each(['ELAPSED_TIME', 'WORKING_TIME'] as const)('is read as the same %s, and keeps order', (timesIn) => {
    const minutes = fc.double({ min: 0, max: 100_000, noNaN: true })
    const there = (number: number): number => {
      const text = minutesText(number, timesIn)
      const scalar = readScalar('Duration', text, text)
      const calendar = calendarOf(timesIn, { hoursPerDay: 7.5, daysPerWeek: 4 })
      return 'value' in scalar ? minutesOf(String(scalar.value), calendar) : Number.NaN
    }
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        expect(Math.abs(there(a) - a)).toBeLessThanOrEqual(0.5)
        expect(there(Math.min(a, b))).toBeLessThanOrEqual(there(Math.max(a, b)))
      }),
    )
  })
})
