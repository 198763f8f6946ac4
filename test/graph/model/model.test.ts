import { describe, expect, it } from 'vitest'
import { kindOf, membersOf } from '../../../graph/model/model.ts'
import { readModel } from '../../../graph/model/read-model.ts'

const model = readModel()

describe('membersOf', () => {
  it.each([
    ['a kind', 'Team', ['Team']],
    ['an interface', 'Party', ['GoverningBody', 'Team', 'Role', 'Supplier']],
    ['a union', 'Raiser', ['Team', 'Role', 'GoverningBody', 'Stakeholder', 'Supplier']],
  ])('names the kinds of %s', (_, type, members) => {
    expect(membersOf(model, type)).toStrictEqual(members)
  })

  it('names all kinds for Item', () => {
    expect(membersOf(model, 'Item')).toStrictEqual([...model.kinds.keys()])
  })
})

describe('kindOf', () => {
  it('finds a kind by its name', () => {
    expect(kindOf(model, 'Team').folder).toBe('teams')
  })

  it('refuses a name that no kind has', () => {
    expect(() => kindOf(model, 'Taem')).toThrow(new Error('The model has no kind Taem.'))
  })
})
