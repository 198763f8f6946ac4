import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyPlan } from '../../../graph/load/apply-plan.ts'
import { NothingLoadedError, requireLoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
import { isEmpty, planLoad } from '../../../graph/load/plan.ts'
import { readGraph } from '../../../graph/load/read-graph.ts'
import { wantedGraph } from '../../../graph/load/wanted-graph.ts'
import type { Catalogue } from '../../../graph/catalogue/catalogue.ts'
import { StoreError } from '../../../graph/store/store.ts'
import type { Json, Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import type { StoreUnderTest } from '../../stores-under-test.ts'
import { catalogueWith } from '../catalogue/catalogue-folder.ts'
import { catalogueIn, catalogueOf } from '../catalogue/findings-of.ts'
import { smallCatalogue } from '../catalogue/small-catalogue.ts'
import { largeCatalogue } from './large-catalogue.ts'
import { graphIn, load } from './loads.ts'
import { startLoad } from './start-load.ts'
import type { StartedLoad } from './start-load.ts'

const addressOf = (under: StoreUnderTest, store: Store): string =>
  under.name === 'neo4j' ? (process.env.TRIBUTARY_TEST_NEO4J ?? '') : store.address
const lasting = storesUnderTest().filter((under) => under.name !== 'memory')

describe.each(lasting)('a load that is killed, on $name', (under) => {
  let store: Store
  let before: Json[]
  let folder: string
  const old = { ...smallCatalogue, 'teams/old.yaml': 'name: Old\n' }
  const started: StartedLoad[] = []

  beforeAll(async () => {
    store = await under.fresh()
    await load(store, await catalogueOf(old))
    before = await graphIn(store)
    folder = catalogueWith(largeCatalogue(20, 100))
  })
  afterAll(async () => {
    for (const each of started) await each.kill()
    await store.close()
  })

  function start(...stopAt: readonly string[]): StartedLoad {
    const child = startLoad(addressOf(under, store), folder, ...stopAt)
    started.push(child)
    return child
  }

  it.each([
    ['after its first statement', 'revision'],
    ['among the items', 'adding items'],
    ['after its last statement, before all of them count', 'catalogue'],
  ])('%s leaves the graph as it was', async (_, doing) => {
    const child = start(doing)
    await child.saying('stopped')
    expect(await graphIn(store)).toStrictEqual(before)
    expect(await child.kill()).toBe('SIGKILL')
    expect(await graphIn(store)).toStrictEqual(before)
    expect(isEmpty(await planLoad(store, await catalogueOf(old)))).toBe(true)
  })

  it('at any moment leaves the old graph or the new one, whole, and the next load succeeds', async () => {
    const wanted = wantedGraph(await catalogueIn(folder))
    for (const moment of [10, 300]) {
      const child = start()
      await child.saying('planned')
      await new Promise((resolve) => setTimeout(resolve, moment))
      await child.kill() // It may have been faster.
      const items = await store.read<{ count: number }>('MATCH (n:TributaryItem) RETURN count(n) AS count')
      if (items[0]?.count === wanted.nodes.size) break
      expect(await graphIn(store)).toStrictEqual(before)
    }
    await load(store, await catalogueIn(folder), { allowLargeRemoval: true })
    const plan = await planLoad(store, await catalogueIn(folder))
    expect(isEmpty(plan)).toBe(true)
    expect(plan).toMatchObject({ revision: 2, itemsBefore: wanted.nodes.size })
  })
})

describe.each(lasting)('a first load of more rows than one transaction takes, killed, on $name', (under) => {
  let store: Store
  let catalogue: Catalogue
  let folder: string
  let child: StartedLoad

  beforeAll(async () => {
    folder = catalogueWith(largeCatalogue(28, 100))
    catalogue = await catalogueIn(folder)
  })
  beforeEach(async () => {
    store = await under.fresh()
  })
  afterEach(async () => {
    await child.kill()
    await store.close()
  })

  /** Starts it, and waits until it stands still in the midst of the relations. */
  async function stopped(): Promise<void> {
    child = startLoad(addressOf(under, store), folder, 'adding relations')
    await child.saying('stopped')
  }

  async function expectWhole(wanted: Catalogue): Promise<void> {
    expect(await requireLoadedCatalogue(store)).toMatchObject({ revision: 1 })
    expect(isEmpty(await planLoad(store, wanted))).toBe(true)
    const [is, asked] = [await readGraph(store, wanted.model, undefined), wantedGraph(wanted)]
    expect([...is.nodes.keys()].sort()).toStrictEqual([...asked.nodes.keys()].sort())
    const [held] = await store.read('MATCH (:TributaryItem)-[r]->(:TributaryItem) RETURN count(r) AS count')
    expect(held).toStrictEqual({ count: asked.relations.size })
    const [texts] = await store.read('MATCH (t:TributaryText) RETURN count(t) AS count')
    const plan = await planLoad(store, wanted)
    const changes = await store.read('MATCH (r:TributaryRevision) UNWIND r.changeTexts AS id RETURN id')
    const named = plan.lists.findings.length + plan.lists.completeness.length + changes.length
    expect(texts).toStrictEqual({ count: named })
  }

  it('shows nothing before its end, leaves nothing that is shown, and the next load completes it', async () => {
    await stopped()
    await expect(requireLoadedCatalogue(store)).rejects.toThrow(NothingLoadedError)
    expect(await child.kill()).toBe('SIGKILL')
    await expect(requireLoadedCatalogue(store)).rejects.toThrow(NothingLoadedError)
    expect(await store.read('MATCH (r:TributaryRevision) RETURN r.number AS number')).toStrictEqual([])
    const plan = await planLoad(store, catalogue)
    expect(plan).toMatchObject({ isFirst: true, revision: 0 })
    // A server has kept what was written; a file that wasn't finished is not looked at.
    expect(plan.nodes.added.length).toBe(under.name === 'neo4j' ? 0 : catalogue.items.size)
    expect(plan.relations.added.length).toBeGreaterThan(0)
    await applyPlan(store, plan)
    await expectWhole(catalogue)
  })

  it('is corrected by the next load, also of a smaller catalogue, without being asked', async () => {
    await stopped()
    await child.kill()
    const other = await catalogueOf(smallCatalogue)
    await load(store, other)
    await expectWhole(other)
  })

  it('keeps another off that was planned before it, whether it goes on or not', async () => {
    const planned = await planLoad(store, catalogue)
    await stopped()
    const second = applyPlan(store, planned).catch((error: unknown) => error)
    await child.kill()
    expect(await second).toBeInstanceOf(StoreError)
    await expect(requireLoadedCatalogue(store)).rejects.toThrow(NothingLoadedError)
    await load(store, catalogue)
    await expectWhole(catalogue)
  })
})
