import { parse, print } from 'graphql'
import { describe, expect, it } from 'vitest'
import { completeDocument } from '../../../graph/model/complete-document.ts'

/** The model's text as it is after completion. */
const completed = (text: string): string => print(completeDocument(parse(text)))

describe('completeDocument', () => {
  it('makes kinds Items, with Item’s fields first', () => {
    expect(completed('type Team @kind { lead: String } interface Item { id: ID! name: String! }')).toBe(
      print(
        parse(
          'type Team implements Item @kind { id: ID! name: String! lead: String } interface Item { id: ID! name: String! }',
        ),
      ),
    )
  })

  it('leaves what is no kind alone', () => {
    const text = print(parse('type Money { amount: Float } interface Item { id: ID! }'))
    expect(completed(text)).toBe(text)
  })

  it('inherits what interfaces inherit, each interface and field once, the most general first', () => {
    expect(
      completed(
        'type Team implements Resource & Party @kind interface Resource implements Item interface Party implements Item { contact: String } interface Item { id: ID! }',
      ),
    ).toBe(
      print(
        parse(
          'type Team implements Item & Resource & Party @kind { id: ID! contact: String } interface Resource implements Item { id: ID! } interface Party implements Item { id: ID! contact: String } interface Item { id: ID! }',
        ),
      ),
    )
  })

  it('gives edges the fields of their interfaces', () => {
    expect(completed('type Need implements Dependency @edge interface Dependency { note: String }')).toBe(
      print(parse('type Need implements Dependency @edge { note: String } interface Dependency { note: String }')),
    )
  })

  it('merges extensions of every sort into what they extend, wherever they stand', () => {
    expect(
      completed(
        `extend type Team @b { size: Int }
         extend interface Item implements Node { cost: Int }
         extend union Raiser = Team
         extend enum Form { LEASE }
         extend scalar Date @b
         type Team @kind { lead: String }
         interface Item { id: ID! }
         union Raiser = Role
         enum Form { CONTRACT }
         scalar Date
         extend type Team { floor: Int }`,
      ),
    ).toBe(
      print(
        parse(
          `type Team implements Node & Item @kind @b { id: ID! cost: Int lead: String size: Int floor: Int }
           interface Item implements Node { id: ID! cost: Int }
           union Raiser = Role | Team
           enum Form { CONTRACT LEASE }
           scalar Date @b`,
        ),
      ),
    )
  })

  it('leaves extensions of what isn’t there, or is something else, for validation to report', () => {
    const text = print(parse('extend type Taem { size: Int } extend enum Team { A } type Team { lead: String }'))
    expect(completed(text)).toBe(text)
  })

  it('keeps both of two types with one name, and both of two fields, for validation to report', () => {
    expect(completed('type Team @kind { id: Int } type Team { lead: String } interface Item { id: ID! }')).toBe(
      print(
        parse(
          'type Team { lead: String } type Team implements Item @kind { id: ID! id: Int } interface Item { id: ID! }',
        ),
      ),
    )
  })

  it('comes to an end where interfaces implement each other', () => {
    expect(completed('interface A implements B { a: Int } interface B implements A { b: Int }')).toContain(
      'interface A implements B',
    )
  })
})
