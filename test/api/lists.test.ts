import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manyItems, manyRelations } from '../graph/query/many-items.ts'
import { storesUnderTest } from '../stores-under-test.ts'
import { apiOver } from './api-under-test.ts'
import type { ApiUnderTest, Data } from './api-under-test.ts'
import { sample } from './sample.ts'

interface Named {
  readonly nodes: readonly { readonly name: string }[]
}

describe.each(storesUnderTest())('lists on $name', (tested) => {
  let under: ApiUnderTest
  beforeAll(async () => {
    under = await apiOver(tested.fresh(), {
      items: [...sample.items, ...manyItems],
      relations: [
        ...sample.relations,
        ...manyRelations,
        ...manyItems.map(({ id }) => [id, 'OWNED_BY', 'team/network'] as const),
      ],
    })
  })
  afterAll(() => under.api.close())

  const names = async (list: string): Promise<string[]> => {
    const data = await under.ask<{ list: Named }>(`{ list: ${list} { nodes { name } } }`)
    return data.list.nodes.map((node) => node.name)
  }

  it.each([
    [
      'sorted by name unless said otherwise',
      'practices',
      ['Deployment management', 'Incident management', 'Risk management', 'Service desk'],
    ],
    [
      'by the words of an enum',
      'practices(filter: {group: [SERVICE_MANAGEMENT, TECHNICAL_MANAGEMENT]})',
      ['Deployment management', 'Incident management', 'Service desk'],
    ],
    [
      'sorted in the order of an enum',
      'practices(orderBy: {field: GROUP})',
      ['Risk management', 'Incident management', 'Service desk', 'Deployment management'],
    ],
    [
      'sorted backwards',
      'practices(orderBy: {field: NAME, direction: DESC})',
      ['Service desk', 'Risk management', 'Incident management', 'Deployment management'],
    ],
    ['by what is there', 'practices(filter: {owner: {exists: true}})', ['Incident management', 'Service desk']],
    [
      'by what is not there',
      'practices(filter: {owner: {exists: false}, purpose: {exists: false}})',
      ['Deployment management', 'Risk management'],
    ],
    [
      'by what a relation leads to',
      'practices(filter: {resources: {id: ["team/network", "nothing/here"]}})',
      ['Incident management'],
    ],
    ['by what leads there, without its kind', 'applications(filter: {usedBy: {id: ["service-desk"]}})', ['Ticketing']],
    ['by a path', 'practices(filter: {feeds: {exists: true}})', ['Incident management', 'Service desk']],
    [
      'by what relations of relations lead to',
      'practices(filter: {resources: {some: {coveredBy: {some: {suppliers: {id: ["acme"]}}}}}})',
      ['Incident management', 'Service desk'],
    ],
    [
      'by what holds for the items that a relation leads to',
      'practices(filter: {resources: {some: {kind: [TEAM], name: {startsWith: "net"}}}})',
      ['Incident management'],
    ],
    ['by a name without diacritics', 'applications(filter: {name: {contains: "ALTERER"}})', ['Älterer Dienst']],
    ['by a beginning', 'applications(filter: {name: {startsWith: "tick"}})', ['Ticketing']],
    ['by an exact text', 'contracts(filter: {number: {is: ["C-104", "C-105"]}})', ['C-104']],
    ['by a text in any case', 'applications(filter: {summary: {contains: "CASES"}})', ['Ticketing']],
    ['by a word in a list', 'teams(filter: {tags: {any: ["day"]}})', ['Service operations']],
    ['by days', 'applications(filter: {reviewBy: {from: "2026-03-01", until: "2026-03-01"}})', ['Ticketing']],
    ['by numbers', 'steps(filter: {position: {min: 2, max: 2}})', ['Solve']],
    ['by yes and no', 'steps(filter: {optional: true})', ['Solve']],
    ['by values with parts', 'contracts(filter: {value: {exists: true}, links: {exists: true}})', ['C-104']],
    [
      'by not, or, and',
      'practices(filter: {not: {or: [{group: [GENERAL_MANAGEMENT]}, {and: [{owner: {exists: true}}, {id: ["practice/service-desk"]}]}]}})',
      ['Deployment management', 'Incident management'],
    ],
    [
      'by nothing',
      'practices(filter: {})',
      ['Deployment management', 'Incident management', 'Risk management', 'Service desk'],
    ],
    ['by kinds', 'items(filter: {kind: [TEAM, SUPPLIER]})', ['Acme', 'Network', 'Service operations']],
    ['sorted by text that some lack', 'suppliers(orderBy: {field: CONTACT})', ['Acme']],
  ])('are read %s', async (_, list, expected) => {
    expect(await names(list)).toStrictEqual(expected)
  })

  it('are read of relations too, with filters and orders of their own', async () => {
    const data = await under.ask(`{ practice(id: "incident-management") {
      people: resources(filter: {dimension: [ORGANIZATIONS_AND_PEOPLE]}, orderBy: {field: NAME, direction: DESC}) { nodes { name } }
      tools: resources(filter: {kind: [APPLICATION]}) { totalCount edges { criticality note node { name } } }
      one: resources(first: 1) { totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage } }
    } }`)
    expect(data.practice).toStrictEqual({
      people: { nodes: [{ name: 'Service operations' }, { name: 'Network' }] },
      tools: { totalCount: 1, edges: [{ criticality: 'ESSENTIAL', note: 'Every case', node: { name: 'Ticketing' } }] },
      one: { totalCount: 3, nodes: [{ name: 'Network' }], pageInfo: { hasNextPage: true, hasPreviousPage: false } },
    })
  })

  it('keep steps in the order of their stream', async () => {
    const data = await under.ask<{ valueStream: { steps: Named } }>(
      '{ valueStream(id: "incident") { steps { nodes { name } } } }',
    )
    expect(data.valueStream.steps.nodes.map((node) => node.name)).toStrictEqual(['Capture', 'Solve', 'Confirm'])
  })

  const lists = [
    ['improvements', 'improvements', ''],
    ['improvements by priority', 'improvements', 'orderBy: {field: PRIORITY, direction: DESC}'],
    ['what a team owns', 'team(id: "network") { owns', 'filter: {kind: [IMPROVEMENT]}'],
    ['all relations of a team', 'team(id: "network") { relations', ''],
    ['all relations of an improvement', 'improvement(id: "07") { relations', ''],
    ['practices that feed a stream', 'valueStream(id: "incident") { practices', ''],
  ] as const

  it.each(lists)('give the same page by page as at once: %s', async (_, list, more) => {
    interface Page {
      readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
      readonly totalCount: number
      readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
    }
    const closing = list.includes('{') ? '}' : ''
    const read = async (turning: string): Promise<Page> => {
      const given = [turning, more].filter((each) => each !== '').join(', ')
      const data = await under.ask(
        `{ ${list}(${given}) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } ${closing} }`,
      )
      const page = Object.values(data)[0] as Page | Record<string, Page>
      return ('edges' in page ? page : Object.values(page)[0]) as Page
    }
    const whole = await read('first: 100')
    expect(whole.edges).toHaveLength(whole.totalCount)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: Math.ceil(whole.totalCount / 8), max: 100 }), async (size) => {
        const there: unknown[] = []
        for (let turning = `first: ${size}`; turning !== '';) {
          const { edges, pageInfo } = await read(turning)
          there.push(...edges)
          turning = pageInfo.hasNextPage ? `first: ${size}, after: "${pageInfo.endCursor}"` : ''
        }
        expect(there).toStrictEqual(whole.edges)
        const back: unknown[] = []
        for (let turning = `last: ${size}`; turning !== '';) {
          const { edges, pageInfo } = await read(turning)
          back.unshift(...edges)
          turning = pageInfo.hasPreviousPage ? `last: ${size}, before: "${pageInfo.startCursor}"` : ''
        }
        expect(back).toStrictEqual(whole.edges)
      }),
      { numRuns: 5 },
    )
  })

  it('tell relations of every type apart, both ways', async () => {
    const selection = 'edges { type direction verb field node { id } sources { file } }'
    const data = await under.ask<{ node: Data }>(`{ node(id: "application/ticketing") {
      relations { totalCount ${selection} }
      in: relations(filter: {direction: IN, type: [USES, COVERS], kind: [PRACTICE]}) { totalCount nodes { id } }
    } }`)
    const sources = [{ file: 'seed.yaml' }]
    const needs = { type: 'NEEDS', direction: 'OUT', verb: 'needs', field: 'needs', sources }
    const uses = { type: 'USES', direction: 'IN', verb: 'is used by', field: 'usedBy', sources }
    expect(data.node.relations).toStrictEqual({
      totalCount: 7,
      edges: [
        { ...needs, node: { id: 'application/aerial' } },
        {
          type: 'COVERS',
          direction: 'IN',
          verb: 'is covered by',
          field: 'coveredBy',
          node: { id: 'contract/c-104' },
          sources,
        },
        { ...uses, node: { id: 'practice/incident-management' } },
        { ...uses, node: { id: 'practice/service-desk' } },
        {
          type: 'OWNED_BY',
          direction: 'OUT',
          verb: 'is owned by',
          field: 'owner',
          node: { id: 'team/service-operations' },
          sources,
        },
        { ...needs, direction: 'IN', verb: 'is needed by', field: 'neededBy', node: { id: 'application/ticketing' } },
        { ...needs, node: { id: 'application/ticketing' } },
      ],
    })
    expect(data.node.in).toStrictEqual({
      totalCount: 2,
      nodes: [{ id: 'practice/incident-management' }, { id: 'practice/service-desk' }],
    })
  })

  it('tell which practices feed a stream, each with the steps that it works, and back', async () => {
    const data = await under.ask<{ valueStream: Data; activity: Data }>(`{
      valueStream(id: "incident") { practices { totalCount edges { steps { name activity { name } } node { name feeds { edges { steps { name } node { id } } } } } } }
      activity(id: "engage") { streams { edges { steps { name } node { name activities(first: 1) { totalCount edges { steps { name } node { name } } } } } } }
    }`)
    const engage = { name: 'Engage' }
    const stream = { id: 'value-stream/incident' }
    expect(data.valueStream.practices).toStrictEqual({
      totalCount: 2,
      edges: [
        {
          steps: [{ name: 'Solve', activity: { name: 'Deliver and support' } }],
          node: { name: 'Incident management', feeds: { edges: [{ steps: [{ name: 'Solve' }], node: stream }] } },
        },
        {
          steps: [
            { name: 'Capture', activity: engage },
            { name: 'Solve', activity: { name: 'Deliver and support' } },
            { name: 'Confirm', activity: engage },
          ],
          node: {
            name: 'Service desk',
            feeds: { edges: [{ steps: [{ name: 'Capture' }, { name: 'Solve' }, { name: 'Confirm' }], node: stream }] },
          },
        },
      ],
    })
    expect(data.activity.streams).toStrictEqual({
      edges: [
        {
          steps: [{ name: 'Capture' }, { name: 'Confirm' }],
          node: {
            name: 'Resolve an incident',
            activities: {
              totalCount: 2,
              edges: [{ steps: [{ name: 'Solve' }], node: { name: 'Deliver and support' } }],
            },
          },
        },
      ],
    })
  })
})
