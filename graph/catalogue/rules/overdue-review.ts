import type { Rule } from '../rule.ts'
import { nameOf, placeIn, textOf } from '../view.ts'

export const rule: Rule = {
  name: 'overdue-review',
  description: 'Items are looked at again by the day that they name.',
  severity: 'info',
  *check({ items, today }) {
    for (const item of items.values()) {
      const reviewBy = textOf(item, 'reviewBy')
      if (reviewBy === undefined || reviewBy >= today) continue
      yield {
        message: `${item.kind.name} "${nameOf(item)}" was to be reviewed by ${reviewBy}.`,
        hint: 'Look at it, then set the next date.',
        place: placeIn(item, 'reviewBy'),
        item: item.id,
      }
    }
  },
}
