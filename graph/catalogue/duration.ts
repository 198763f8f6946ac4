/** How long a day and a week are in durations. */
export interface Calendar {
  /** Above 0, at most 24. */
  readonly hoursPerDay: number
  /** Above 0, at most 7. */
  readonly daysPerWeek: number
}

/** Working time where the catalogue doesn't say otherwise. */
export const workingCalendar: Calendar = { hoursPerDay: 8, daysPerWeek: 5 }

/** Elapsed time, nights and weekends included. */
export const elapsedCalendar: Calendar = { hoursPerDay: 24, daysPerWeek: 7 }

/** The calendar that a stream's durations are in: its `timesIn` says which of the two, working time when left out. */
export const calendarOf = (timesIn: unknown, working: Calendar): Calendar =>
  timesIn === 'ELAPSED_TIME' ? elapsedCalendar : working

/** A duration (ISO 8601, with weeks, days, hours, minutes, seconds) in minutes by a calendar. */
export function minutesOf(duration: string, calendar: Calendar): number {
  const [days = '', time = ''] = duration.replace(/^P/, '').split('T')
  const part = (text: string, letter: string): number => Number(new RegExp(`([\\d.]+)${letter}`).exec(text)?.[1] ?? 0)
  const inDays = part(days, 'W') * calendar.daysPerWeek + part(days, 'D')
  return inDays * calendar.hoursPerDay * 60 + part(time, 'H') * 60 + part(time, 'M') + part(time, 'S') / 60
}
