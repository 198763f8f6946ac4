import { getNamedType, isCompositeType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Relation } from '../../graph/model/model.ts'
import { storesUnderTest } from '../stores-under-test.ts'
import { apiOver } from './api-under-test.ts'
import type { ApiUnderTest, Data } from './api-under-test.ts'
import { oneOfEach } from './one-of-each.ts'
import { ownModel, seedSources } from './seed.ts'

const each = oneOfEach(ownModel)

describe.each(storesUnderTest())('items on $name', (tested) => {
  let under: ApiUnderTest
  beforeAll(async () => {
    under = await apiOver(tested.fresh(), each)
  })
  afterAll(() => under.api.close())

  /** All fields of a type that take no item: as a selection. */
  function plainFields(name: string, relations: ReadonlySet<string>): string {
    const type = under.api.schema.getType(name)
    if (!isObjectType(type)) return ''
    return Object.values(type.getFields())
      .filter((field) => !relations.has(field.name))
      .map((field) => {
        const of = getNamedType(field.type)
        return isCompositeType(of) ? `${field.name} { ${plainFields(of.name, new Set())} }` : field.name
      })
      .join(' ')
  }

  it.each([...ownModel.kinds.values()])('$name is reached in every way, with all its attributes', async (kind) => {
    const item = each.items.find((one) => one.id === `${kind.idPrefix}/sample`)
    const attributes = new Set(kind.attributes.map((one) => one.name))
    const type = under.api.schema.getType(kind.name)
    const others = Object.keys(isObjectType(type) ? type.getFields() : {}).filter((name) => !attributes.has(name))
    const selection = `__typename ${plainFields(kind.name, new Set(others))}`
    const expected = {
      ...item,
      __typename: kind.name,
      sources: [{ ...seedSources[0], system: null, record: null, says: null }],
    }
    const data = await under.ask(
      `query ($whole: ID!) {
        whole: ${kind.singular}(id: $whole) { ${selection} }
        part: ${kind.singular}(id: "sample") { id }
        list: ${kind.plural} { totalCount nodes { ${selection} } }
        node(id: $whole) { __typename ... on ${kind.name} { ${selection} } }
        nodes(ids: ["nothing/here", $whole]) { ... on ${kind.name} { ${selection} } }
        items(filter: { kind: [${kind.name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}] }) { totalCount nodes { __typename id name } }
      }`,
      { whole: item?.id },
    )
    expect(data.whole).toStrictEqual(expected)
    expect(data.part).toStrictEqual({ id: item?.id })
    expect(data.list).toStrictEqual({ totalCount: 1, nodes: [expected] })
    expect(data.node).toStrictEqual(expected)
    expect(data.nodes).toStrictEqual([null, expected])
    expect(data.items).toStrictEqual({
      totalCount: 1,
      nodes: [{ __typename: kind.name, id: item?.id, name: item?.name }],
    })
  })

  const edgeFields = ({ edge }: Relation): string =>
    `${(edge?.attributes ?? []).map((one) => one.name).join(' ')} sources { layer file line }`

  it.each([...ownModel.relations.values()])('$declaredBy.$field is read from both ends ($type)', async (relation) => {
    const [from, , to, values] = each.relations.find(([, type]) => type === relation.type) ?? ['', '', '', {}]
    const carried = { ...values, sources: seedSources }
    const page = (id: string): object => ({ totalCount: 1, edges: [{ node: { id }, ...carried }], nodes: [{ id }] })
    const many = `{ totalCount edges { node { ${idOf()} } ${edgeFields(relation)} } nodes { ${idOf()} } }`
    const holder = relation.holders[0] ?? ''
    const target = relation.targets.at(-1) ?? ''
    const data = await under.ask<{ from: Data; to: Data }>(
      `query ($from: ID!, $to: ID!) {
        from: node(id: $from) { ... on ${holder} { there: ${relation.field} ${relation.list ? many : `{ ${idOf()} }`} } }
        to: node(id: $to) { ... on ${target} { back: ${relation.inverse} ${relation.inside ? `{ ${idOf()} }` : many} } }
      }`,
      { from, to },
    )
    expect(data.from.there).toStrictEqual(relation.list ? page(to) : { id: to })
    expect(data.to.back).toStrictEqual(relation.inside ? { id: from } : page(from))

    function idOf(): string {
      return relation.target === 'Raiser' ? '... on Item { id }' : 'id'
    }
  })

  it('says to which dimension resources belong', async () => {
    const data = await under.ask(
      '{ practice(id: "sample") { resources { nodes { __typename dimension } } } contract(id: "sample") { dimension } }',
    )
    expect(data).toStrictEqual({
      practice: { resources: { nodes: [{ __typename: 'Contract', dimension: 'PARTNERS_AND_SUPPLIERS' }] } },
      contract: { dimension: 'PARTNERS_AND_SUPPLIERS' },
    })
  })

  it('answers null for ids that nothing has', async () => {
    expect(
      await under.ask('{ node(id: "x") { id } practice(id: "team/sample") { id } nodes(ids: []) { id } }'),
    ).toStrictEqual({
      node: null,
      practice: null,
      nodes: [],
    })
  })
})
