import { describe, expect, it } from 'vitest'
import { readSnapshot } from '../../../graph/impact/read-snapshot.ts'
import { readLoadedCatalogue, saveLoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
import type { LoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
import type { Store } from '../../../graph/store/store.ts'
import { ownModel, seed } from '../../api/seed.ts'
import { storesUnderTest } from '../../stores-under-test.ts'

/** More than two pages, and the last of them not full. */
const items = 4_321
const idOf = (number: number): string => `application/a-${String(number).padStart(5, '0')}`

/** A chain of applications, each needing the next, written in a few statements. */
async function chainIn(store: Store): Promise<void> {
  await seed(store, { items: [] })
  const numbers = Array.from({ length: items }, (_, number) => number)
  const sources = (line: number): string => JSON.stringify([{ layer: 'test', file: 'a.yaml', line }])
  await store.write([
    {
      cypher: `UNWIND $rows AS row CREATE (:TributaryItem:Application {id: row.id, _kind: 'Application', name: row.name})`,
      parameters: { rows: numbers.map((number) => ({ id: idOf(number), name: `Number ${String(items - number)}` })) },
    },
    {
      cypher: `UNWIND $rows AS row MATCH (a:TributaryItem {id: row.from}) MATCH (b:TributaryItem {id: row.to})
               CREATE (a)-[:NEEDS {criticality: 'ESSENTIAL', sources: row.sources}]->(b)`,
      parameters: {
        rows: numbers.slice(1).map((number) => ({
          ...{ from: idOf(number - 1), to: idOf(number), sources: sources(number) },
        })),
      },
    },
  ])
}

describe.each(storesUnderTest())('the snapshot of a graph on $name', ({ fresh }) => {
  it('is read page by page, with every item, every need and where it is written', async () => {
    const store = await fresh()
    await chainIn(store)
    const { index, sourcesOf, revision } = await readSnapshot(store, ownModel)
    expect(revision).toBe(1)
    expect(index.items.map(({ id }) => id)).toEqual(Array.from({ length: items }, (_, number) => idOf(number)))
    expect(index.items[7]).toEqual({ id: idOf(7), kind: 'Application', name: 'Number 4314' })
    const needs = [...index.needs]
    expect(needs.map(({ dependent, needed }) => [dependent, needed])).toEqual(
      Array.from({ length: items - 1 }, (_, number) => [idOf(number), idOf(number + 1)]),
    )
    expect(needs.map((need) => sourcesOf(need)[0]?.line)).toEqual(needs.map((_, number) => number + 1))
    expect(sourcesOf(index.needs.at(41))).toStrictEqual([{ layer: 'test', file: 'a.yaml', line: 42 }])
    await store.close()
  })

  it('reads what somebody left incomplete as far as it goes', async () => {
    const store = await fresh()
    await seed(store, {
      items: [{ id: 'application/a' }, { id: 'application/b' }, { id: 'application/c' }],
      relations: [
        ['application/a', 'NEEDS', 'application/b'],
        ['application/b', 'NEEDS', 'application/c', { atLeast: 2, redundancyGroup: 'pair' }],
      ],
    })
    await store.write([
      { cypher: `MATCH (n:TributaryItem {id: 'application/a'}) REMOVE n.name` },
      { cypher: `MATCH (:TributaryItem {id: 'application/a'})-[r:NEEDS]->(:TributaryItem) REMOVE r.sources` },
    ])
    const { index, sourcesOf } = await readSnapshot(store, ownModel)
    expect(index.items[0]).toEqual({ id: 'application/a', kind: 'Application', name: 'application/a' })
    const [first, second] = [...index.needs]
    expect(first).toMatchObject({ dependent: 'application/a', needed: 'application/b' })
    expect(second).toMatchObject({ needed: 'application/c', redundancyGroup: 'pair', atLeast: 2 })
    expect([first, second].map((need) => need && sourcesOf(need).length)).toEqual([0, 1])
    await store.close()
  })

  it('is of one revision: where a load comes between two pages, reading begins again', async () => {
    const store = await fresh()
    await chainIn(store)
    const loaded = (await readLoadedCatalogue(store)) as LoadedCatalogue
    let pages = 0
    const interrupted: Store = {
      address: store.address,
      async read(cypher, parameters) {
        if (cypher.includes('AS holders') && ++pages === 2) {
          await store.write([
            { cypher: 'MATCH (n:TributaryItem) SET n.name = $name', parameters: { name: 'Renamed' } },
            saveLoadedCatalogue({ ...loaded, revision: 2 }),
          ])
        }
        return store.read(cypher, parameters)
      },
      write: (statements) => store.write(statements),
      close: () => store.close(),
    }
    const { index, revision } = await readSnapshot(interrupted, ownModel)
    expect(revision).toBe(2)
    expect(new Set(index.items.map(({ name }) => name))).toEqual(new Set(['Renamed']))
    await store.close()
  })
})
