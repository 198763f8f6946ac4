import type { Rule, RuleFinding } from '../rule.ts'
import type { FollowedRelation } from '../view.ts'

/** Needs of one item that share a group back each other up (design, "Impact"): at least two, and agreed on how many must work. */
export const rule: Rule = {
  name: 'redundancy-group',
  description: 'Members of a redundancy group agree on how many of them must work, and there are that many.',
  severity: 'error',
  *check({ items, from, to }) {
    for (const item of items.values()) {
      const needs = [
        ...from(item.id).filter((each) => each.relation.impact === 'NEEDS'),
        ...to(item.id).filter((each) => each.relation.impact === 'SERVES'),
      ]
      const groups = new Map<string, FollowedRelation[]>()
      for (const need of needs) {
        const group = need.values['redundancyGroup']
        if (typeof group === 'string') groups.set(group, [...(groups.get(group) ?? []), need])
      }
      for (const [group, members] of groups) yield* judge(item.id, group, members)
    }
  },
}

function* judge(item: string, group: string, members: readonly FollowedRelation[]): Iterable<RuleFinding> {
  const saying = members.filter((each) => each.values['atLeast'] !== undefined)
  const [first] = saying
  if (first === undefined) return
  const wanted = Number(first.values['atLeast'])
  const other = saying.find((each) => each.values['atLeast'] !== first.values['atLeast'])
  if (other !== undefined) {
    yield {
      message: `Redundancy group "${group}" of ${item} says atLeast ${String(wanted)} and ${String(Number(other.values['atLeast']))}.`,
      hint: 'Say it once, or everywhere the same.',
      place: other.place,
      item,
    }
  }
  if (wanted < 1 || wanted > members.length) {
    yield {
      message: `Redundancy group "${group}" of ${item} needs at least ${String(wanted)} of its ${String(members.length)}.`,
      hint: `Write a number from 1 to ${String(members.length)}.`,
      place: first.place,
      item,
    }
  }
}
