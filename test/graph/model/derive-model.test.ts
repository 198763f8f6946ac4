import { describe, expect, it } from 'vitest'
import { kindOf } from '../../../graph/model/model.ts'
import { readModel } from '../../../graph/model/read-model.ts'
import { assetModel } from './asset-model.ts'

describe('a kind', () => {
  const model = readModel()

  it('has its names, its folder and what it implements', () => {
    const { attributes, relations, written, ...rest } = kindOf(model, 'ValueStream')
    expect(rest).toStrictEqual({
      name: 'ValueStream',
      description:
        'One journey through the service value chain, from a demand or an opportunity to value. As-is: what happens in one\nsituation, not to be copied into another. To-be: what should happen.',
      idPrefix: 'value-stream',
      folder: 'value-streams',
      singular: 'valueStream',
      plural: 'valueStreams',
      dimension: undefined,
      interfaces: ['Item'],
      inside: undefined,
    })
    expect(attributes.map((each) => each.name)).toStrictEqual([
      ...['id', 'name', 'aliases', 'summary', 'body', 'tags', 'links', 'formerIds', 'reviewBy', 'sources'],
      ...['perspective', 'situation', 'starts', 'trigger', 'value', 'share', 'mapped', 'timesIn', 'answersInWords'],
    ])
    expect(relations.map((each) => each.field)).toStrictEqual([
      ...['owner', 'contributors', 'needs', 'principles'],
      ...['broughtBy', 'valueFor', 'serves', 'replaces', 'variantOf', 'steps'],
    ])
    expect(written.slice(0, relations.length)).toStrictEqual(relations)
  })

  it('may say in its files what leads to its items, turned round, where either end may say it', () => {
    const measures = model.relations.get('MEASURES')
    expect(measures).toMatchObject({ field: 'measures', inverse: 'metrics', eitherEnd: true, required: true })
    for (const { name, relations, written } of model.kinds.values()) {
      expect(written.slice(relations.length), name).toStrictEqual([
        {
          ...measures,
          description: 'It is measured by these: the other end of `Metric.measures`.',
          ...{
            field: 'metrics',
            declaredBy: 'Item',
            holders: measures?.targets,
            verbs: ['is measured by', 'measures'],
          },
          ...{
            inverse: 'measures',
            target: 'Metric',
            targets: ['Metric'],
            list: true,
            required: false,
            change: 'SERVES',
          },
        },
      ])
    }
  })

  it('has the names for one and many, and the dimension, that it says', () => {
    expect(kindOf(model, 'Information')).toMatchObject({
      singular: 'information',
      plural: 'informationItems',
      dimension: 'INFORMATION_AND_TECHNOLOGY',
      interfaces: ['Item', 'Resource'],
    })
    expect(kindOf(model, 'Team').interfaces).toStrictEqual(['Item', 'Resource', 'Party'])
  })

  it('knows that its items are written inside another’s files', () => {
    expect(kindOf(model, 'Step').inside).toBe(model.relations.get('HAS_STEP'))
  })
})

describe('an attribute', () => {
  const model = readModel()
  const attribute = (type: string, name: string) => {
    const of = model.kinds.get(type) ?? model.edges.get(type) ?? model.values.get(type)
    return of?.attributes.find((each) => each.name === name)
  }

  it('is a scalar, and may be searched', () => {
    expect(attribute('Practice', 'name')).toStrictEqual({
      name: 'name',
      description: 'What people call it.',
      type: 'String',
      category: 'scalar',
      list: false,
      required: true,
      default: undefined,
      search: 8,
      derived: false,
    })
  })

  it('weighs 1 in search when nothing is said', () => {
    expect(attribute('Practice', 'body')).toMatchObject({ type: 'Markdown', search: 1, required: false })
  })

  it('is an enum with a default', () => {
    expect(attribute('Policy', 'form')).toMatchObject({
      type: 'PolicyForm',
      category: 'enum',
      required: true,
      default: 'POLICY',
    })
    expect(attribute('Step', 'optional')).toMatchObject({ type: 'Boolean', default: false })
  })

  it('is a list of values with parts', () => {
    expect(attribute('Team', 'links')).toMatchObject({ type: 'Link', category: 'value', list: true, required: false })
  })

  it('is set by Tributary', () => {
    expect(attribute('Step', 'position')).toMatchObject({ type: 'Int', derived: true, required: true })
  })

  it('is inherited by edges', () => {
    expect(model.edges.get('SkillHeld')?.attributes.map((each) => each.name)).toStrictEqual([
      ...['criticality', 'redundancyGroup', 'atLeast', 'note'],
      ...['level', 'people'],
    ])
  })
})

