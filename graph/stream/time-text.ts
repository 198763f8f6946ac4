import { elapsedCalendar } from '../catalogue/duration.ts'
import type { Calendar } from '../catalogue/duration.ts'
import type { Stream } from './stream.ts'

/**
 * Minutes as people say them, in days, hours and minutes of a calendar: "2 d 3 h", "45 min", "30 s". Rounded to minutes from
 * ten minutes on, to tenths of a minute below. A true minus stands before what is negative.
 */
export function timeText(minutes: number, calendar: Calendar): string {
  const sign = minutes < 0 ? '−' : ''
  const amount = Math.abs(minutes)
  if (amount > 0 && amount < 1) return `${sign}${Math.max(1, Math.round(amount * 60))} s`
  if (amount < 10) return `${sign}${Math.round(amount * 10) / 10} min`
  const perDay = Math.round(calendar.hoursPerDay * 60)
  const rounded = Math.round(amount)
  const parts = [
    [Math.floor(rounded / perDay), 'd'],
    [Math.floor((rounded % perDay) / 60), 'h'],
    [(rounded % perDay) % 60, 'min'],
  ] as const
  return sign + parts.flatMap(([number, unit]) => (number > 0 ? [`${number} ${unit}`] : [])).join(' ')
}

/** What a stream's times count, in words: said wherever its times are, so that nobody mixes two calendars. */
export function clockText(timesIn: Stream['timesIn'], working: Calendar): string {
  const { hoursPerDay, daysPerWeek } = timesIn === 'ELAPSED_TIME' ? elapsedCalendar : working
  const what = timesIn === 'ELAPSED_TIME' ? 'Elapsed time, nights and weekends included' : 'Working time'
  return `${what}: a day is ${hoursPerDay} h, a week ${daysPerWeek} days`
}
