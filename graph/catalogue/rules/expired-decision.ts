import type { Rule } from '../rule.ts'
import { nameOf, placeIn, textOf } from '../view.ts'

/** Decisions that still allow something. */
const inForce = new Set(['APPROVED', 'PILOT', 'EXCEPTION', 'SUNSETTING'])

/** A decision that has expired and that none supersedes leaves what it decided on undecided. */
export const rule: Rule = {
  name: 'expired-decision',
  description: 'No decision that allows something has expired without another in its place.',
  severity: 'warning',
  *check({ items, today, to }) {
    for (const item of items.values()) {
      const expires = textOf(item, 'expires')
      if (item.kind.name !== 'Decision' || expires === undefined || expires >= today) continue
      if (!inForce.has(textOf(item, 'status') ?? '') || to(item.id, 'SUPERSEDES').length > 0) continue
      yield {
        message: `Decision "${nameOf(item)}" expired on ${expires}.`,
        hint: 'Decide again: write a decision that "supersedes" it, or set its status to WITHDRAWN.',
        place: placeIn(item, 'expires'),
        item: item.id,
      }
    }
  },
}
