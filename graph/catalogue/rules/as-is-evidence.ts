import type { Rule } from '../rule.ts'
import { nameOf, placeIn, textOf } from '../view.ts'

/** As-is describes one observed situation (domain, "Value streams"): without when and how, nobody can judge it. */
export const rule: Rule = {
  name: 'as-is-evidence',
  description: 'An as-is stream says when and how it was observed.',
  severity: 'warning',
  *check({ items }) {
    for (const item of items.values()) {
      if (
        item.kind.name !== 'ValueStream' ||
        textOf(item, 'perspective') !== 'AS_IS' ||
        item.values.get('mapped')?.value !== undefined
      )
        continue
      yield {
        message: `Value stream "${nameOf(item)}" is as-is, but doesn’t say when and how it was observed.`,
        hint: 'Write "mapped: {on: …, by: …, cases: …, method: …}".',
        place: placeIn(item, 'perspective'),
        item: item.id,
      }
    }
  },
}
