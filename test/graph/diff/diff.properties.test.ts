import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffSides } from '../../../graph/diff/diff.ts'
import type { Diff } from '../../../graph/diff/diff.ts'
import type { FieldDifference } from '../../../graph/diff/item-differences.ts'
import { randomSides, sideOf } from './random-sides.ts'

const turned = { WORSE: 'BETTER', BETTER: 'WORSE', NEUTRAL: 'NEUTRAL' } as const
const opposite = { ADDED: 'REMOVED', REMOVED: 'ADDED', RENAMED: 'RENAMED', CHANGED: 'CHANGED' } as const

/** The meaning without its words, with the later side's ids. */
const meaningOf = ({ meaning }: Diff, idOf: (id: string) => string, turn: boolean): string[] =>
  meaning
    .map(({ topic, effect, item, others }) =>
      JSON.stringify([
        topic,
        turn ? turned[effect] : effect,
        // Where one takes another's place, which of the two it is told of depends on the direction.
        [item, ...others].map(({ id }) => idOf(id)).sort(),
      ]),
    )
    .sort()

const fieldOf = ({ field, before, after }: FieldDifference, turn: boolean): unknown =>
  turn ? [field, after, before] : [field, before, after]

const itemsOf = ({ items }: Diff, idOf: (id: string) => string, turn: boolean): string[] =>
  items
    .map(({ action, id, fields, relations }) =>
      JSON.stringify([
        turn ? opposite[action] : action,
        idOf(id),
        fields.map((each) => fieldOf(each, turn)),
        relations
          .map((each) => [
            turn ? opposite[each.action] : each.action,
            each.field,
            idOf(each.to.id),
            each.values.map((value) => fieldOf(value, turn)).sort(),
          ])
          .map((each) => JSON.stringify(each))
          .sort(),
      ]),
    )
    .sort()

describe('whatever is compared', () => {
  it('nothing differs from itself', () => {
    fc.assert(
      fc.property(randomSides, (side) => {
        const { differs, verdict, ...lists } = diffSides(sideOf(side), sideOf({ ...side }))
        expect({ differs, verdict }).toEqual({ differs: false, verdict: 'Nothing differs.' })
        expect(lists).toMatchObject({ meaning: [], items: [], model: [], settings: [] })
        expect(lists.findings).toEqual({ added: [], removed: [] })
      }),
    )
  })

  it('the other way round it is the opposite, of the same items', () => {
    fc.assert(
      fc.property(randomSides, randomSides, (a, b) => {
        const [there, back] = [diffSides(sideOf(a), sideOf(b)), diffSides(sideOf(b), sideOf(a))]
        const later = new Map(there.items.map(({ id, formerId }) => [formerId ?? id, id]))
        const laterId = (id: string): string => later.get(id) ?? id
        const same = (id: string): string => id
        expect(meaningOf(back, laterId, true)).toEqual(meaningOf(there, same, false))
        expect(itemsOf(back, laterId, true)).toEqual(itemsOf(there, same, false))
        expect(back.differs).toBe(there.differs)
      }),
      { numRuns: 300 },
    )
  })

  it('an id is told once, and what is told to be renamed is on each side under one id only', () => {
    fc.assert(
      fc.property(randomSides, randomSides, (a, b) => {
        const { items } = diffSides(sideOf(a), sideOf(b))
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
        for (const { id, formerId } of items) {
          if (formerId === undefined) continue
          expect([a.graph.nodes.has(formerId), b.graph.nodes.has(formerId)]).toEqual([true, false])
          expect([a.graph.nodes.has(id), b.graph.nodes.has(id)]).toEqual([false, true])
        }
      }),
    )
  })
})
