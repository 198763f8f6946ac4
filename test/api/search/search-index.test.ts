import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../../api/execute.ts'
import type { Api } from '../../../api/execute.ts'
import { buildSearchIndex } from '../../../api/search/search-index.ts'
import { builtInFolder } from '../../../graph/catalogue/built-in-layers.ts'
import { readModel } from '../../../graph/model/read-model.ts'
import type { Store } from '../../../graph/store/store.ts'
import { loadedStore } from '../../loaded-store.ts'

describe('search', () => {
  let api: Api
  beforeAll(async () => {
    api = await createApi(await loadedStore(builtInFolder('example')))
  })
  afterAll(() => api.close())

  const first = async (query: string): Promise<unknown> => {
    const { data } = await api.execute<{ search: { nodes: { item: { id: string } }[] } }>(
      'query ($query: String!) { search(query: $query, first: 1) { nodes { item { id } } } }',
      { query },
    )
    return data?.search.nodes[0]?.item.id
  }

  it.each([
    ['Change management', 'practice/change-enablement', 'an alias, whole'],
    ['incident management', 'practice/incident-management', 'a name in other case'],
    ['tickting', 'application/ticketing', 'a typo'],
    ['Tícketíng', 'application/ticketing', 'diacritics'],
    ['C-101', 'contract/cloud-framework', 'a contract’s number'],
  ])('finds by %s first %s: %s', async (query, id) => {
    expect(await first(query)).toBe(id)
  })

  it('finds nothing for what nobody wrote', async () => {
    expect(await first('xylophone')).toBeUndefined()
  })

  it('lets others have their turn while it indexes', async () => {
    const store = await loadedStore(builtInFolder('example'))
    let turns = 0
    let isIndexing = true
    const takeTurns = (): void => {
      turns++
      if (isIndexing) setImmediate(takeTurns)
    }
    // What the store does is no turn of the index: it is read before.
    const rows = await store.read('MATCH (n:TributaryItem) RETURN collect([n.id, n._kind, n.name]) AS rows')
    const read: Store = { ...store, address: store.address, read: () => Promise.resolve(rows as never) }
    const model = readModel()
    takeTurns()
    await buildSearchIndex(read, model)
    isIndexing = false
    expect(turns).toBeGreaterThan(2)
    await store.close()
  })
})
