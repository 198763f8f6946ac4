import type { GraphQLObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../api/plan/meaning.ts'
import { apiSchema } from '../../../api/api-schema.ts'
import { apiFields, apiQueries, apiTypes } from '../../../graph/model/api-names.ts'
import { ModelError } from '../../../graph/model/model-error.ts'
import { readModel } from '../../../graph/model/read-model.ts'

const kindNamed = (name: string): string => `"""A."""\ntype ${name} @kind(folder: "things") { """F.""" f: String }`

function problemsOf(text: string): string[] {
  try {
    readModel([{ path: 'model/a.graphql', text }])
    return []
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return error.problems.map((each) => `${String(each.line)}:${String(each.column)} ${each.message}`)
  }
}

describe('names that the API needs', () => {
  const model = readModel()
  const schema = apiSchema(model)
  const ofModel = new Set(
    [model.kinds, model.interfaces, model.unions, model.values, model.enums, model.scalars].flatMap((each) => [
      ...each.keys(),
    ]),
  )

  it('are all refused: every type that it has beside the model’s', () => {
    const own = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__') && !ofModel.has(name))
    const accepted = own.filter(
      (name) => !/(Connection|Edge|Filter|Order|OrderField)$/.test(name) && !apiTypes.has(name),
    )
    expect(accepted).toEqual([])
    const kinds = new Set([...model.kinds.values()].flatMap((kind) => [kind.singular, kind.plural]))
    expect(
      Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => !kinds.has(name) && !apiQueries.has(name)),
    ).toEqual([])
  })

  it.each([
    'Finding',
    'Catalogue',
    'Kind',
    'PageInfo',
    'ApplicationConnection',
    'StringFilter',
    'TeamOrderField',
    'Relation',
    'ResourceNeed',
  ])('are refused, with their place: %s', (name) => {
    const problems = problemsOf(kindNamed(name))
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]).toMatch(/^2:6 .* is taken by the API/)
  })

  it.each(['Order', 'PurchaseOrder', 'Filter', 'Edge', 'Node2'])(
    'leave others alone, and the API works with them: %s',
    (name) => {
      const text = kindNamed(name)
      expect(problemsOf(text)).toEqual([])
      expect(apiSchema(readModel([{ path: 'model/a.graphql', text }])).getType(`${name}Connection`)).toBeDefined()
    },
  )

  it('are all refused as fields: every field that a kind has beside the model’s', () => {
    const extended = [...model.kinds.keys()].flatMap((kind) => {
      const type = schema.getType(kind) as GraphQLObjectType
      const own = Object.values(type.getFields()).filter(({ extensions }) => meaningOf({ extensions })?.is === 'own')
      return own.map((field) => `${kind}.${field.name}`)
    })
    const reserved = Object.entries(apiFields).flatMap(([kind, names]) => names.map((name) => `${kind}.${name}`))
    expect(extended.sort()).toEqual(reserved.sort())
    expect(problemsOf('extend type ValueStream { """X.""" measures: String }')).toEqual([
      '1:36 ValueStream.measures: the name "measures" is taken.',
    ])
  })

  it.each(['and', 'or', 'not', 'relations'])('are refused as fields: %s', (name) => {
    expect(problemsOf(`extend type Application { """X.""" ${name}: String }`)).toEqual([
      `1:36 Application.${name}: the name "${name}" is taken.`,
    ])
  })
})
