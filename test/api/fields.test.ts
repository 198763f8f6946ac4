import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { saveLoadedCatalogue, readLoadedCatalogue } from '../../graph/load/loaded-catalogue.ts'
import type { LoadedCatalogue } from '../../graph/load/loaded-catalogue.ts'
import { saveRevision } from '../../graph/load/revision.ts'
import type { Revision } from '../../graph/load/revision.ts'
import type { Store } from '../../graph/store/store.ts'
import { ownModelFiles } from '../../graph/model/read-model.ts'
import { memoryStore, storesUnderTest } from '../stores-under-test.ts'
import { apiOver } from './api-under-test.ts'
import type { ApiUnderTest, Data } from './api-under-test.ts'
import { sample } from './sample.ts'

const revision = (number: number, more: Partial<Revision> = {}): Revision => ({
  number,
  at: `2026-01-0${number}T00:00:00.000Z`,
  added: 0,
  changed: 0,
  removed: 0,
  changes: [],
  complete: true,
  ...more,
})

interface Found {
  readonly totalCount: number
  readonly nodes: readonly { readonly item: { readonly name: string } }[]
}

interface Revisions {
  readonly totalCount: number
  readonly nodes: readonly { readonly number: number }[]
  readonly pageInfo: { readonly endCursor: string }
}

describe.each(storesUnderTest())('questions of the API that no model states on $name', (tested) => {
  let under: ApiUnderTest
  beforeAll(async () => {
    under = await apiOver(tested.fresh(), sample)
    const fields = [
      { field: 'tags', before: undefined, after: ['a', 'b'] },
      { field: 'owner', before: 'team/x', after: undefined },
    ]
    const changes: Revision['changes'] = [
      { action: 'changed', id: 'team/network', kind: 'Team', name: 'Network', fields },
      { action: 'removed', id: 'team/x', kind: 'Team', name: 'X', fields: [] },
    ]
    await under.store.write([saveRevision(revision(2, { changed: 1, removed: 1, changes })), saveRevision(revision(3))])
  })
  afterAll(() => under.api.close())

  const found = async (query: string, more = ''): Promise<Found> => {
    const selection = '{ totalCount nodes { score matched snippet item { name } } }'
    const document = `query ($query: String!) { search(query: $query${more}) ${selection} }`
    return (await under.ask<{ search: Found }>(document, { query })).search
  }
  const names = (results: Found): string[] => results.nodes.map((node) => node.item.name)

  it('catalogue says what is loaded', async () => {
    const { catalogue } = await under.ask<{ catalogue: Data }>(
      '{ catalogue { name title revision loadedAt counts { kind plural folder count } } }',
    )
    const { counts, ...said } = catalogue
    expect(said).toStrictEqual({ name: 'test', title: 'Test', revision: 1, loadedAt: '2026-01-02T03:04:05.678Z' })
    expect(counts).toHaveLength(22)
    expect(counts).toContainEqual({ kind: 'PRACTICE', plural: 'practices', folder: 'practices', count: 4 })
    expect(counts).toContainEqual({ kind: 'INFORMATION', plural: 'informationItems', folder: 'information', count: 0 })
  })

  it('revisions come latest first, page by page', async () => {
    const ask = async (more: string): Promise<Revisions> => {
      const changes = 'changes { id kind name action fields { field before after } }'
      const nodes = `nodes { number changed removed complete ${changes} }`
      const document = `{ revisions(${more}) { totalCount ${nodes} pageInfo { hasNextPage hasPreviousPage endCursor } } }`
      return (await under.ask<{ revisions: Revisions }>(document)).revisions
    }
    const first = await ask('first: 2')
    expect(first.totalCount).toBe(3)
    expect(first.nodes.map((node) => node.number)).toStrictEqual([3, 2])
    expect(first.nodes[1]).toStrictEqual({
      number: 2,
      changed: 1,
      removed: 1,
      complete: true,
      changes: [
        {
          id: 'team/network',
          kind: 'Team',
          name: 'Network',
          action: 'CHANGED',
          fields: [
            { field: 'tags', before: null, after: '["a","b"]' },
            { field: 'owner', before: 'team/x', after: null },
          ],
        },
        { id: 'team/x', kind: 'Team', name: 'X', action: 'REMOVED', fields: [] },
      ],
    })
    const second = await ask(`first: 2, after: "${first.pageInfo.endCursor}"`)
    expect(second.nodes.map((node) => node.number)).toStrictEqual([1])
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect(await under.refusals('{ revisions(after: "x") { totalCount } }')).toStrictEqual([
      '"after" is not a cursor of the revisions. Take it from the `endCursor` of the page before.',
    ])
  })

  it.each([
    ['whole names', 'incident management', 'Incident management'],
    ['beginnings of words', 'inci managem', 'Incident management'],
    ['words with a letter wrong', 'incidant managment', 'Incident management'],
    ['words without diacritics', 'alterer', 'Älterer Dienst'],
    ['words in any case', 'TICKETING', 'Ticketing'],
    ['texts besides the name', 'cases', 'Ticketing'],
  ])('search finds %s', async (_, query, first) => {
    expect(names(await found(query))[0]).toBe(first)
  })

  it('search finds items with some of the words where none has them all', async () => {
    expect(names(await found('network zebra'))).toStrictEqual(['Network'])
    expect(names(await found('zebra'))).toStrictEqual([])
  })

  it('search looks at some kinds only, says what matched and shows the place', async () => {
    const results = await found('incident', ', kinds: [STEP, VALUE_STREAM, PRACTICE], first: 1')
    expect(results.totalCount).toBe(2)
    expect(results.nodes).toHaveLength(1)
    const [ticketing] = (await found('cases')).nodes
    expect(ticketing).toMatchObject({ matched: ['summary'], snippet: 'Where cases live' })
    expect((await found('ticketing')).nodes[0]).toMatchObject({ matched: ['name'], snippet: null })
  })

  it('search reads what is selected of its items in one statement', async () => {
    await found('incident')
    const document =
      '{ search(query: "incident") { nodes { item { name ... on Practice { resources { nodes { name } } } } } } }'
    expect(await under.statements(document)).toHaveLength(1)
  })
})

