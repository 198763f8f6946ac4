import type { LogEvent } from '../../../../graph/stream/event-log/log-event.ts'

const begin = Date.UTC(2027, 0, 4, 9)

/** A line of a log; `minute` counts from 9 on Monday, 4 January 2027 (UTC). */
export function line(of: string, activity: string, minute: number, fields: Partial<LogEvent> = {}): LogEvent {
  return { case: of, activity, time: new Date(begin + minute * 60_000).toISOString(), ...fields }
}

/** A case whose activities end ten minutes after each other. */
export function caseOf(name: string, ...activities: string[]): LogEvent[] {
  return activities.map((activity, i) => line(name, activity, i * 10))
}

/** So many cases alike. */
export function casesOf(count: number, name: string, ...activities: string[]): LogEvent[] {
  return Array.from({ length: count }, (_, i) => caseOf(`${name}${String(i)}`, ...activities)).flat()
}
