import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planLoad } from '../../../graph/load/plan.ts'
import {
  itemChanges,
  lastRevision,
  mostChanges,
  readRevisions,
  revisionOf,
  saveRevision,
} from '../../../graph/load/revision.ts'
import type { ItemChange, Revision } from '../../../graph/load/revision.ts'
import { schemaStatements } from '../../../graph/load/schema-statements.ts'
import type { Store } from '../../../graph/store/store.ts'
import { memoryStore, storesUnderTest } from '../../stores-under-test.ts'
import { assetModel } from '../model/asset-model.ts'
import type { Files } from '../catalogue/catalogue-folder.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { loadFiles, teams } from './loads.ts'

describe.each(storesUnderTest())('revisions, on $name', (under) => {
  let store: Store
  beforeEach(async () => {
    store = await under.fresh()
  })
  afterEach(() => store.close())

  it('are numbered from 1, one for each load that changes something', async () => {
    const numbers: (number | undefined)[] = []
    for (const files of [
      teams({ a: '' }),
      teams({ a: '' }),
      teams({ a: 'summary: S\n' }),
      { ...teams({ a: 'summary: S\n' }), 'teams/b.yaml': 'name: B\n' },
    ]) {
      numbers.push((await loadFiles(store, files))?.number)
    }
    expect(numbers).toStrictEqual([1, undefined, 2, 3])
    expect(
      await store.read(
        'MATCH (r:TributaryRevision) RETURN r.number AS number, r.added AS added, r.changed AS changed, r.removed AS removed, r.complete AS complete ORDER BY r.number',
      ),
    ).toStrictEqual([
      { number: 1, added: 1, changed: 0, removed: 0, complete: true },
      { number: 2, added: 0, changed: 1, removed: 0, complete: true },
      { number: 3, added: 1, changed: 0, removed: 0, complete: true },
    ])
  })

  it('say what happened to each item, and when', async () => {
    await loadFiles(store, teams({ a: 'summary: Old.\nneeds: [team/b, team/c]\n', b: '', c: '', d: '', e: '', f: '' }))
    const before = new Date().toISOString()
    const next = teams({
      a: 'summary: New.\nneeds: [{to: team/b, criticality: ESSENTIAL}]\nowner: team/g\n',
      b: '',
      d: '',
      e: 'tags: [x]\n',
      f: '',
      g: '',
    })
    const revision = await loadFiles(store, next)
    expect(revision).toStrictEqual({
      number: 2,
      at: expect.any(String) as string,
      added: 1,
      changed: 2,
      removed: 1,
      changes: [
        { action: 'added', id: 'team/g', kind: 'Team', name: 'Team g', fields: [] },
        {
          action: 'changed',
          id: 'team/a',
          kind: 'Team',
          name: 'Team a',
          fields: [
            { field: 'summary', before: 'Old.', after: 'New.' },
            { field: 'owner', before: undefined, after: 'team/g' },
            { field: 'needs', before: 'team/c', after: undefined },
            { field: 'needs: team/b: criticality', before: 'IMPORTANT', after: 'ESSENTIAL' },
          ],
        },
        {
          action: 'changed',
          id: 'team/e',
          kind: 'Team',
          name: 'Team e',
          fields: [{ field: 'tags', before: undefined, after: ['x'] }],
        },
        { action: 'removed', id: 'team/c', kind: 'Team', name: 'Team c', fields: [] },
      ],
      complete: true,
    })
    expect(Date.parse(revision?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(before))
    expect(await readRevisions(store, 3, 1)).toEqual([revision]) // As JSON: without what is undefined.
  })

  it('are read with all that they say, however much that is, the latest first', async () => {
    const change = (number: number): ItemChange => ({
      ...{ action: 'changed', id: `team/t${number}`, kind: 'Team', name: `T ${number}` },
      fields: [{ field: 'summary', before: 'x'.repeat(2_000), after: `${number} “ß” 🙂` }],
    })
    const changes = Array.from({ length: 9_000 }, (_, number) => change(number)) // 19 MB: more than a property may have.
    const sums = { at: '2026-11-22T12:00:00.000Z', added: 0, changed: changes.length, removed: 0, complete: true }
    const written: Revision[] = [
      { number: 1, ...sums, changes },
      { number: 2, ...sums, changes: [] },
      { number: 3, ...sums, changes: changes.slice(0, 2) },
      { number: 4, ...sums, changes: changes.slice(0, 2) },
    ]
    expect(await lastRevision(store)).toBe(0)
    await store.write([...schemaStatements, ...written.map(saveRevision)])
    expect(await lastRevision(store)).toBe(4)
    expect(await readRevisions(store, 5, 10)).toStrictEqual(written.toReversed())
    expect((await readRevisions(store, 4, 2)).map(({ number }) => number)).toStrictEqual([3, 2])
  })

  it('are read from a graph where their changes are one text, as they were', async () => {
    const changes: ItemChange[] = [{ action: 'added', id: 'team/a', kind: 'Team', name: 'A', fields: [] }]
    const sums = { number: 1, at: '2026-11-22T12:00:00.000Z', added: 1, changed: 0, removed: 0, complete: true }
    const properties = { ...sums, changes: JSON.stringify(changes) }
    await store.write([{ cypher: 'CREATE (r:TributaryRevision) SET r = $properties', parameters: { properties } }])
    expect(await readRevisions(store, 9, 9)).toStrictEqual([{ ...sums, changes }])
  })

  it('of which parts are missing aren’t told as if they were whole', async () => {
    await loadFiles(store, teams({ a: '' }))
    const texts = 'MATCH (r:TributaryRevision) UNWIND r.changeTexts AS id MATCH (t:TributaryText {id: id}) DELETE t'
    await store.write([{ cypher: texts }])
    await expect(readRevisions(store, 9, 9)).rejects.toThrow('parts of "changes of revision 1" are missing')
  })

  it('count as changed neither what only moved, nor an item whose neighbour changed', async () => {
    await loadFiles(store, teams({ a: 'needs: [team/b]\n', b: '' }))
    const next: Files = { 'teams/a.yaml': '\nname: Team a\nneeds: [team/b]\n', 'teams/b.yaml': 'name: Other\n' }
    expect((await loadFiles(store, next))?.changes).toStrictEqual([
      {
        action: 'changed',
        id: 'team/b',
        kind: 'Team',
        name: 'Other',
        fields: [{ field: 'name', before: 'Team b', after: 'Other' }],
      },
    ])
    expect(await loadFiles(store, { ...next, 'teams/b.yaml': '\nname: Other\n' })).toMatchObject({
      number: 3,
      changes: [],
      complete: true,
    })
  })

  it('name what the model no longer knows by its type in the graph', async () => {
    const asset = {
      'model/assets.graphql': assetModel,
      'assets/rack.yaml': 'name: Rack\nruns: [a]\n',
      'assets/b.yaml': 'name: B\n',
    }
    const application = { 'applications/a.yaml': 'name: A\nowner: team/a\n', ...teams({ a: '' }) }
    await loadFiles(store, { ...application, ...asset })
    const plan = await planLoad(store, await catalogueOf(application))
    expect([...itemChanges(plan)]).toStrictEqual([
      { action: 'removed', id: 'asset/b', kind: 'Asset', name: 'B', fields: [] },
      { action: 'removed', id: 'asset/rack', kind: 'Asset', name: 'Rack', fields: [] },
    ])
    const renamed = assetModel.replace('runs: [A', 'carries: [A').replace('"RUNS"', '"CARRIES"')
    const next = await planLoad(
      store,
      await catalogueOf({
        ...application,
        ...asset,
        'model/assets.graphql': renamed,
        'assets/rack.yaml': 'name: Rack\ncarries: [a]\n',
      }),
    )
    expect([...itemChanges(next)]).toStrictEqual([
      {
        action: 'changed',
        id: 'asset/rack',
        kind: 'Asset',
        name: 'Rack',
        fields: [
          { field: 'carries', before: undefined, after: 'application/a' },
          { field: 'RUNS', before: 'application/a', after: undefined },
        ],
      },
    ])
  })
})

describe('a revision', () => {
  it('names at most so many items, and says so', async () => {
    const store = await memoryStore.fresh()
    const plan = await planLoad(store, await catalogueOf(teams({ a: '' })))
    const [node] = plan.nodes.added
    if (node === undefined) throw new Error('Nothing is added')
    const added = Array.from({ length: mostChanges + 1 }, (_, i) => ({ ...node, id: `team/t${i}` }))
    const large = revisionOf({ ...plan, nodes: { ...plan.nodes, added } }, '2026-11-22T12:00:00.000Z')
    expect(large).toMatchObject({ number: 1, at: '2026-11-22T12:00:00.000Z', added: mostChanges + 1, complete: false })
    expect(large.changes).toHaveLength(mostChanges)
    await store.close()
  })
})