describe('createApi', () => {
  it('says what to do when nothing is loaded', async () => {
    const store = await memoryStore.fresh()
    await expect(createApi(store)).rejects.toThrow(
      'Nothing is loaded yet: run `tributary load`. (The graph is memory:.)',
    )
    await store.close()
  })

  it('answers from one revision though a load comes between two statements', async () => {
    const { store } = await apiOver(memoryStore.fresh(), sample)
    const loaded = (await readLoadedCatalogue(store)) as LoadedCatalogue
    const between = Promise.withResolvers<undefined>()
    let asked = 0
    const interrupted: Store = {
      ...store,
      async read(cypher, parameters) {
        if (asked === 0) return store.read(cypher, parameters)
        if (!cypher.includes('Practice')) return between.promise.then(() => store.read(cypher, parameters))
        const rows = await store.read(cypher, parameters)
        if (asked++ === 1) {
          await store.write([
            { cypher: 'MATCH (n:TributaryItem) SET n.name = $name', parameters: { name: 'New' } },
            saveLoadedCatalogue({ ...loaded, revision: 2 }),
          ])
          between.resolve(undefined)
        }
        return rows as never
      },
    }
    const api = await createApi(interrupted)
    asked = 1
    const result = await api.execute(
      '{ practices(first: 1) { nodes { name } } teams(first: 1) { nodes { name } } catalogue { revision } }',
    )
    const page = { nodes: [{ name: 'New' }] }
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual({
      data: { practices: page, teams: page, catalogue: { revision: 2 } },
    })
    await api.close()
  })

  it('follows loads: the revision, the words that search finds, and the schema where the model changed', async () => {
    const { store } = await apiOver(memoryStore.fresh(), sample)
    const api = await createApi(store, { freshFor: 0 })
    const { schema } = api
    const loaded = (await readLoadedCatalogue(store)) as LoadedCatalogue
    const search = async (): Promise<number | undefined> => {
      const { data } = await api.execute<{ search: Found }>('{ search(query: "renamed") { totalCount } }')
      return data?.search.totalCount
    }
    expect(await search()).toBe(0)

    await store.write([
      { cypher: "MATCH (n:TributaryItem {id: 'team/network'}) SET n.name = 'Renamed'" },
      saveLoadedCatalogue({ ...loaded, revision: 2 }),
    ])
    expect(await search()).toBe(1)
    expect(api.revision).toBe(2)
    expect(api.schema).toBe(schema)

    const model = [
      ...ownModelFiles(),
      { path: 'model/site.graphql', text: '"""Where people work."""\ntype Site @kind(folder: "sites")' },
    ]
    await store.write([saveLoadedCatalogue({ ...loaded, revision: 3, model })])
    expect(await api.execute('{ sites { totalCount } }')).toStrictEqual({
      data: expect.objectContaining({ sites: expect.objectContaining({ totalCount: 0 }) as unknown }) as unknown,
    })
    expect(api.schema).not.toBe(schema)
    await api.close()
  })
})
