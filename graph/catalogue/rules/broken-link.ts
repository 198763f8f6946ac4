import type { Rule } from '../rule.ts'
import { suggestId } from '../suggest.ts'

/** Links in Markdown name other items by their ids; addresses and anchors are left alone. */
const link = /\]\(([a-z][a-z0-9-]*\/[a-z0-9/-]+)\)/g

export const rule: Rule = {
  name: 'broken-link',
  description: 'Links in texts that name an item’s id lead to an item.',
  severity: 'warning',
  *check({ items, model }) {
    const prefixes = new Set([...model.kinds.values()].map((kind) => kind.idPrefix))
    for (const item of items.values()) {
      for (const attribute of item.kind.attributes) {
        const said = attribute.type === 'Markdown' ? item.values.get(attribute.name) : undefined
        if (typeof said?.value !== 'string') continue
        for (const match of said.value.matchAll(link)) {
          const id = match[1] ?? ''
          if (items.has(id) || !prefixes.has(id.slice(0, id.indexOf('/')))) continue
          const before = said.value.slice(0, match.index).split('\n').length - 1
          const place = said.textPlace ?? said.place
          yield {
            message: `The text links to ${id}, which doesn’t exist.`,
            hint: suggestId(id, items.keys()),
            place: before === 0 ? place : { ...place, line: place.line + before, column: 1 },
            item: item.id,
          }
        }
      }
    }
  },
}
