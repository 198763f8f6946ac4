import fc from 'fast-check'
import {
  execute,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  parse,
  validate,
} from 'graphql'
import type { ExecutionResult, GraphQLField, GraphQLNamedType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPlain } from '../../../api/execution/answer-plain.ts'
import { isPlain } from '../../../api/execution/is-plain.ts'
import { memoryStore } from '../../stores-under-test.ts'
import { apiOver } from '../api-under-test.ts'
import type { ApiUnderTest } from '../api-under-test.ts'
import { oneOfEach } from '../one-of-each.ts'
import { sample } from '../sample.ts'
import { ownModel } from '../seed.ts'

const everything = oneOfEach(ownModel)

describe('answerPlain', () => {
  let under: ApiUnderTest
  beforeAll(async () => {
    under = await apiOver(memoryStore.fresh(), {
      items: [...sample.items, ...everything.items],
      relations: [...sample.relations, ...everything.relations],
    })
  })
  afterAll(() => under.api.close())

  const context = (): ReturnType<ApiUnderTest['api']['context']> => under.api.context()

  /** Both ways to answer a document, as JSON. */
  async function both(text: string, variables: Readonly<Record<string, unknown>> = {}): Promise<[unknown, unknown]> {
    const { schema } = under.api
    const document = parse(text)
    expect(validate(schema, document)).toStrictEqual([])
    expect(isPlain(document, schema)).toBe(true)
    const request = { schema, document, variables, operationName: undefined }
    const plain = await answerPlain({ ...request, context: context() })
    const full = await execute({ ...request, variableValues: variables, contextValue: context() })
    return [asJson(plain), asJson(full)]
  }

  it('answers whatever is asked as GraphQL does', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), async (text) => {
        const [plain, full] = await both(text)
        expect(plain).toStrictEqual(full)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['errors of root fields', '{ practices(first: 101) { totalCount } team(id: "network") { name } }'],
    [
      'errors of root fields that may be null',
      '{ a: practice(id: "x") { resources(first: 101) { totalCount } } b: __typename }',
    ],
    [
      'fields selected twice',
      '{ practices { nodes { name } } practices { nodes { id owner { name } owner { id } } } }',
    ],
    [
      'variables',
      'query ($n: Int = 2, $no: Boolean!) { practices(first: $n) { nodes { name id @skip(if: $no) } } }',
      { no: true },
    ],
    ['variables that are wrong', 'query ($n: Int!) { practices(first: $n) { nodes { name } } }', { n: 'many' }],
    ['variables that are missing', 'query ($n: Int!) { practices(first: $n) { nodes { name } } }'],
  ])('answers %s as GraphQL does', async (_, text, variables: Readonly<Record<string, unknown>> = {}) => {
    const [plain, full] = await both(text, variables)
    expect(plain).toStrictEqual(full)
  })

  it('leaves data that is not as the schema says to GraphQL', async () => {
    await under.store.write([
      {
        cypher: "CREATE (n:TributaryItem:Practice {id: 'practice/odd', _kind: 'Practice', _sort: 'odd', name: 'Odd'})",
      },
    ])
    const text = '{ practice(id: "odd") { name group } }'
    const request = { schema: under.api.schema, document: parse(text), variables: {}, operationName: undefined }
    expect(await answerPlain({ ...request, context: context() })).toBeUndefined()
    expect(asJson(await under.api.execute(text))).toMatchObject({
      data: { practice: null },
      errors: [{ message: 'Cannot return null for non-nullable field Practice.group.', path: ['practice', 'group'] }],
    })
    await under.store.write([{ cypher: "MATCH (n:TributaryItem {id: 'practice/odd'}) DELETE n" }])
  })

  it.each(['{ __schema { queryType { name } } }', '{ catalogue { counts { count } } }', '{ __proto__: __typename }'])(
    'is not for %s',
    (text) => {
      expect(isPlain(parse(text), under.api.schema)).toBe(false)
    },
  )

  /** Documents that ask for anything: every field under an alias of its own, so that none are in each other's way. */
  function documents(): fc.Arbitrary<string> {
    return fc.gen().map((draw) => {
      let aliases = 0
      const some = <T>(from: readonly T[], most: number): T[] =>
        Array.from({ length: draw(fc.integer, { min: 1, max: most }) }, () => from[draw(fc.nat, from.length - 1)] as T)
      const field = (of: GraphQLField<unknown, unknown>, depth: number): string => {
        const type = getNamedType(of.type)
        if (!isLeafType(type) && depth === 0) return ''
        const page = of.args.some((each) => each.name === 'last')
        const turning =
          page && draw(fc.boolean) ? `(${draw(fc.constantFrom, 'first', 'last')}: ${draw(fc.nat, 4)})` : ''
        return ` f${aliases++}: ${of.name}${turning}${isLeafType(type) ? '' : selection(type, depth - 1)}`
      }
      const selection = (type: GraphQLNamedType, depth: number): string => {
        const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
        const own =
          fields.length === 0
            ? ''
            : some(fields, 4)
                .map((each) => field(each, depth))
                .join('')
        const kinds = isAbstractType(type) ? some(under.api.schema.getPossibleTypes(type), 2) : []
        const narrowed = kinds.map((kind) => ` ... on ${kind.name}${selection(kind, depth)}`).join('')
        return ` { __typename${own}${narrowed} }`
      }
      const roots = Object.values(under.api.schema.getQueryType()?.getFields() ?? {}).filter(
        (each) => each.name === 'items' || each.name in plurals,
      )
      return `{${some(roots, 2)
        .map((each) => field(each, 5))
        .join('')} }`
    })
  }
})

const plurals = Object.fromEntries([...ownModel.kinds.values()].map((kind) => [kind.plural, kind]))
const asJson = (result: ExecutionResult | undefined): unknown => JSON.parse(JSON.stringify(result ?? null))
