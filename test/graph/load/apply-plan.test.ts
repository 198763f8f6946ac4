import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyPlan, LargeRemovalError } from '../../../graph/load/apply-plan.ts'
import { readLoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
import { isEmpty, planLoad } from '../../../graph/load/plan.ts'
import { StoreError } from '../../../graph/store/store.ts'
import type { Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { assetModel } from '../model/asset-model.ts'
import type { Files } from '../catalogue/catalogue-folder.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { smallCatalogue } from '../catalogue/small-catalogue.ts'
import { graphIn, idsIn, loadFiles, teams } from './loads.ts'

describe.each(storesUnderTest())('a load, on $name', (under) => {
  let store: Store
  beforeEach(async () => {
    store = await under.fresh()
  })
  afterEach(() => store.close())
  const plan = async (files: Files) => planLoad(store, await catalogueOf(files))

  it('makes the graph what the catalogue says: labels, properties, relations', async () => {
    await loadFiles(store, teams({ a: 'tags: [x]\nneeds: [{to: team/b, note: Often.}]\n', b: '' }))
    expect(
      await store.read('MATCH (n:TributaryItem:Team) RETURN n.id AS id, n.name AS name, n._sort AS sort ORDER BY n.id'),
    ).toStrictEqual([
      { id: 'team/a', name: 'Team a', sort: 'team a' },
      { id: 'team/b', name: 'Team b', sort: 'team b' },
    ])
    expect(
      await store.read(
        'MATCH (a:TributaryItem)-[r:NEEDS]->(b) RETURN a.id AS a, b.id AS b, r.criticality AS how, r.note AS note',
      ),
    ).toStrictEqual([{ a: 'team/a', b: 'team/b', how: 'IMPORTANT', note: 'Often.' }])
  })

  it('twice changes nothing the second time', async () => {
    await loadFiles(store, smallCatalogue)
    const before = await graphIn(store)
    expect(await loadFiles(store, smallCatalogue)).toBeUndefined()
    expect(await graphIn(store)).toStrictEqual(before)
  })

  it('of another catalogue leaves nothing of the first', async () => {
    await loadFiles(store, {
      ...smallCatalogue,
      'model/assets.graphql': assetModel,
      'assets/rack.yaml': 'name: R\nruns: [ticketing]\n',
    })
    await loadFiles(store, teams({ a: 'summary: x\n', b: 'partOf: a\n' }), {
      allowLargeRemoval: true,
    })
    const rows = await graphIn(store)
    expect(await idsIn(store)).toStrictEqual(['team/a', 'team/b'])
    expect(rows.filter((row) => 'from' in row)).toHaveLength(1)
    expect(isEmpty(await plan(teams({ a: 'summary: x\n', b: 'partOf: a\n' })))).toBe(true)
  })

  it('takes properties away that are no longer said', async () => {
    await loadFiles(store, teams({ a: 'summary: S\nneeds: [{to: team/a, note: N}]\n' }))
    await loadFiles(store, teams({ a: 'needs: [team/a]\n' }))
    const [node] = await store.read(
      'MATCH (n:TributaryItem)-[r:NEEDS]->() RETURN properties(n) AS n, properties(r) AS r',
    )
    expect(node?.['n']).not.toHaveProperty('summary')
    expect(node?.['r']).not.toHaveProperty('note')
  })

  it('tells how far it is, in rows, to the end', async () => {
    const told: [string, number, number][] = []
    await loadFiles(store, smallCatalogue, { onProgress: (doing, done, of) => told.push([doing, done, of]) })
    const doing = told.map(([what]) => what)
    expect([...new Set(doing)]).toStrictEqual([
      ...['constraints and indexes', 'revision', 'adding items', 'adding relations', 'adding findings'],
      'catalogue',
    ])
    expect(told.at(-1)).toStrictEqual(['catalogue', 12 + 17, 12 + 17])
    expect(told.map(([, done]) => done)).toStrictEqual(told.map(([, done]) => done).toSorted((a, b) => a - b))
  })

  it('of an empty plan writes nothing, not even a revision', async () => {
    await loadFiles(store, teams({ a: '' }))
    const again = await plan(teams({ a: '' }))
    const told: string[] = []
    expect(await applyPlan(store, again, { onProgress: (doing) => told.push(doing) })).toBeUndefined()
    expect(told).toStrictEqual([])
    expect((await readLoadedCatalogue(store))?.revision).toBe(1)
  })

  describe('that would remove much', () => {
    const many = (...left: readonly string[]) => teams(Object.fromEntries(left.map((id) => [id, ''])))

    it('stops, says how much, and changes nothing', async () => {
      await loadFiles(store, many('a', 'b', 'c', 'd', 'e', 'f', 'g'))
      const before = await graphIn(store)
      const error: unknown = await applyPlan(store, await plan(many('a', 'b', 'c', 'd', 'e', 'new'))).catch(
        (e: unknown) => e,
      )
      expect(error).toBeInstanceOf(LargeRemovalError)
      expect((error as LargeRemovalError).name).toBe('LargeRemovalError')
      expect((error as LargeRemovalError).message).toBe(
        'This load would remove 2 of 7 items, more than a fifth: nothing was changed.',
      )
      expect(await graphIn(store)).toStrictEqual(before)
    })

    it('goes on when it may', async () => {
      await loadFiles(store, many('a', 'b', 'c', 'd', 'e'))
      const revision = await applyPlan(store, await plan(many('e')), { allowLargeRemoval: true })
      expect(revision).toMatchObject({ number: 2, removed: 4 })
      expect(await idsIn(store)).toStrictEqual(['team/e'])
    })

    it('is a fifth and more: a fifth may go', async () => {
      await loadFiles(store, many('a', 'b', 'c', 'd', 'e'))
      expect(await applyPlan(store, await plan(many('a', 'b', 'c', 'd')))).toMatchObject({ removed: 1 })
    })

    it('counts what is removed, not what is left', async () => {
      await loadFiles(store, many('a', 'b', 'c'))
      const other = many('x', 'y', 'z', 'p', 'q', 'r', 's', 't')
      await expect(applyPlan(store, await plan(other))).rejects.toThrow('This load would remove 3 of 3 items')
    })
  })

  describe('planned at the same time as another', () => {
    it('fails when it comes second, and changes nothing', async () => {
      await loadFiles(store, teams({ a: '' }))
      const first = await plan(teams({ a: 'summary: First.\n', b: '' }))
      const second = await plan(teams({ a: 'summary: Second.\n', c: '' }))
      await applyPlan(store, first)
      const between = await graphIn(store)
      await expect(applyPlan(store, second)).rejects.toThrow(StoreError)
      expect(await graphIn(store)).toStrictEqual(between)
      expect(await loadFiles(store, teams({ a: 'summary: Second.\n', b: '', c: '' }))).toMatchObject({ number: 3 })
    })

    it('fails on an empty graph too', async () => {
      const [first, second] = [await plan(teams({ a: '' })), await plan(teams({ b: '' }))]
      await applyPlan(store, first)
      await expect(applyPlan(store, second)).rejects.toThrow(StoreError)
      expect(await idsIn(store)).toStrictEqual(['team/a'])
    })

    it('fails when both are applied at once: one is loaded, whole', async () => {
      const [first, second] = [await plan(teams({ a: '', b: '' })), await plan(teams({ c: '', d: '' }))]
      const results = await Promise.allSettled([applyPlan(store, first), applyPlan(store, second)])
      expect(results.map((result) => result.status).sort()).toStrictEqual(['fulfilled', 'rejected'])
      const loaded = await idsIn(store)
      expect([
        ['team/a', 'team/b'],
        ['team/c', 'team/d'],
      ]).toContainEqual(loaded)
      expect(await store.read('MATCH (r:TributaryRevision) RETURN r.number AS number')).toStrictEqual([{ number: 1 }])
    })
  })
})
