import type { Calendar } from './duration.ts'
import { workingCalendar } from './duration.ts'
import type { ReadConfig } from './read-config.ts'
import type { Report } from './report.ts'

/**
 * The calendar of a catalogue: the highest layer's that says one. A lower layer that says another one wrote its durations
 * in days of another length: that is reported, never mixed silently.
 * @param layers their configurations, lowest first.
 */
export function calendarIn(layers: readonly ReadConfig[], report: Report): Calendar {
  const [top, ...lower] = layers
    .flatMap((read) => {
      const { calendar } = read.config
      return calendar === undefined ? [] : [{ read, calendar }]
    })
    .reverse()
  if (top === undefined) return workingCalendar
  for (const { read, calendar } of lower) {
    if (calendar.hoursPerDay === top.calendar.hoursPerDay && calendar.daysPerWeek === top.calendar.daysPerWeek) continue
    report.add(
      'warning',
      'config',
      top.read.placeOf('calendar'),
      `This calendar (${say(top.calendar)}) isn’t that of the layer "${read.config.name}" (${say(calendar)}), whose durations in days are read with this one.`,
      { hint: 'Write that layer’s durations in hours, or the same calendar in both.' },
    )
  }
  return top.calendar
}

const say = ({ hoursPerDay, daysPerWeek }: Calendar): string => `${hoursPerDay} h a day, ${daysPerWeek} days a week`
