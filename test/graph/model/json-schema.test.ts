import { describe, expect, it } from 'vitest'
import { jsonSchemaOf } from '../../../graph/model/json-schema.ts'
import type { JsonSchema } from '../../../graph/model/json-schema.ts'
import { kindOf } from '../../../graph/model/model.ts'
import { readModel } from '../../../graph/model/read-model.ts'
import { assetModel } from './asset-model.ts'

const model = readModel()
const schemaOf = (kind: string, ids?: readonly string[]) => jsonSchemaOf(model, kindOf(model, kind), ids)
const field = (kind: string, name: string, ids?: readonly string[]) =>
  (schemaOf(kind, ids)['properties'] as Readonly<Record<string, JsonSchema>>)[name]

describe('the JSON Schema of a kind', () => {
  it('names its kind and takes nothing else', () => {
    expect(schemaOf('Team')).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Team',
      description: 'People who work together.',
      type: 'object',
      additionalProperties: false,
    })
  })

  it('has the fields that files write, each described, and no others', () => {
    for (const kind of model.kinds.values()) {
      const properties = schemaOf(kind.name)['properties'] as Readonly<Record<string, JsonSchema>>
      expect(Object.keys(properties), kind.name).toStrictEqual([
        ...(kind.inside === undefined ? [] : ['id']),
        ...kind.attributes.filter((each) => !each.derived).map((each) => each.name),
        ...kind.relations.map((each) => each.field),
        'metrics',
        'record',
      ])
      for (const [name, schema] of Object.entries(properties)) expect(schema['description'], name).toBeTypeOf('string')
    }
  })

  it('requires nothing that a lower layer may have said', () => {
    expect(schemaOf('Practice')).not.toHaveProperty('required')
  })

  it('has a catalogue’s own kinds and fields', () => {
    const extended = readModel([{ path: 'model/assets.graphql', text: assetModel }])
    expect(jsonSchemaOf(extended, kindOf(extended, 'Asset'))).toMatchObject({
      title: 'Asset',
      properties: {
        serialNumber: { description: 'The number on its label.' },
        costCentre: {},
        runs: { type: 'array' },
      },
    })
  })
})

describe('a field', () => {
  it.each([
    ['Team', 'name', { type: ['string', 'number'] }],
    ['Team', 'tags', { type: 'array', items: { type: ['string', 'number'] } }],
    ['Team', 'body', { type: 'string' }],
    ['Team', 'reviewBy', { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }],
    ['Contract', 'renewsItself', { type: 'boolean' }],
    ['Metric', 'target', { type: 'number' }],
    ['Step', 'optional', { type: 'boolean', default: false }],
    ['Step', 'processTime', { type: 'string', examples: ['45 min', '2 h', '1 d 4 h', 'PT45M'] }],
    ['ValueStream', 'share', { type: ['number', 'string'], minimum: 0, maximum: 100 }],
  ])('%s.%s', (kind, name, schema) => {
    expect(field(kind, name)).toStrictEqual({ description: expect.any(String) as string, ...schema })
  })

  it('of an enum has its words, each described, and its default', () => {
    expect(field('ValueStream', 'perspective')).toStrictEqual({
      description: 'Whether it describes what happens or what should happen.',
      oneOf: [
        { const: 'AS_IS', description: 'What happens in one situation. Not a template.' },
        { const: 'TO_BE', description: 'What should happen.' },
      ],
    })
    expect(field('Policy', 'form')).toMatchObject({ default: 'POLICY' })
  })

  it('of a value with parts has them', () => {
    expect(field('Contract', 'value')).toStrictEqual({
      description: 'What it is worth over its whole term.',
      type: 'object',
      properties: {
        amount: { description: 'How much.', type: 'number' },
        currency: { description: 'Of which currency, in three letters (ISO 4217): EUR.', type: ['string', 'number'] },
      },
      required: ['amount', 'currency'],
      additionalProperties: false,
    })
  })
})

describe('a reference', () => {
  const ids = ['team/a', 'team/b', 'role/a', 'skill/s']
  const text = { type: ['string', 'number', 'null'] }
  const either = (target: string) => {
    const id = { $ref: `#/$defs/${target}` }
    return { anyOf: [id, { type: 'object', properties: { to: id }, required: ['to'] }] }
  }
  const definition = (kind: string, target: string, known: readonly string[] = ids) =>
    (schemaOf(kind, known)['$defs'] as Readonly<Record<string, JsonSchema>>)[target]

  it('is completed with the last parts of ids where its kind is clear', () => {
    expect(field('Team', 'partOf', ids)).toMatchObject(either('Team'))
    expect(definition('Team', 'Team')).toStrictEqual({ anyOf: [{ enum: ['a', 'b'] }, text] })
  })

  it('is completed with whole ids where several kinds fit', () => {
    expect(field('Team', 'owner', ids)).toMatchObject(either('Party'))
    expect(definition('Team', 'Party')).toStrictEqual({ anyOf: [{ enum: ['team/a', 'team/b', 'role/a'] }, text] })
  })

  it('is completed at the other end too, where either end may say the relation', () => {
    expect(field('Step', 'metrics', ['metric/speed', 'team/a'])).toMatchObject({
      description: 'It is measured by these: the other end of `Metric.measures`.',
      type: 'array',
      items: either('Metric'),
    })
    expect(definition('ValueStream', 'Metric', ['metric/speed', 'team/a'])).toStrictEqual({
      anyOf: [{ enum: ['speed'] }, text],
    })
  })

  it('is any text where no ids are known', () => {
    expect(definition('Team', 'Team', [])).toStrictEqual(text)
  })

  it('carries what its edge takes', () => {
    expect(field('Team', 'skills')).toMatchObject({
      type: 'array',
      items: {
        anyOf: [
          { $ref: '#/$defs/Skill' },
          {
            properties: {
              to: {},
              criticality: {},
              redundancyGroup: {},
              atLeast: { type: 'integer' },
              note: {},
              level: {},
              people: {},
            },
            additionalProperties: false,
          },
        ],
      },
    })
  })
})

describe('items written inside', () => {
  it('are mappings with an id', () => {
    expect(field('ValueStream', 'steps')).toMatchObject({
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        properties: { id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }, name: {}, activity: {} },
      },
    })
  })
})
