import type { Rule } from '../rule.ts'
import { nameOf, textOf } from '../view.ts'

/** A plan takes the place of what happens (domain, "Value streams"): the other way round the two were mistaken for each other. */
export const rule: Rule = {
  name: 'replaced-stream',
  description: 'Only a to-be stream replaces another, and what it replaces is as-is.',
  severity: 'warning',
  *check({ items, relations }) {
    for (const { type, from, to, place } of relations) {
      if (type !== 'REPLACES') continue
      const [plan, replaced] = [items.get(from), items.get(to)]
      if (plan === undefined || replaced === undefined) continue
      const wrong = [
        ...(textOf(plan, 'perspective') === 'AS_IS' ? [`"${nameOf(plan)}" is as-is and can’t replace anything`] : []),
        ...(textOf(replaced, 'perspective') === 'TO_BE' ? [`"${nameOf(replaced)}" is to-be itself`] : []),
      ]
      if (wrong.length === 0) continue
      yield {
        message: `A to-be stream replaces as-is streams, but ${wrong.join(' and ')}.`,
        hint: 'Write "replaces" in the to-be stream, with the ids of as-is streams.',
        place,
        item: from,
      }
    }
  },
}
