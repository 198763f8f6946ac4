import { calendarOf, minutesOf } from '../duration.ts'
import type { Rule } from '../rule.ts'
import { nameOf, placeIn, textOf } from '../view.ts'

/** Hands-on time is part of the time from arriving to leaving (domain, "Value stream mapping's measures"). */
export const rule: Rule = {
  name: 'process-time',
  description: 'A step’s process time is never longer than its lead time.',
  severity: 'error',
  *check({ items, calendar: working }) {
    for (const item of items.values()) {
      const process = textOf(item, 'processTime')
      const lead = textOf(item, 'leadTime')
      if (process === undefined || lead === undefined) continue
      const stream = item.inside === undefined ? undefined : items.get(item.inside)
      const calendar = calendarOf(stream && textOf(stream, 'timesIn'), working)
      if (minutesOf(process, calendar) <= minutesOf(lead, calendar)) continue
      yield {
        message: `Step "${nameOf(item)}" takes longer hands-on (${process}) than from arriving to leaving (${lead}).`,
        hint: 'Lead time includes process time.',
        place: placeIn(item, 'processTime'),
        item: item.id,
      }
    }
  },
}
