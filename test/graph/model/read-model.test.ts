import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { modelFilesIn, modelFromFiles, ownModelFiles, readModel } from '../../../graph/model/read-model.ts'
import { ModelError } from '../../../graph/model/model-error.ts'
import { problemsOf, thing } from './problems-of.ts'

describe('the model of the product', () => {
  const model = readModel()

  it('has the kinds of the design, and concepts', () => {
    expect([...model.kinds.keys()]).toStrictEqual([
      ...['Concept', 'GuidingPrinciple', 'GoverningBody', 'Policy', 'Decision'],
      ...['Activity', 'Practice', 'Improvement'],
      ...['Team', 'Role', 'Skill', 'Application', 'Information', 'Procedure', 'Supplier', 'Contract'],
      ...['ValueStream', 'Step', 'Service', 'Product', 'Stakeholder', 'Metric'],
    ])
  })

  it('has what several kinds have in common, and what relations and items carry', () => {
    expect([...model.interfaces.keys()]).toStrictEqual(['Item', 'Party', 'Resource'])
    expect([...model.unions.keys()]).toStrictEqual(['Raiser'])
    expect([...model.edges.keys()]).toStrictEqual([
      ...['Note', 'Involvement', 'Need', 'Governing', 'SkillCall', 'SkillHeld', 'ContractParty', 'AgreedTarget'],
      ...['Work', 'Flow', 'StepSkill', 'StepInformation', 'StepTool'],
    ])
    expect([...model.values.keys()]).toStrictEqual(['Link', 'Source', 'Money', 'Mapping', 'Answer'])
  })

  it('gives every kind its folder', () => {
    expect([...model.kinds.values()].map((kind) => kind.folder)).toStrictEqual([
      ...['concepts', 'principles', 'governing-bodies', 'policies', 'decisions'],
      ...['activities', 'practices', 'improvements'],
      ...['teams', 'roles', 'skills', 'applications', 'information', 'procedures', 'suppliers', 'contracts'],
      ...['value-streams', 'steps', 'services', 'products', 'stakeholders', 'metrics'],
    ])
  })

  it('says every relation both ways, each way in words of its own', () => {
    expect(model.relations.size).toBe(59)
    expect(model.paths).toHaveLength(2)
    for (const { field, verbs, inverse } of [...model.relations.values(), ...model.paths]) {
      for (const verb of verbs) expect(verb, field).toMatch(/^[a-z][a-z -]+[a-z]$/)
      // Being unlike is the one thing that is the same from both ends.
      if (field !== 'differsFrom') expect(verbs[0], field).not.toBe(verbs[1])
      expect(inverse, field).toMatch(/^[a-z][A-Za-z]+$/)
    }
  })

  it('describes everything in whole sentences', () => {
    const withParts = [
      ...model.kinds.values(),
      ...model.interfaces.values(),
      ...model.edges.values(),
      ...model.values.values(),
    ]
    const described = [
      ...withParts,
      ...withParts.flatMap((type) => type.attributes),
      ...[...model.enums.values()].flatMap((type) => [type, ...type.values]),
      ...model.unions.values(),
      ...model.scalars.values(),
    ].map(({ name, description }) => ({ name, description }))
    const related = [...model.relations.values(), ...model.paths].map(({ field, description }) => ({
      name: field,
      description,
    }))
    expect(described.length).toBeGreaterThan(400)
    for (const { name, description } of [...described, ...related]) expect(description, name).toMatch(/^[A-Z].*[.?]$/s)
  })

  it('lets a failure flow only over relations that say how much it matters', () => {
    const carrying = [...model.relations.values()].filter((relation) => relation.impact !== undefined)
    expect(carrying.length).toBeGreaterThan(10)
    for (const { type, edge } of carrying) {
      expect(
        edge?.attributes.map((each) => each.name),
        type,
      ).toEqual(expect.arrayContaining(['criticality', 'redundancyGroup', 'atLeast', 'note']))
    }
  })

  it('can be read again from its own files, as a graph carries them', () => {
    const again = modelFromFiles(model.files)
    expect(again.files).toBe(model.files)
    expect([...again.kinds]).toStrictEqual([...model.kinds])
    expect([...again.relations]).toStrictEqual([...model.relations])
  })

  it('is read from its own folder, in the order of the names', () => {
    expect(ownModelFiles().map((file) => file.path)).toStrictEqual([
      'graph/model/0-language.graphql',
      'graph/model/1-item.graphql',
      'graph/model/2-governance.graphql',
      'graph/model/3-value-chain-and-practices.graphql',
      'graph/model/4-resources.graphql',
      'graph/model/5-suppliers.graphql',
      'graph/model/6-value-streams.graphql',
      'graph/model/7-services.graphql',
    ])
  })
})

describe('modelFilesIn', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-model-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('finds the GraphQL files of a folder, sorted, and nothing else', () => {
    for (const name of ['b.graphql', 'a.graphql', 'notes.md']) writeFileSync(join(folder, name), `# ${name}`)
    expect(modelFilesIn(folder, 'model')).toStrictEqual([
      { path: 'model/a.graphql', text: '# a.graphql' },
      { path: 'model/b.graphql', text: '# b.graphql' },
    ])
  })

  it('finds none where there is no folder', () => {
    expect(modelFilesIn(join(folder, 'nowhere'), 'model')).toStrictEqual([])
    expect(modelFilesIn(join(folder, 'notes.md'), 'model')).toStrictEqual([])
  })
})

