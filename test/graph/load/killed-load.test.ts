import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isEmpty, planLoad } from '../../../graph/load/plan.ts'
import { wantedGraph } from '../../../graph/load/wanted-graph.ts'
import type { Json, Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { catalogueWith } from '../catalogue/catalogue-folder.ts'
import { catalogueIn, catalogueOf } from '../catalogue/findings-of.ts'
import { smallCatalogue } from '../catalogue/small-catalogue.ts'
import { largeCatalogue } from './large-catalogue.ts'
import { graphIn, load } from './loads.ts'

const stoppingLoad = join(import.meta.dirname, 'stopping-load.ts')
const addresses = { memory: undefined, file: 'file:', neo4j: process.env.TRIBUTARY_TEST_NEO4J }

describe.each(storesUnderTest().filter((under) => under.name !== 'memory'))(
  'a load that is killed, on $name',
  (under) => {
    let store: Store
    let before: Json[]
    let folder: string
    const old = { ...smallCatalogue, 'teams/old.yaml': 'name: Old\n' }
    const children: ReturnType<typeof spawn>[] = []

    beforeAll(async () => {
      store = await under.fresh()
      await load(store, await catalogueOf(old))
      before = await graphIn(store)
      folder = catalogueWith(largeCatalogue(2, 1000))
    })
    afterAll(async () => {
      for (const child of children) child.kill('SIGKILL')
      await store.close()
    })

    /** Starts a load in a process of its own. */
    function start(...stopAt: readonly string[]) {
      const address = addresses[under.name] === 'file:' ? store.address : (addresses[under.name] ?? '')
      const child = spawn(process.execPath, [stoppingLoad, address, folder, ...stopAt], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      children.push(child)
      let said = ''
      const exit = once(child, 'exit')
      child.stdout.on('data', (data: Buffer) => (said += data.toString()))
      const saying = async (word: string): Promise<void> => {
        while (!said.includes(word)) {
          if (child.exitCode !== null) throw new Error(`The load ended without saying "${word}"`)
          await Promise.race([once(child.stdout, 'data'), exit])
        }
      }
      const kill = async (): Promise<unknown> => {
        child.kill('SIGKILL')
        return (await exit)[1]
      }
      return { saying, kill }
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
  },
)
