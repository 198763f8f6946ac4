import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLoadedCatalogue, saveLoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
import { readGraph } from '../../../graph/load/read-graph.ts'
import { wantedGraph } from '../../../graph/load/wanted-graph.ts'
import { modelFromFiles, readModel } from '../../../graph/model/read-model.ts'
import type { Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { assetModel } from '../model/asset-model.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { smallCatalogue } from '../catalogue/small-catalogue.ts'
import { load } from './loads.ts'

const assets = {
  'model/assets.graphql': assetModel,
  'assets/rack.yaml': 'name: Rack\nruns: [{to: ticketing, atLeast: 1}]\n',
}

describe.each(storesUnderTest())('the graph as it stands, on $name', (under) => {
  let store: Store
  beforeEach(async () => {
    store = await under.fresh()
  })
  afterEach(() => store.close())

  it('is empty before the first load', async () => {
    expect(await readGraph(store, readModel(), undefined)).toStrictEqual({ nodes: new Map(), relations: new Map() })
  })

  it('is what the loaded catalogue asked for', async () => {
    const catalogue = await catalogueOf({ ...smallCatalogue, ...assets })
    await load(store, catalogue)
    const wanted = wantedGraph(catalogue)
    const is = await readGraph(store, catalogue.model, await readLoadedCatalogue(store))
    expect(Object.fromEntries(is.nodes)).toStrictEqual(Object.fromEntries(wanted.nodes))
    expect(Object.fromEntries(is.relations)).toStrictEqual(Object.fromEntries(wanted.relations))
  })

  it('holds what only the model that was loaded knows', async () => {
    await load(store, await catalogueOf({ ...smallCatalogue, ...assets }))
    const is = await readGraph(store, readModel(), await readLoadedCatalogue(store))
    expect(is.nodes.get('asset/rack')).toMatchObject({ kind: 'Asset' })
    expect(is.relations.get('asset/rack RUNS application/ticketing')).toMatchObject({
      properties: { criticality: 'IMPORTANT', atLeast: 1 },
    })
  })

  it('holds what a model knew that breaks today’s rules, as one of an earlier version may', async () => {
    const catalogue = await catalogueOf({ ...smallCatalogue, ...assets })
    await load(store, catalogue)
    const loaded = await readLoadedCatalogue(store)
    if (loaded === undefined) throw new Error('Nothing is loaded')
    const model = loaded.model.map((file) => ({ ...file, text: file.text.replace('"""What runs on it."""', '') }))
    expect(() => modelFromFiles(model)).toThrow('Asset.runs needs a description.')
    await store.write([saveLoadedCatalogue({ ...loaded, model })])
    const is = await readGraph(store, readModel(), await readLoadedCatalogue(store))
    expect([...is.relations.keys()]).toContain('asset/rack RUNS application/ticketing')
  })

  it('holds what others changed in it', async () => {
    const catalogue = await catalogueOf(smallCatalogue)
    await load(store, catalogue)
    await store.write([{ cypher: "MATCH (n:TributaryItem {id: 'supplier/acme'}) SET n.name = 'Other', n.extra = 1" }])
    const is = await readGraph(store, catalogue.model, await readLoadedCatalogue(store))
    expect(is.nodes.get('supplier/acme')?.properties).toMatchObject({ name: 'Other', extra: 1 })
  })
})
