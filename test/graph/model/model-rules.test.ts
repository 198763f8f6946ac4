import { describe, expect, it } from 'vitest'
import { problemsOf, thing } from './problems-of.ts'

/** A described relation, from line 3 of its file on when it stands in `thing`. */
const relation = (said: string, type = '[Team!]'): string => `"""Said."""  a: ${type} @relation(${said})`
const verbs = 'verbs: ["has", "is had by"]'

describe('the rules of the model', () => {
  it('accept a kind that breaks none', () => {
    expect(problemsOf(thing(relation(`type: "HAS_A", inverse: "hadBy", ${verbs}`)))).toStrictEqual([])
  })

  it('report every problem at once', () => {
    const text = thing(
      '"""Is no relation."""',
      'team: Team',
      relation('type: "has_a", inverse: "Had", verbs: ["has"], edge: "Neds"'),
      'undescribed: Int @default(value: "one")',
    )
    expect(problemsOf(text)).toStrictEqual([
      'own.graphql:4:3  Thing.team leads to Team, an item: say which relation it is with @relation.',
      'own.graphql:5:16  Thing.a: a relation type is written LIKE_THIS.',
      'own.graphql:5:16  Thing.a: an inverse is written likeThis.',
      'own.graphql:5:16  Thing.a needs two verbs: from holder to target, and back.',
      'own.graphql:5:16  Thing.a: there is no edge type Neds: mark a type of that name with @edge.',
      'own.graphql:6:3  Thing.undescribed is of type Int: "one" is no such value.',
      'own.graphql:6:3  Thing.undescribed needs a description.',
    ])
  })

  it('report them in all files, sorted', () => {
    expect(
      problemsOf(thing('a: Int'), '"""A."""\nenum Colour { RED }\ntype Paint @value {\n  """A."""\n  a: Team\n}'),
    ).toStrictEqual([
      'own-1.graphql:2:15  Colour.RED needs a description.',
      'own-1.graphql:3:6  Paint needs a description.',
      'own-1.graphql:5:3  Paint.a leads to Team, an item: say which relation it is with @relation.',
      'own.graphql:3:3  Thing.a needs a description.',
    ])
  })
})

describe('types', () => {
  it('are kinds, edges or values', () => {
    expect(
      problemsOf('"""A."""\ntype Thing {\n  """A."""\n  a: Int\n}\n"""B."""\ninput Wish {\n  """B."""\n  b: Int\n}'),
    ).toStrictEqual([
      'own.graphql:2:6  Type Thing is neither a kind (@kind), an edge (@edge) nor a value (@value).',
      'own.graphql:7:7  Type Wish is neither a kind (@kind), an edge (@edge) nor a value (@value).',
    ])
  })

  it('are kinds where they are members of a union', () => {
    expect(problemsOf('"""A."""\nunion Either = Team | Money | Note')).toStrictEqual([
      'own.graphql:2:7  Union Either is of kinds of items: Money is none.',
      'own.graphql:2:7  Union Either is of kinds of items: Note is none.',
    ])
  })
})

describe('relations', () => {
  it('have a type of their own', () => {
    expect(problemsOf(thing(relation(`type: "USES", inverse: "hadBy", ${verbs}`)))).toStrictEqual([
      'own.graphql:3:16  Relation type USES of Thing.a already belongs to Practice.resources.',
    ])
  })

  it('have a type of their own, and the later of two is to change', () => {
    const said = relation(`type: "USES", inverse: "friendOf", ${verbs}`)
    expect(problemsOf(`extend interface Item {\n  ${said}\n}`)).toStrictEqual([
      'own.graphql:2:16  Relation type USES of Item.a already belongs to Practice.resources.',
    ])
  })

  it('have a type of their own among additions too', () => {
    expect(
      problemsOf(
        thing(
          relation(`type: "HAS_A", inverse: "hadBy", ${verbs}`),
          `"""B."""  b: Role @relation(type: "HAS_A", inverse: "bOf", ${verbs})`,
        ),
      ),
    ).toStrictEqual(['own.graphql:4:13  Relation type HAS_A of Thing.b already belongs to Thing.a.'])
  })

  it('give their target a name that it hasn’t', () => {
    expect(problemsOf(thing(relation(`type: "HAS_A", inverse: "name", ${verbs}`)))).toStrictEqual([
      'own.graphql:3:16  The inverse "name" of Thing.a is taken: Team.name. Choose another.',
    ])
  })

  it('give their target a name that no other relation gives it', () => {
    expect(problemsOf(thing(relation(`type: "HAS_A", inverse: "owns", ${verbs}`)))).toStrictEqual([
      'own.graphql:3:16  The inverse "owns" of Thing.a is taken: the inverse of Item.owner. Choose another.',
    ])
  })

  it('give each of their targets a free name, and each clash is reported', () => {
    expect(problemsOf(thing(relation(`type: "HAS_A", inverse: "skills", ${verbs}`, '[Resource!]')))).toStrictEqual([
      'own.graphql:3:16  The inverse "skills" of Thing.a is taken: Team.skills. Choose another.',
      'own.graphql:3:16  The inverse "skills" of Thing.a is taken: Role.skills. Choose another.',
    ])
  })

  it('leave the name that the API gives every item alone', () => {
    expect(problemsOf(thing(relation(`type: "HAS_A", inverse: "relations", ${verbs}`)))).toStrictEqual([
      'own.graphql:3:16  The inverse "relations" of Thing.a is taken: Team.relations. Choose another.',
    ])
  })

  it('carry an edge that exists', () => {
    expect(problemsOf(thing(relation(`type: "HAS_A", inverse: "hadBy", ${verbs}, edge: "Money"`)))).toStrictEqual([
      'own.graphql:3:16  Thing.a: there is no edge type Money: mark a type of that name with @edge.',
    ])
  })

  it('say how much a failure matters where one flows', () => {
    const problem = 'own.graphql:3:16  Thing.a carries failure: its edge type must implement Dependency.'
    const said = `type: "HAS_A", inverse: "hadBy", ${verbs}, impact: NEEDS`
    expect(problemsOf(thing(relation(said)))).toStrictEqual([problem])
    expect(problemsOf(thing(relation(`${said}, edge: "Note"`)))).toStrictEqual([problem])
    expect(problemsOf(thing(relation(`${said}, edge: "Need"`)))).toStrictEqual([])
  })

  it('say nothing of failure where none flows', () => {
    const problem =
      'own.graphql:3:16  Thing.a says criticality or redundancyGroup, but without impact it carries no failure.'
    const said = `type: "HAS_A", inverse: "hadBy", ${verbs}, edge: "Need"`
    expect(problemsOf(thing(relation(`${said}, criticality: ESSENTIAL`)))).toStrictEqual([problem])
    expect(problemsOf(thing(relation(`${said}, redundancyGroup: "all"`)))).toStrictEqual([problem])
  })

  it('are lists where their targets are written inside', () => {
    const text = `"""What is written inside."""\ntype Piece @kind(folder: "pieces") {\n  """A."""\n  b: Int\n}\n`
    expect(
      problemsOf(`${text}${thing(relation(`type: "HAS_A", inverse: "hadBy", ${verbs}, inside: true`, 'Piece'))}`),
    ).toStrictEqual(['own.graphql:8:16  Thing.a: an inside relation is a list.'])
  })
})

