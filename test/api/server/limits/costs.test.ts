import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { apiSchema } from '../../../../api/api-schema.ts'
import { costLimitRule } from '../../../../api/server/limits/cost-limit.ts'
import { questionCosts } from '../../../../api/server/limits/costs.ts'
import { ownFields } from '../../../../api/fields/own-fields.ts'
import { readModel } from '../../../../graph/model/read-model.ts'

const model = readModel()
const schema = apiSchema(model)

/** What a request costs, as its refusal says. */
function cost(query: string): number {
  const [error] = validate(schema, parse(query), [costLimitRule(-1)])
  return Number(/could cost (\d+)/.exec(error?.message ?? '')?.[1])
}

describe('costs', () => {
  it('names every question over the whole catalogue, and nothing that there isn’t', () => {
    const own = ownFields(model).flatMap(({ resolvers }) =>
      Object.entries(resolvers).flatMap(([type, fields]) => Object.keys(fields).map((field) => `${type}.${field}`)),
    )
    const root = own.filter((each) => each.startsWith('Query.'))
    expect(Object.keys(questionCosts)).toEqual(expect.arrayContaining(root))
    const known = Object.keys(questionCosts).filter((each) => own.includes(each))
    expect(known).toEqual(Object.keys(questionCosts))
  })

  it.each([
    ['an item costs 1', '{ practice(id: "x") { id owner { id } } }', 2],
    ['a whole list costs what it holds, and its sorting', '{ practices(first: 10) { nodes { id } } }', 1_010],
    ['20 are on a page where nobody says', '{ practices { totalCount } }', 1_020],
    ['100 where a variable does', 'query ($n: Int) { practices(first: $n) { totalCount } }', 1_100],
    ['at most 100 are on a page', '{ practices(first: 1000000) { totalCount } }', 1_100],
    [
      'pages multiply',
      '{ practice(id: "x") { resources(first: 10) { nodes { needs(last: 5) { edges { node { id } } } } } } }',
      61,
    ],
    [
      'fragments count where they are used',
      '{ a: practice(id: "x") { ...f } b: practice(id: "y") { ...f } } fragment f on Practice { owner { id } }',
      4,
    ],
    ['a question costs what it costs', '{ singlePointsOfFailure { total } }', 50_100],
    ['and what it lists', '{ impact(failed: [{ id: "x" }], first: 10000) { affected { id } } }', 110_001],
    [
      'as often as it is asked',
      '{ a: supplierConcentration { summary } b: supplierConcentration { summary } }',
      100_000,
    ],
    [
      'what is read of found items counts for each',
      '{ search(query: "x", first: 10) { nodes { item { owner { id } } } } }',
      20_040,
    ],
    ['ids may be a hundred', '{ nodes(ids: ["x"]) { owner { id } } }', 200],
    ['introspection is free', '{ __schema { types { name } } }', 0],
  ])('%s', (_, query, expected) => {
    expect(cost(query)).toBe(expected)
  })

  it('lets ten searches for single points of failure through, and not eleven', () => {
    const asked = (count: number): string =>
      `{ ${Array.from({ length: count }, (_, i) => `a${String(i)}: singlePointsOfFailure(first: 0) { total }`).join(' ')} }`
    expect(validate(schema, parse(asked(9)), [costLimitRule(500_000)])).toEqual([])
    expect(validate(schema, parse(asked(10)), [costLimitRule(500_000)])).toHaveLength(1)
  })
})
