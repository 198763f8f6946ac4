/**
 * The day that lies a period before another, by the calendar: three months before 31 May is 28 (or 29) February. What
 * would lie before the year 1 is its first day.
 * @param day a date: 2027-06-30.
 * @param period ISO 8601 with years, months, weeks and days: P3M.
 */
export function daysBefore(day: string, period: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const part = (letter: string): number => Number(new RegExp(`(\\d+)${letter}`).exec(period)?.[1] ?? 0)
  const months = part('Y') * 12 + part('M')
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - months)
  const end = new Date(date)
  end.setUTCMonth(end.getUTCMonth() + 1, 0)
  date.setUTCDate(Math.min(dayOfMonth, end.getUTCDate()) - part('W') * 7 - part('D'))
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 ? firstDay : date.toISOString().slice(0, 10)
}

/** Whole days from one day to another: negative where the other lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

const firstDay = '0001-01-01'
