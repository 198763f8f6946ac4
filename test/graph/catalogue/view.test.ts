import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../../graph/catalogue/duration.ts'
import { FormerIds } from '../../../graph/catalogue/former-ids.ts'
import { createView, nameOf, placeIn, placeOfItem, textOf } from '../../../graph/catalogue/view.ts'
import type { FollowedRelation } from '../../../graph/catalogue/view.ts'
import type { MergedItem } from '../../../graph/catalogue/merge-layers.ts'
import { kindOf } from '../../../graph/model/model.ts'
import { readModel } from '../../../graph/model/read-model.ts'

const model = readModel()
const place = (line: number) => ({ layer: 'own', path: '/c/teams/a.yaml', file: 'teams/a.yaml', line, column: 1 })
const item = (values: MergedItem['values']): MergedItem => {
  const draft = {
    id: 'team/a',
    kind: kindOf(model, 'Team'),
    place: place(1),
    values,
    references: new Map(),
    inside: undefined,
  }
  return { ...draft, drafts: [draft] }
}

describe('the view', () => {
  const needs = model.relations.get('NEEDS')
  if (needs === undefined) throw new Error('The model has no NEEDS')
  const relation = (type: string, from: string, to: string): FollowedRelation => ({
    ...{ type, from, to, values: {}, sources: [] },
    relation: needs,
    place: place(1),
  })
  const relations = [relation('NEEDS', 'a', 'b'), relation('OWNED_BY', 'a', 'b'), relation('NEEDS', 'c', 'b')]
  const from = {
    model,
    ownLayer: 'own',
    today: '2026-11-22',
    calendar: workingCalendar,
    audiences: [],
    siteFiles: [],
    former: new FormerIds(),
  }
  const view = createView({ ...from, items: new Map(), relations })

  it('finds relations from either end, all or of one type', () => {
    expect(view.from('a')).toStrictEqual([relations[0], relations[1]])
    expect(view.from('a', 'NEEDS')).toStrictEqual([relations[0]])
    expect(view.to('b')).toStrictEqual(relations)
    expect(view.to('b', 'NEEDS')).toStrictEqual([relations[0], relations[2]])
  })

  it('finds none where there are none', () => {
    expect(view.from('b')).toStrictEqual([])
    expect(view.to('a', 'NEEDS')).toStrictEqual([])
  })
})

describe('an item in words', () => {
  const named = item(
    new Map([
      ['name', { value: 'A', place: place(2) }],
      ['tags', { value: ['x'], place: place(3) }],
    ]),
  )

  it('has a name, or an id while it has none', () => {
    expect(nameOf(named)).toBe('A')
    expect(nameOf(item(new Map()))).toBe('team/a')
    expect(nameOf(item(new Map([['name', { value: undefined, place: place(2) }]])))).toBe('team/a')
  })

  it('has texts, where they are texts', () => {
    expect(textOf(named, 'name')).toBe('A')
    expect(textOf(named, 'tags')).toBeUndefined()
    expect(textOf(named, 'summary')).toBeUndefined()
  })

  it('stands at its name, where the layer with the last word says it', () => {
    expect(placeOfItem(named)).toStrictEqual(place(2))
    expect(placeOfItem(item(new Map()))).toStrictEqual(place(1))
    const below = { value: 'A', place: { ...place(2), layer: 'below' } }
    expect(placeOfItem(item(new Map([['name', below]])))).toStrictEqual(place(1))
  })

  it('says something at its place, or at its own where it says nothing', () => {
    expect(placeIn(named, 'tags')).toStrictEqual(place(3))
    expect(placeIn(named, 'owner')).toStrictEqual(place(1))
  })
})
