import { workingCalendar } from '../../catalogue/duration.ts'
import type { Calendar } from '../../catalogue/duration.ts'
import type { Stream } from '../stream.ts'

/** What counts as time between two points: all of it, or working hours only. Never both in one stream. */
export interface Clock {
  /** Minutes that count between two points in time (milliseconds since 1970); 0 where `to` isn't later. */
  readonly between: (from: number, to: number) => number
  /** The same as a stream's file says it. */
  readonly timesIn: Stream['timesIn']
  /** What its minutes are, for the file: "elapsed time, nights and weekends included". */
  readonly meaning: string
}

/** Every minute counts. */
export const elapsedClock: Clock = {
  between: (from, to) => Math.max(0, to - from) / 60_000,
  timesIn: 'ELAPSED_TIME',
  meaning: 'elapsed time, nights and weekends included',
}

/** When people work. */
export interface WorkingHours {
  /** Minutes after midnight. */
  readonly from: number
  /** Days of the week, 0 for Sunday to 6 for Saturday. Left out: from Monday on, as many as the calendar's week has. */
  readonly days?: readonly number[] | undefined
  /** How far local time is ahead of UTC, in minutes, all year: daylight saving isn't followed. */
  readonly offset: number
}

/** From nine, by UTC. */
export const usualHours: WorkingHours = { from: 9 * 60, offset: 0 }

/** Reads when a working day begins: "09:00", or "8:30+01:00" where times have a zone. Undefined for anything else. */
export function readWorkingHours(text: string): WorkingHours | undefined {
  const [all, hour, minute, sign, ahead, minutes] = /^(\d{1,2}):(\d{2})(?:([+-])(\d{2}):(\d{2}))?$/.exec(text) ?? []
  const from = Number(hour) * 60 + Number(minute)
  if (all === undefined || from >= 1440 || Number(minute) > 59) return undefined
  return { from, offset: (sign === '-' ? -1 : 1) * (Number(ahead ?? 0) * 60 + Number(minutes ?? 0)) }
}

/**
 * Only working hours count: the calendar's hours a day, from the hour given, on the days given. Public holidays count as
 * working days. What would be worked past midnight isn't counted.
 */
export function workingClock(hours: WorkingHours = usualHours, calendar: Calendar = workingCalendar): Clock {
  const perDay = Math.min(calendar.hoursPerDay * 60, 1440 - hours.from)
  const days = hours.days ?? [1, 2, 3, 4, 5, 6, 0].slice(0, Math.max(1, Math.round(calendar.daysPerWeek)))
  // Working minutes since 1970, which was a Thursday.
  const worked = (time: number): number => {
    const local = time / 60_000 + hours.offset
    const day = Math.floor(local / 1440)
    const weeks = Math.floor((day + 4) / 7)
    const today = day + 4 - weeks * 7
    const before = days.filter((each) => each < today).length
    const now = days.includes(today) ? Math.min(perDay, Math.max(0, local - day * 1440 - hours.from)) : 0
    return (weeks * days.length + before) * perDay + now
  }
  const until = hours.from + perDay
  return {
    between: (from, to) => Math.max(0, worked(to) - worked(from)),
    timesIn: 'WORKING_TIME',
    meaning: `working time, ${clockTime(hours.from)} to ${clockTime(until)} on ${days.length} days a week`,
  }
}

function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
