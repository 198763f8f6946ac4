import { isMap } from 'yaml'
import { calendarSettings } from './config-settings.ts'
import type { Calendar } from './duration.ts'
import { workingCalendar } from './duration.ts'
import type { Field, FieldReader } from './read-fields.ts'

/** Reads `calendar` of a configuration; undefined where it says none, or none that can be. That was reported. */
export function readCalendar(field: Field | undefined, reader: FieldReader): Calendar | undefined {
  if (field?.value === undefined) return undefined
  if (!isMap(field.value)) {
    reader.wrongType(field.value, '"calendar" takes a mapping')
    return undefined
  }
  const said = reader.attributes(calendarSettings, reader.fields(field.value), '"calendar"')
  const calendar = { ...workingCalendar, ...said }
  for (const [name, most] of [
    ['hoursPerDay', 24],
    ['daysPerWeek', 7],
  ] as const) {
    if (calendar[name] > 0 && calendar[name] <= most) continue
    const place = reader.placeOf(field.value.get(name, true))
    reader.error(
      'config',
      place,
      `"${name}" is above 0 and at most ${String(most)}.`,
      'Write hours of a day and days of a week.',
    )
    return undefined
  }
  return calendar
}
