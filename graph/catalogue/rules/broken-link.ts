import type { Rule } from '../rule.ts'
import { suggestId } from '../suggest.ts'
import { linksOf } from '../text-links.ts'

export const rule: Rule = {
  name: 'broken-link',
  description: 'Links in texts that name an item’s id lead to an item.',
  severity: 'warning',
  *check({ items, model, former }) {
    for (const item of items.values()) {
      for (const { id, place } of linksOf(item, model)) {
        if (items.has(former.now(id))) continue
        yield {
          message: `The text links to ${id}, which doesn’t exist.`,
          hint: suggestId(id, items.keys()),
          place,
          item: item.id,
        }
      }
    }
  },
}
