import { describe, expect, it } from 'vitest'
import { elapsedCalendar, workingCalendar } from '../../../graph/catalogue/duration.ts'
import { clockText, timeText } from '../../../graph/stream/time-text.ts'

describe('timeText', () => {
  it.each([
    [0, '0 min'],
    [0.005, '1 s'],
    [0.5, '30 s'],
    [1, '1 min'],
    [7.26, '7.3 min'],
    [59.6, '1 h'],
    [480, '1 d'],
    [1207.39, '2 d 4 h 7 min'],
    [-90, '−1 h 30 min'],
  ])('%d minutes of working time are %s', (minutes, text) => {
    expect(timeText(minutes, workingCalendar)).toBe(text)
  })

  it('counts days as long as the calendar says', () => {
    expect(timeText(1500, elapsedCalendar)).toBe('1 d 1 h')
    expect(timeText(900, { hoursPerDay: 7.5, daysPerWeek: 5 })).toBe('2 d')
  })
})

it('says what a stream’s times count', () => {
  expect(clockText('WORKING_TIME', { hoursPerDay: 7.5, daysPerWeek: 4 })).toBe(
    'Working time: a day is 7.5 h, a week 4 days',
  )
  expect(clockText('ELAPSED_TIME', workingCalendar)).toBe(
    'Elapsed time, nights and weekends included: a day is 24 h, a week 7 days',
  )
})
