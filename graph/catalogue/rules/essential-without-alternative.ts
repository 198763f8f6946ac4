import type { Rule } from '../rule.ts'
import { nameOf, placeIn } from '../view.ts'

/** What services, products and applications need without an alternative is where they break. */
const watched = new Set(['NEEDS', 'COMPOSED_OF'])
const kinds = new Set(['Application', 'Product', 'Service'])

export const rule: Rule = {
  name: 'essential-without-alternative',
  description: 'What applications, products and services need essentially has an alternative in a redundancy group.',
  severity: 'info',
  *check({ items, from, to }) {
    for (const item of items.values()) {
      if (!kinds.has(item.kind.name)) continue
      const needs = [...from(item.id), ...to(item.id).filter((each) => each.relation.impact === 'SERVES')]
      const backedUp = (group: unknown): boolean =>
        group !== undefined && needs.filter((each) => each.values['redundancyGroup'] === group).length > 1
      const alone = from(item.id).filter(
        (each) =>
          watched.has(each.type) &&
          each.values['criticality'] === 'ESSENTIAL' &&
          !backedUp(each.values['redundancyGroup']),
      )
      if (alone.length === 0) continue
      const names = alone.map((each) => each.to)
      yield {
        message: `${item.kind.name} "${nameOf(item)}" stops without ${names.join(', ')}: nothing takes ${names.length === 1 ? 'its' : 'their'} place.`,
        hint: 'Where there is an alternative, put both into one "redundancyGroup".',
        place: alone[0]?.place ?? placeIn(item, 'name'),
        item: item.id,
      }
    }
  },
}
