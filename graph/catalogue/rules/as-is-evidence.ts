import type { Value } from '../catalogue.ts'
import type { Rule } from '../rule.ts'
import { nameOf, placeIn, textOf } from '../view.ts'

const said = new Intl.ListFormat('en')
const asked = [
  { part: 'on', word: 'when' },
  { part: 'where', word: 'where' },
  { part: 'method', word: 'how' },
]

/** As-is describes one observed situation (domain, "Value streams"): without when, where and how, nobody can judge it. */
export const rule: Rule = {
  name: 'as-is-evidence',
  description: 'An as-is stream says when, where and how it was observed.',
  severity: 'warning',
  *check({ items }) {
    for (const item of items.values()) {
      if (item.kind.name !== 'ValueStream' || textOf(item, 'perspective') !== 'AS_IS') continue
      const mapped = item.values.get('mapped')?.value as Readonly<Record<string, Value>> | undefined
      const unsaid = asked.filter(({ part }) => mapped?.[part] === undefined).map(({ word }) => word)
      if (unsaid.length === 0) continue
      yield {
        message: `Value stream "${nameOf(item)}" is as-is, but doesn’t say ${said.format(unsaid)} it was observed.`,
        hint: 'Write "mapped: {on: …, where: …, by: …, cases: …, method: …}".',
        place: placeIn(item, mapped === undefined ? 'perspective' : 'mapped'),
        item: item.id,
      }
    }
  },
}
