import type { Rule } from '../rule.ts'
import { nameOf, placeOfItem } from '../view.ts'

/** A practice that an organisation takes up (its own layer writes about it) should feed some stream. */
export const rule: Rule = {
  name: 'practice-feeds-no-stream',
  description: 'A practice that the organisation has taken up works at least one step of a value stream.',
  severity: 'info',
  *check({ items, ownLayer, to }) {
    for (const item of items.values()) {
      const isOwn = item.drafts.some((draft) => draft.place.layer === ownLayer)
      if (item.kind.name !== 'Practice' || !isOwn || to(item.id, 'WORKED_BY').length > 0) continue
      yield {
        message: `Practice "${nameOf(item)}" feeds no value stream.`,
        hint: 'Name it in the steps that it works, or ask what it is for.',
        place: placeOfItem(item),
        item: item.id,
      }
    }
  },
}
