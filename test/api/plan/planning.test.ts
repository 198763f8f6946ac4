import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryStore, storesUnderTest } from '../../stores-under-test.ts'
import { apiOver } from '../api-under-test.ts'
import type { ApiUnderTest } from '../api-under-test.ts'
import { manyItems } from '../../graph/query/many-items.ts'
import { sample } from '../sample.ts'

describe.each(storesUnderTest())('planning on $name', (tested) => {
  let under: ApiUnderTest
  beforeAll(async () => {
    under = await apiOver(tested.fresh(), sample)
  })
  afterAll(() => under.api.close())

  it('keeps the same field with other arguments under aliases apart', async () => {
    const data = await under.ask(
      `query ($one: Int!) { practice(id: "incident-management") {
        first: resources(first: $one) { nodes { name } }
        second: resources(first: 1) { nodes { id } }
        last: resources(last: 1) { nodes { name } }
        resources { totalCount }
      } }`,
      { one: 1 },
    )
    expect(data.practice).toStrictEqual({
      first: { nodes: [{ name: 'Network' }] },
      second: { nodes: [{ id: 'team/network' }] },
      last: { nodes: [{ name: 'Ticketing' }] },
      resources: { totalCount: 3 },
    })
  })

  it('opens fragments, nested and overlapping, on interfaces, unions and kinds', async () => {
    const data = await under.ask(`
      query { practice(id: "incident-management") { ...Owned owner { ...Reach } ... { name } resources { nodes {
        ... on Item { name } ...Kinded ... on Party { contact } ... on Team { tags subteams { totalCount } } ... on Application { form needs { nodes { name } } }
      } } } }
      fragment Owned on Item { owner { name ...Reach } }
      fragment Reach on Party { id contact }
      fragment Kinded on Resource { __typename dimension }
    `)
    const people = { __typename: 'Team', dimension: 'ORGANIZATIONS_AND_PEOPLE', subteams: { totalCount: 0 } }
    expect(data.practice).toStrictEqual({
      name: 'Incident management',
      owner: { name: 'Incident manager', id: 'role/incident-manager', contact: null },
      resources: {
        nodes: [
          { name: 'Network', contact: null, tags: ['core'], ...people },
          { name: 'Service operations', contact: '#ops', tags: ['core', 'day'], ...people },
          {
            name: 'Ticketing',
            __typename: 'Application',
            dimension: 'INFORMATION_AND_TECHNOLOGY',
            form: 'PLATFORM',
            needs: { nodes: [{ name: 'Älterer Dienst' }, { name: 'Ticketing' }] },
          },
        ],
      },
    })
  })

  it('reads a property that is text on one kind and a value with parts on another', async () => {
    const data = await under.ask(
      `{ nodes(ids: ["contract/c-104", "value-stream/incident"]) { ... on Contract { money: value { amount currency } } ... on ValueStream { gain: value } } }`,
    )
    expect(data.nodes).toStrictEqual([{ money: { amount: 1200.5, currency: 'EUR' } }, { gain: 'It works again' }])
  })

  const skipping = `query ($yes: Boolean!, $no: Boolean!) { practice(id: "service-desk") {
    name @include(if: $yes) purpose @skip(if: $yes) owner @include(if: $no) { name }
    ... @skip(if: $yes) { resources { nodes { name } } } ... on Practice @include(if: $yes) { group }
  } }`

  it('leaves out what is skipped, and does not read it', async () => {
    const variables = { yes: true, no: false }
    expect(await under.ask(skipping, variables)).toStrictEqual({
      practice: { name: 'Service desk', group: 'SERVICE_MANAGEMENT' },
    })
    expect(await under.statements(skipping, variables)).toStrictEqual([
      'UNWIND $p0 AS id MATCH (n0:TributaryItem {id: id}) RETURN collect([n0.id, n0.`name`, n0.`group`]) AS a0',
    ])
  })

  it('reads a field that is selected twice at the root once, with both selections', async () => {
    const document = '{ practices(first: 1) { nodes { name } } practices(first: 1) { totalCount nodes { id } } }'
    expect(await under.ask(document)).toStrictEqual({
      practices: { nodes: [{ name: 'Deployment management', id: 'practice/deployment-management' }], totalCount: 4 },
    })
    expect(await under.statements(document)).toHaveLength(1)
  })

  it('answers pages of which nothing but their types is asked', async () => {
    expect(
      await under.ask(
        '{ practices(first: 1) { __typename nodes { __typename } edges { __typename } pageInfo { __typename } } }',
      ),
    ).toStrictEqual({
      practices: {
        __typename: 'PracticeConnection',
        nodes: [{ __typename: 'Practice' }],
        edges: [{ __typename: 'PracticeEdge' }],
        pageInfo: { __typename: 'PageInfo' },
      },
    })
  })
})

describe('the number of statements', () => {
  const deep = `{ valueStreams { nodes { name steps { nodes { name activity { name }
    practices { edges { criticality node { owner { name owns { totalCount } } resources { nodes { ... on Application { needs { nodes { name } } } } } } } } } }
    practices { edges { steps { id } node { feeds { totalCount } } } } relations { edges { verb node { name } } } } } }`

  it('depends on the request, never on how many items it returns', async () => {
    const few = await apiOver(memoryStore.fresh(), { items: sample.items.slice(0, 3) })
    const many = await apiOver(memoryStore.fresh(), { ...sample, items: [...sample.items, ...manyItems] })
    expect(await many.statements(deep)).toHaveLength(1)
    expect(await many.statements(deep)).toStrictEqual(await few.statements(deep))
    expect(
      await many.statements('{ a: practices { totalCount } b: node(id: "x") { id } items { nodes { id } } }'),
    ).toHaveLength(1)
    await Promise.all([few.api.close(), many.api.close()])
  })
})
