import { describe, expect, it } from 'vitest'
import type { Item } from '../../../site/src/catalogue/catalogue.ts'
import type { Relation } from '../../../site/src/catalogue/model.ts'
import { waysFrom, waysWorthTelling } from '../../../site/src/page/flow.ts'
import { itemWith } from './item.ts'

const next = { type: 'NEXT' } as Relation
const [hear, look, tell] = ['Hear', 'Look', 'Tell'].map((name, i) => itemWith({ position: i + 1 }, name)) as [
  Item,
  Item,
  Item,
]
const steps = [
  {
    ...hear,
    holds: [
      { relation: next, item: tell, values: { share: 70 } },
      { relation: next, item: look, values: {} },
    ],
  },
  { ...look, holds: [{ relation: next, item: tell, values: { rework: false } }] },
  { ...tell, holds: [{ relation: next, item: hear, values: { rework: true, when: 'It was another question' } }] },
]
const ways = (i: number): string[] =>
  waysFrom(steps[i] as Item).map(({ to, rework }) => `${to.name}${rework ? ', back' : ''}`)

describe('the ways from a step', () => {
  it('are those that it says, in the order of the steps', () => {
    expect(ways(0)).toStrictEqual(['Look', 'Tell'])
    expect(ways(2)).toStrictEqual(['Hear, back'])
  })

  it('are none where the stream ends', () => {
    expect(waysFrom(tell)).toStrictEqual([])
  })

  it('need no telling where there is only the one to the step that follows', () => {
    const on = { ...look, holds: [{ relation: next, item: tell, values: {} }] }
    expect(waysWorthTelling(on, [hear, on, tell])).toStrictEqual([])
    expect(waysWorthTelling(steps[0] as Item, steps)).toHaveLength(2)
  })
})
