import { describe, expect, it } from 'vitest'
import { problemsOf, thing } from './problems-of.ts'

const relation = '@relation(type: "HAS_A", inverse: "hadBy", verbs: ["has", "is had by"])'

describe('fields of items', () => {
  it.each([
    ['a kind', 'Team'],
    ['an interface', '[Party!]'],
    ['a union', 'Raiser!'],
  ])('say which relation they are when they are of %s', (_, type) => {
    const name = type.replace(/[[\]!]/g, '')
    expect(problemsOf(thing('"""A."""', `a: ${type}`))).toStrictEqual([
      `own.graphql:4:3  Thing.a leads to ${name}, an item: say which relation it is with @relation.`,
    ])
  })

  it('are no relations when they are of anything else', () => {
    expect(
      problemsOf(
        thing(
          '"""A."""',
          `a: String ${relation}`,
          '"""B."""',
          `b: Money @path(along: ["a", "b"], inverse: "bs", verbs: ["a", "b"])`,
        ),
      ),
    ).toContain('own.graphql:4:3  Thing.a has @relation, but String is no kind, interface or union of kinds.')
  })

  it('are relations only where items hold them', () => {
    expect(problemsOf(`"""A."""\ntype Paint @value {\n  """A."""\n  a: Team ${relation}\n}`)).toStrictEqual([
      'own.graphql:4:3  Paint.a has @relation, but Paint is no kind: only items are related.',
    ])
  })

  it('are reported once, where they are declared', () => {
    expect(problemsOf('extend interface Resource {\n  """A."""\n  a: Team\n  b: Int\n}')).toStrictEqual([
      'own.graphql:3:3  Resource.a leads to Team, an item: say which relation it is with @relation.',
      'own.graphql:4:3  Resource.b needs a description.',
    ])
  })
})

describe('names of fields', () => {
  it('leave alone what the graph, the API and files use', () => {
    expect(problemsOf(thing('"""A."""', 'relations: Int', '"""B."""', '_kind: String'))).toStrictEqual([
      'own.graphql:4:3  Thing.relations: the name "relations" is taken.',
      `own.graphql:6:3  Thing._kind: a field's name begins with a letter.`,
    ])
  })

  it('leave alone what a relation has besides', () => {
    const fields = ['to', 'node', 'cursor', 'sources', 'relations'].map((name) => `  """A."""\n  ${name}: Int`)
    expect(problemsOf(`"""A."""\ntype Tie @edge {\n${fields.join('\n')}\n}`)).toStrictEqual([
      'own.graphql:4:3  Tie.to: the name "to" is taken.',
      'own.graphql:6:3  Tie.node: the name "node" is taken.',
      'own.graphql:8:3  Tie.cursor: the name "cursor" is taken.',
      'own.graphql:10:3  Tie.sources: the name "sources" is taken.',
    ])
  })
})

describe('lists', () => {
  it('are of values, not of lists', () => {
    expect(problemsOf(thing('"""A."""', 'a: [[Int!]!]!', '"""B."""', 'b: [Int!]!'))).toStrictEqual([
      'own.graphql:4:3  Thing.a is a list of lists: one list will do.',
    ])
  })
})

describe('defaults', () => {
  it.each([
    ['Int', '"one"'],
    ['Boolean', '1'],
    ['Priority', 'SOON'],
    ['Priority', '"HIGH"'],
    ['[Int!]', '[1, "two"]'],
  ])('of type %s can’t be %s', (type, value) => {
    expect(problemsOf(thing('"""A."""', `a: ${type} @default(value: ${value})`))).toStrictEqual([
      `own.graphql:4:3  Thing.a is of type ${type}: ${value} is no such value.`,
    ])
  })

  it.each([
    ['Int!', '1'],
    ['Boolean', 'false'],
    ['Priority!', 'HIGH'],
    ['[String!]', '["one", "two"]'],
    ['Duration', '"PT45M"'],
  ])('of type %s can be %s', (type, value) => {
    expect(problemsOf(thing('"""A."""', `a: ${type} @default(value: ${value})`))).toStrictEqual([])
  })
})

describe('descriptions', () => {
  it('are missed wherever there are none', () => {
    const text = [
      'type Thing @kind(folder: "things") {',
      '  a: Int',
      '}',
      'interface Common implements Item {',
      '  b: Int',
      '}',
      'interface Strength {',
      '  c: Int',
      '}',
      'type Tie implements Strength @edge',
      'type Paint @value {',
      '  d: Int',
      '}',
      'union Either = Team | Thing',
      'enum Colour {',
      '  RED',
      '}',
      'scalar Shade',
    ]
    expect(problemsOf(text.join('\n'))).toStrictEqual(
      [
        ['1:6', 'Thing'],
        ['2:3', 'Thing.a'],
        ['4:11', 'Common'],
        ['5:3', 'Common.b'],
        ['7:11', 'Strength'],
        ['8:3', 'Strength.c'],
        ['10:6', 'Tie'],
        ['11:6', 'Paint'],
        ['12:3', 'Paint.d'],
        ['14:7', 'Either'],
        ['15:6', 'Colour'],
        ['16:3', 'Colour.RED'],
        ['18:8', 'Shade'],
      ].map(([at, name]) => `own.graphql:${at}  ${name} needs a description.`),
    )
  })

  it('are missed where a value is added to an enum of the product', () => {
    expect(problemsOf('extend enum ContractForm { LEASE }')).toStrictEqual([
      'own.graphql:1:28  ContractForm.LEASE needs a description.',
    ])
  })

  it('are missed where they are empty', () => {
    expect(problemsOf(thing('""', 'a: Int'))).toStrictEqual(['own.graphql:4:3  Thing.a needs a description.'])
  })
})