describe('a relation', () => {
  const model = readModel()

  it('has its holders, its targets and everything that its directive says', () => {
    expect(model.relations.get('HAS_SKILL')).toStrictEqual({
      type: 'HAS_SKILL',
      field: 'skills',
      description: 'Skills that its people have.',
      declaredBy: 'Team',
      target: 'Skill',
      holders: ['Team'],
      targets: ['Skill'],
      list: true,
      required: false,
      inverse: 'teams',
      verbs: ['has the skill', 'is held by'],
      edge: model.edges.get('SkillHeld'),
      impact: 'SERVES',
      change: undefined,
      criticality: 'ESSENTIAL',
      redundancyGroup: 'holders',
      inside: false,
      acyclic: false,
      eitherEnd: false,
    })
  })

  it('of an interface is held by its members, and is one relation', () => {
    const owner = model.relations.get('OWNED_BY')
    expect(owner).toMatchObject({ declaredBy: 'Item', target: 'Party', list: false, required: false })
    expect(owner?.holders).toStrictEqual([...model.kinds.keys()])
    expect(owner?.targets).toStrictEqual(['GoverningBody', 'Team', 'Role', 'Supplier'])
    for (const kind of model.kinds.values()) expect(kind.relations.filter((each) => each === owner)).toHaveLength(1)
    expect(model.interfaces.get('Party')?.relations).toContain(owner)
  })

  it('leads to a union’s members', () => {
    expect(model.relations.get('RAISED_BY')?.targets).toStrictEqual(model.unions.get('Raiser')?.members)
  })

  it('carries a change, or goes in no circle, where it says so', () => {
    expect(model.relations.get('UNDER')).toMatchObject({ impact: undefined, change: 'NEEDS', acyclic: true })
    expect(model.relations.get('GOVERNS')).toMatchObject({ change: 'SERVES', acyclic: false })
  })
})

describe('a path', () => {
  const model = readModel()

  it('follows two relations', () => {
    expect(model.paths[0]).toStrictEqual({
      field: 'practices',
      description: 'The practices that feed it, each with the steps that it works, alone or with others.',
      declaredBy: 'ValueStream',
      target: 'Practice',
      targets: ['Practice'],
      along: [model.relations.get('HAS_STEP'), model.relations.get('WORKED_BY')],
      inverse: 'feeds',
      verbs: ['is fed by', 'feeds'],
    })
  })
})

describe('what a catalogue adds', () => {
  const model = readModel([{ path: 'model/assets.graphql', text: assetModel }])

  it('is a kind like the product’s own', () => {
    expect([...model.kinds.keys()].at(-1)).toBe('Asset')
    expect(kindOf(model, 'Asset')).toMatchObject({
      idPrefix: 'asset',
      folder: 'assets',
      plural: 'assets',
      interfaces: ['Item', 'Resource'],
    })
    expect(model.interfaces.get('Resource')?.members).toContain('Asset')
    expect(model.relations.get('USES')?.targets).toContain('Asset')
    expect(model.relations.get('OWNED_BY')?.holders).toContain('Asset')
  })

  it('is a relation', () => {
    expect(model.relations.get('RUNS')).toMatchObject({
      field: 'runs',
      declaredBy: 'Asset',
      holders: ['Asset'],
      targets: ['Application'],
      inverse: 'runsOn',
      impact: 'SERVES',
    })
  })

  it('is a field of one kind', () => {
    expect(kindOf(model, 'Application').attributes.at(-1)).toMatchObject({
      name: 'costPerYear',
      type: 'Money',
      category: 'value',
    })
    expect(kindOf(model, 'Product').attributes.map((each) => each.name)).not.toContain('costPerYear')
  })

  it('is a field of every kind, and of the product’s kinds too', () => {
    for (const kind of model.kinds.values()) {
      expect(
        kind.attributes.filter((each) => each.name === 'costCentre'),
        kind.name,
      ).toHaveLength(1)
    }
  })

  it('is a word of an enum and a member of a union', () => {
    expect(model.enums.get('ContractForm')?.values.at(-1)).toStrictEqual({
      name: 'LEASE',
      description: 'Use of a thing for rent.',
    })
    expect(model.unions.get('Raiser')?.members.at(-1)).toBe('Asset')
    expect(model.relations.get('RAISED_BY')?.targets).toContain('Asset')
  })

  it('leaves the product’s own model as it is', () => {
    const plain = readModel()
    expect(plain.kinds.size).toBe(model.kinds.size - 1)
    expect(plain.enums.get('ContractForm')?.values.map((each) => each.name)).not.toContain('LEASE')
  })

  it('may come in several files', () => {
    const both = readModel([
      { path: 'model/assets.graphql', text: assetModel },
      { path: 'model/more.graphql', text: 'extend type Asset {\n  """When it was bought."""\n  boughtOn: Date\n}' },
    ])
    expect(kindOf(both, 'Asset').attributes.at(-1)).toMatchObject({ name: 'boughtOn', type: 'Date' })
  })
})
