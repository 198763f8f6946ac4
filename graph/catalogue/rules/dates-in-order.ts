import type { Rule } from '../rule.ts'
import { nameOf, placeIn, textOf } from '../view.ts'

/** By kind: the field with the first day, and the one with the last. */
const spans: Readonly<Record<string, readonly [string, string]>> = {
  Contract: ['start', 'end'],
  Decision: ['decidedOn', 'expires'],
  Policy: ['inForceFrom', 'inForceUntil'],
}

/** What ends before it begins never holds: one of the two days is mistyped. */
export const rule: Rule = {
  name: 'dates-in-order',
  description: 'No contract, decision or policy ends before it begins.',
  severity: 'warning',
  *check({ items }) {
    for (const item of items.values()) {
      const span = spans[item.kind.name]
      if (span === undefined) continue
      const [first, last] = span
      const [from, until] = [textOf(item, first), textOf(item, last)]
      if (from === undefined || until === undefined || from <= until) continue
      yield {
        message: `${item.kind.name} "${nameOf(item)}" ends before it begins: "${first}" is ${from}, "${last}" is ${until}.`,
        hint: 'Correct the day that is wrong.',
        place: placeIn(item, last),
        item: item.id,
      }
    }
  },
}
