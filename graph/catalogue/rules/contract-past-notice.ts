import { daysBefore } from '../days.ts'
import type { Rule } from '../rule.ts'
import { nameOf, placeIn, textOf } from '../view.ts'

/** Past the notice date a contract ends, or renews itself, whether or not somebody wanted that. */
export const rule: Rule = {
  name: 'contract-past-notice',
  description: 'No contract is past its end, or so close to it that notice can’t be given any more.',
  severity: 'warning',
  *check({ items, today }) {
    for (const item of items.values()) {
      const end = textOf(item, 'end')
      if (item.kind.name !== 'Contract' || end === undefined) continue
      const notice = daysBefore(end, textOf(item, 'noticePeriod') ?? 'P0D')
      const name = `Contract "${nameOf(item)}"`
      const place = placeIn(item, 'end')
      if (end < today)
        yield {
          message: `${name} ended on ${end}.`,
          hint: 'Renew or replace it, or delete its file.',
          place,
          item: item.id,
        }
      else if (notice < today) {
        const renews = item.values.get('renewsItself')?.value === true
        yield {
          message: `${name} ends on ${end}; notice could be given until ${notice}.`,
          hint: renews ? 'It renews itself: plan for the next term.' : 'Agree on what follows it.',
          place,
          item: item.id,
        }
      }
    }
  },
}
