import type { Rule } from '../rule.ts'
import { nameOf, placeIn } from '../view.ts'

/** The flow of a stream stays within it, and no more cases leave a step than come to it. */
export const rule: Rule = {
  name: 'step-flow',
  description: 'Steps lead to steps of their own stream, and the shares of the ways out of one add up to 100 at most.',
  severity: 'error',
  *check({ items, from }) {
    for (const item of items.values()) {
      if (item.kind.name !== 'Step') continue
      const ways = from(item.id, 'NEXT')
      for (const way of ways) {
        if (items.get(way.to)?.inside === item.inside) continue
        yield {
          message: `Step "${nameOf(item)}" leads to ${way.to}, a step of another stream.`,
          hint: 'A stream is followed within its own file.',
          place: way.place,
          item: item.id,
        }
      }
      const sum = ways.reduce(
        (all, way) => all + (typeof way.values['share'] === 'number' ? way.values['share'] : 0),
        0,
      )
      const share = Math.round(sum * 1000) / 1000
      if (share > 100) {
        yield {
          message: `The ways out of step "${nameOf(item)}" add up to ${String(share)} of 100 cases.`,
          hint: 'Shares are of the cases that leave this step.',
          place: placeIn(item, 'next'),
          item: item.id,
        }
      }
    }
  },
}
