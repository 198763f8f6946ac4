import { accountableKinds } from '../accountable-kinds.ts'
import type { Rule } from '../rule.ts'
import { nameOf, placeOfItem } from '../view.ts'

/** What a catalogue's own layer writes must have an owner; what a built-in layer brings gets one when it is taken up. */
export const rule: Rule = {
  name: 'missing-owner',
  description: 'Everything that somebody must be accountable for says who: its owner.',
  severity: 'warning',
  *check({ items, ownLayer }) {
    for (const item of items.values()) {
      const isOwn = item.drafts.some((draft) => draft.place.layer === ownLayer)
      if (
        !isOwn ||
        !accountableKinds.has(item.kind.name) ||
        (item.references.get('owner')?.references?.length ?? 0) > 0
      )
        continue
      yield {
        message: `${item.kind.name} "${nameOf(item)}" has no owner.`,
        hint: 'Name the one party that is accountable for it: "owner: team/…".',
        place: placeOfItem(item),
        item: item.id,
      }
    }
  },
}
