import { workingCalendar } from '../../catalogue/duration.ts'

/** What counts as time between two points: all of it, or working hours only. Never both in one stream. */
export interface Clock {
  /** Minutes that count between two points in time (milliseconds since 1970); 0 where `to` isn't later. */
  readonly between: (from: number, to: number) => number
  /** What its minutes are, for the file: "elapsed time, nights and weekends included". */
  readonly meaning: string
}

/** Every minute counts. */
export const elapsedClock: Clock = {
  between: (from, to) => Math.max(0, to - from) / 60_000,
  meaning: 'elapsed time, nights and weekends included',
}

/** When people work. */
export interface WorkingHours {
  /** Minutes after midnight. */
  readonly from: number
  /** Days of the week, 0 for Sunday to 6 for Saturday. */
  readonly days: readonly number[]
  /** How far local time is ahead of UTC, in minutes, all year: daylight saving isn't followed. */
  readonly offset: number
}

/** Monday to Friday, from nine, by UTC. */
export const usualHours: WorkingHours = { from: 9 * 60, days: [1, 2, 3, 4, 5], offset: 0 }

/**
 * Only working hours count: `hoursPerDay` of the working calendar, from the hour given, on the days given. Public holidays
 * count as working days.
 */
export function workingClock(hours: WorkingHours = usualHours): Clock {
  const perDay = workingCalendar.hoursPerDay * 60
  // Working minutes since 1970, which was a Thursday.
  const worked = (time: number): number => {
    const local = time / 60_000 + hours.offset
    const day = Math.floor(local / 1440)
    const weeks = Math.floor((day + 4) / 7)
    const today = day + 4 - weeks * 7
    const before = hours.days.filter((each) => each < today).length
    const now = hours.days.includes(today) ? Math.min(perDay, Math.max(0, local - day * 1440 - hours.from)) : 0
    return (weeks * hours.days.length + before) * perDay + now
  }
  const until = hours.from + perDay
  return {
    between: (from, to) => Math.max(0, worked(to) - worked(from)),
    meaning: `working time, ${clockTime(hours.from)} to ${clockTime(until)} on ${hours.days.length} days a week`,
  }
}

function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
