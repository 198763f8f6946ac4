import type { Rule } from '../rule.ts'
import { nameOf, placeOfItem } from '../view.ts'

/** A supplier that holds no contract itself, nor belongs to or owns one that does, nor makes what others sell. */
export const rule: Rule = {
  name: 'supplier-without-contract',
  description: 'Every supplier holds a contract, makes something that another sells, or is the group of one that does.',
  severity: 'warning',
  *check({ items, to }) {
    for (const item of items.values()) {
      if (item.kind.name !== 'Supplier') continue
      if (['AGREED_WITH', 'MADE_BY', 'BELONGS_TO'].some((type) => to(item.id, type).length > 0)) continue
      yield {
        message: `Supplier "${nameOf(item)}" has no contract.`,
        hint: 'Write the contract (contracts/…, "suppliers"), or retire the supplier.',
        place: placeOfItem(item),
        item: item.id,
      }
    }
  },
}