describe('relations that either end may say', () => {
  const either = (said = '') => `type: "HAS_A", inverse: "hadBy", ${verbs}, eitherEnd: true${said}`

  it('are lists', () => {
    expect(problemsOf(thing(relation(either())))).toStrictEqual([])
    expect(problemsOf(thing(relation(either(), 'Team')))).toStrictEqual([
      'own.graphql:3:16  Thing.a: a relation that either end may say is a list.',
    ])
  })

  it('lead to items that aren’t written inside their holder', () => {
    const piece = `"""What is written inside."""\ntype Piece @kind(folder: "pieces") {\n  """A."""\n  b: Int\n}\n`
    expect(problemsOf(`${piece}${thing(relation(either(', inside: true'), '[Piece!]'))}`)).toStrictEqual([
      'own.graphql:8:16  Thing.a: an inside relation is written at one end: take out eitherEnd.',
    ])
  })

  it('have an inverse that is free', () => {
    expect(problemsOf(thing(relation(either().replace('hadBy', 'skills'))))).toStrictEqual([
      'own.graphql:3:16  The inverse "skills" of Thing.a is taken: Team.skills. Choose another.',
    ])
  })
})

describe('paths', () => {
  const path = (along: string, type = '[Practice!]') =>
    thing(
      `"""Said."""  streams: [ValueStream!] @relation(type: "HAS_A", inverse: "hadBy", ${verbs})`,
      `"""Said."""  a: ${type} @path(along: ${along}, inverse: "things", ${verbs})`,
    )
  const problem =
    'own.graphql:4:16  Thing.a: "along" must name a relation of Thing and one of what it leads to, ending at the field\'s type.'

  it('follow two relations to their own type', () => {
    expect(problemsOf(path('["streams", "steps"]', '[Step!]'))).toStrictEqual([])
  })

  it.each([
    ['the first is no relation', '["names", "steps"]', '[Step!]'],
    ['the second is no relation', '["streams", "situation"]', '[Step!]'],
    ['it is another path', '["streams", "practices"]', '[Practice!]'],
    ['it leads elsewhere', '["streams", "serves"]', '[Team!]'],
    ['it is one relation', '["streams"]', '[ValueStream!]'],
  ])('are reported where %s', (_, along, type) => {
    expect(problemsOf(path(along, type))).toStrictEqual([problem])
  })
})

describe('folders and names of kinds', () => {
  const kind = (name: string, said: string) => `"""A."""\ntype ${name} @kind(${said}) {\n  """A."""\n  a: Int\n}`

  it.each([
    ['Squad', 'folder: "teams"', 'Kind Squad: "teams" is taken by Team.'],
    ['Squad', 'folder: "squads", plural: "teams"', 'Kind Squad: "teams" is taken by Team.'],
    ['Squad', 'folder: "model"', 'Kind Squad: "model" is taken by the model folder.'],
    ['Squad', 'folder: "items"', 'Kind Squad: "items" is taken by Item.'],
    ['Node', 'folder: "knots"', 'Kind Node: "node" is taken by the API.'],
    ['Teams', 'folder: "squads"', 'Kind Teams: "teams" is taken by Team.'],
    [
      'Equipment',
      'folder: "equipment"',
      `Kind Equipment: one and many can't both be "equipment" in the API: say "plural".`,
    ],
    ['Squad', 'folder: "Squads"', 'Kind Squad: a folder is written like-this.'],
    ['Squad', 'folder: "our/squads"', 'Kind Squad: a folder is written like-this.'],
  ])('%s with %s', (name, said, problem) => {
    expect(problemsOf(kind(name, said))).toStrictEqual([`own.graphql:2:6  ${problem}`])
  })

  it('may be alike for one and many where the API’s is said', () => {
    expect(problemsOf(kind('Equipment', 'folder: "equipment", plural: "piecesOfEquipment"'))).toStrictEqual([])
  })
})
