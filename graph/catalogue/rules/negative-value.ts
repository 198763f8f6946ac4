import type { Rule } from '../rule.ts'
import { nameOf, placeIn } from '../view.ts'

/** What is worth less than nothing lowers every sum over contracts without a word. */
export const rule: Rule = {
  name: 'negative-value',
  description: 'No contract has a value below zero: sums over suppliers and contracts would be too low.',
  severity: 'warning',
  *check({ items }) {
    for (const item of items.values()) {
      const value = item.kind.name === 'Contract' ? item.values.get('value')?.value : undefined
      if (typeof value !== 'object' || !('amount' in value) || Number(value['amount']) >= 0) continue
      yield {
        message: `Contract "${nameOf(item)}" has a value below zero: ${String(value['amount'])}.`,
        hint: 'Write what is paid over its whole term, or leave the value out.',
        place: placeIn(item, 'value'),
        item: item.id,
      }
    }
  },
}
