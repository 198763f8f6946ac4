import { describe, expect, it } from 'vitest'
import { calendarOf, minutesOf, workingCalendar } from '../../../graph/catalogue/duration.ts'

describe('minutesOf', () => {
  it.each([
    ['PT45M', 45],
    ['PT2H', 120],
    ['PT1.5H', 90],
    ['PT30S', 0.5],
    ['PT0M', 0],
    ['P1D', 8 * 60],
    ['P1W', 5 * 8 * 60],
    ['P1DT4H', 12 * 60],
    ['P1W2DT3H4M30S', (7 * 8 + 3) * 60 + 4.5],
  ])('%s is %d minutes of working time', (duration, minutes) => {
    expect(minutesOf(duration, workingCalendar)).toBe(minutes)
  })

  it('counts days and weeks of the calendar that it is given', () => {
    expect(minutesOf('P1W1D', { hoursPerDay: 7.5, daysPerWeek: 4 })).toBe(5 * 7.5 * 60)
    expect(minutesOf('P1W1D', calendarOf('ELAPSED_TIME', workingCalendar))).toBe(8 * 24 * 60)
    expect(calendarOf('WORKING_TIME', { hoursPerDay: 7.5, daysPerWeek: 4 }).hoursPerDay).toBe(7.5)
  })
})