describe('readModel', () => {
  it('reports the syntax errors of all files, each with its place', () => {
    expect(problemsOf('type Thing {\n  name String\n}', 'type', '# nothing but a remark')).toStrictEqual([
      'own-1.graphql:1:5  Syntax Error: Expected Name, found <EOF>.',
      'own-2.graphql:1:23  Syntax Error: Unexpected <EOF>.',
      'own.graphql:2:8  Syntax Error: Expected ":", found Name "String".',
    ])
  })

  it('takes only types and directives: the API is derived', () => {
    const problem = 'The model is made of types and directives: the API and its Query are derived from them.'
    expect(
      problemsOf('extend type Query {\n  """All."""\n  all: Int\n}\nschema { query: Team }\n{ items { id } }'),
    ).toStrictEqual([1, 5, 6].map((line) => `own.graphql:${line}:${line === 1 ? 13 : 1}  ${problem}`))
  })

  it('reports unknown types, with what was probably meant', () => {
    expect(problemsOf(thing('"""A."""', 'a: Strin', '"""B."""', 'b: [Bicycle!]!'))).toStrictEqual([
      'own.graphql:4:6  Unknown type "Strin". Did you mean "String", "Metric", "Step", or "Thing"?',
      'own.graphql:6:7  Unknown type "Bicycle". Did you mean "Lifecycle"?',
    ])
  })

  it('reports once what every kind inherits', () => {
    expect(problemsOf('extend interface Item {\n  """A."""\n  a: Strin\n}')).toStrictEqual([
      'own.graphql:3:6  Unknown type "Strin". Did you mean "String", "Metric", or "Step"?',
    ])
  })

  it('reports unknown directives and arguments', () => {
    expect(
      problemsOf(thing('"""A."""', 'a: String @serch(weight: 2)', '"""B."""', 'b: String @search(wieght: 2)')),
    ).toStrictEqual([
      'own.graphql:4:14  Unknown directive "@serch".',
      'own.graphql:6:21  Unknown argument "wieght" on directive "@search". Did you mean "weight"?',
    ])
  })

  it('reports wrong values of directives, with what was probably meant', () => {
    const relation = 'a: Team @relation(type: "A", inverse: "as", verbs: ["a", "b"], edge: "Need", impact: NEED)'
    expect(problemsOf(thing('"""A."""', relation, '"""B."""', 'b: String @search(weight: "2")'))).toStrictEqual([
      'own.graphql:4:88  Value "NEED" does not exist in "Impact" enum. Did you mean the enum value "NEEDS"?',
      'own.graphql:6:29  Int cannot represent non-integer value: "2"',
    ])
  })

  it('reports types that have nothing, though only kinds may', () => {
    expect(
      problemsOf('"A."\ntype A @value\n"B."\nenum B\n"C."\nunion C\n"D."\ntype D @kind(folder: "ds")'),
    ).toStrictEqual([
      'own.graphql:2:6  Type A must define one or more fields.',
      'own.graphql:4:6  Enum type B must define one or more values.',
      'own.graphql:6:7  Union type C must define one or more member types.',
    ])
  })

  it('reports what a directive is missing', () => {
    expect(
      problemsOf('"""A."""\ntype Thing @kind {\n  """A."""\n  a: Team @relation(type: "A", verbs: ["a", "b"])\n}'),
    ).toStrictEqual([
      'own.graphql:2:13  Directive "@kind" argument "folder" of type "String!" is required, but it was not provided.',
      'own.graphql:4:12  Directive "@relation" argument "inverse" of type "String!" is required, but it was not provided.',
    ])
  })

  it('reports a type and a field that are there already', () => {
    expect(
      problemsOf('"""A."""\nenum Priority {\n  """A."""\n  A\n}\nextend type Team {\n  """A."""\n  name: String!\n}'),
    ).toStrictEqual([
      'own.graphql:2:6  There can be only one type named "Priority".',
      'own.graphql:8:3  Field "Team.name" can only be defined once.',
    ])
  })

  it('reports extensions of what isn’t there, or is something else', () => {
    expect(
      problemsOf('extend type Taem {\n  """A."""\n  a: Int\n}\nextend enum Team {\n  """A."""\n  A\n}'),
    ).toStrictEqual([
      'own.graphql:1:13  Cannot extend type "Taem" because it is not defined. Did you mean "Team" or "Item"?',
      'own.graphql:5:13  Cannot extend non-enum type "Team".',
    ])
  })

  it('carries every problem as data', () => {
    expect.assertions(3)
    try {
      readModel([{ path: 'model/a.graphql', text: thing('a: Int') }])
    } catch (error) {
      expect(error).toBeInstanceOf(ModelError)
      expect((error as ModelError).message).toBe('model/a.graphql:3:3  Thing.a needs a description.')
      expect((error as ModelError).problems).toStrictEqual([
        { file: 'model/a.graphql', line: 3, column: 3, message: 'Thing.a needs a description.' },
      ])
    }
  })
})
