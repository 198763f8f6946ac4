import type { Rule } from '../rule.ts'
import { nameOf, placeOfItem } from '../view.ts'

/** Relations that call for a skill. */
const callsFor = ['NEEDS_SKILL', 'REQUIRES_SKILL', 'CALLS_FOR']

/** Asked only of catalogues that say which team has which skill at all. */
export const rule: Rule = {
  name: 'unheld-skill',
  description: 'Every skill that a step, a role or an activity calls for is held by a team.',
  severity: 'warning',
  *check({ items, relations, to }) {
    if (!relations.some((each) => each.type === 'HAS_SKILL')) return
    for (const item of items.values()) {
      if (item.kind.name !== 'Skill' || to(item.id, 'HAS_SKILL').length > 0) continue
      const callers = callsFor.flatMap((type) => to(item.id, type)).map((each) => each.from)
      if (callers.length === 0) continue
      yield {
        message: `No team has the skill "${nameOf(item)}", which ${callers.slice(0, 3).join(', ')}${callers.length > 3 ? ' and others' : ''} call${callers.length === 1 ? 's' : ''} for.`,
        hint: 'Write it under the "skills" of the team that has it, or plan to learn, hire or buy it.',
        place: placeOfItem(item),
        item: item.id,
      }
    }
  },
}
