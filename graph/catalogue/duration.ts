/** Hours of a working day and days of a working week, for durations in days and weeks. */
export const workingCalendar = { hoursPerDay: 8, daysPerWeek: 5 } as const

/** A duration (ISO 8601, with weeks, days, hours, minutes, seconds) in minutes of working time. */
export function minutesOf(duration: string): number {
  const [days = '', time = ''] = duration.replace(/^P/, '').split('T')
  const part = (text: string, letter: string): number => Number(new RegExp(`([\\d.]+)${letter}`).exec(text)?.[1] ?? 0)
  const workingDays = part(days, 'W') * workingCalendar.daysPerWeek + part(days, 'D')
  return workingDays * workingCalendar.hoursPerDay * 60 + part(time, 'H') * 60 + part(time, 'M') + part(time, 'S') / 60
}
