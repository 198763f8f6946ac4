import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyPlan } from '../../../graph/load/apply-plan.ts'
import { isEmpty, planLoad } from '../../../graph/load/plan.ts'
import { StoreError } from '../../../graph/store/store.ts'
import type { Json, Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { graphIn, idsIn, loadFiles, teams } from './loads.ts'

/** What somebody else keeps in the database: the same labels, ids and relation types, without our base label. */
const theirs = `
  CREATE (a:Item {id: 'team/a', name: 'Theirs', by: 'strangers'}), (b:Team:Item {id: 'team/b', by: 'strangers'}),
         (:Practice {id: 'practice/p', by: 'strangers'}), (:Revision {number: 1, by: 'strangers'}),
         (:Catalogue {id: 'catalogue', by: 'strangers'}),
         (a)-[:NEEDS {by: 'strangers'}]->(b), (b)-[:PART_OF {by: 'strangers'}]->(a)`

describe.each(storesUnderTest())('a database that others use too, on $name', (under) => {
  let store: Store
  beforeEach(async () => {
    store = await under.fresh()
    await forget()
    await store.write([{ cypher: theirs }])
  })
  afterEach(async () => {
    await forget()
    await store.close()
  })

  /** Takes the strangers' things out again: tests may share a server. */
  async function forget(): Promise<void> {
    await store.write([
      { cypher: "MATCH ()-[r]->() WHERE r.by = 'strangers' DELETE r" },
      { cypher: "MATCH (n) WHERE n.by = 'strangers' DELETE n" },
    ])
  }

  /** Everything that is the strangers'. */
  async function strangers(): Promise<Json[]> {
    const nodes = await store.read(
      "MATCH (n) WHERE n.by = 'strangers' RETURN labels(n) AS labels, properties(n) AS properties",
    )
    const relations = await store.read(
      "MATCH (a)-[r]->(b) WHERE r.by = 'strangers' RETURN type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties",
    )
    return [...nodes, ...relations].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }

  it('keeps theirs out of the plan', async () => {
    const plan = await planLoad(store, await catalogueOf(teams({ a: 'needs: [team/b]\n', b: '' })))
    expect(plan).toMatchObject({ revision: 0, itemsBefore: 0 })
    expect(plan.nodes.added.map((each) => each.id)).toStrictEqual(['team/a', 'team/b'])
    expect(plan.nodes.removed).toStrictEqual([])
    expect(plan.relations).toMatchObject({ changed: [], removed: [], moved: [] })
  })

  it('keeps theirs as it is through loads that add, change and remove', async () => {
    const before = await strangers()
    expect(before).toHaveLength(7)
    await loadFiles(store, teams({ a: 'needs: [team/b]\n', b: 'partOf: a\n' }))
    await loadFiles(store, teams({ a: 'summary: S\nneeds: [{to: team/b, note: N}]\n', b: '' }))
    await loadFiles(store, teams({ c: '' }), { allowLargeRemoval: true })
    expect(await idsIn(store)).toStrictEqual(['team/c'])
    expect(await strangers()).toStrictEqual(before)
  })

  it('leaves their relation between two of our items alone', async () => {
    const catalogue = await catalogueOf(teams({ a: 'needs: [team/b]\n', b: '' }))
    await applyPlan(store, await planLoad(store, catalogue))
    await store.write([
      {
        cypher:
          "MATCH (a:TributaryItem {id: 'team/a'}), (b:TributaryItem {id: 'team/b'}) CREATE (a)-[:LIKES {by: 'strangers'}]->(b)",
      },
    ])
    expect(isEmpty(await planLoad(store, catalogue))).toBe(true)
    await loadFiles(store, teams({ a: '', b: 'summary: S\n', c: '' }))
    expect(await strangers()).toContainEqual({
      type: 'LIKES',
      from: 'team/a',
      to: 'team/b',
      properties: { by: 'strangers' },
    })
  })

  it.each([
    [
      'from theirs to ours',
      "MATCH (a:Practice {by: 'strangers'}), (b:TributaryItem {id: 'team/b'}) CREATE (a)-[:USES {by: 'strangers'}]->(b)",
    ],
    [
      'from ours to theirs',
      "MATCH (a:Practice {by: 'strangers'}), (b:TributaryItem {id: 'team/b'}) CREATE (b)-[:NEEDS {by: 'strangers'}]->(a)",
    ],
    [
      'of another type, between ours',
      "MATCH (a:TributaryItem {id: 'team/a'}), (b:TributaryItem {id: 'team/b'}) CREATE (a)-[:LIKES {by: 'strangers'}]->(b)",
    ],
  ])('refuses to remove an item that has a relation %s, and changes nothing', async (_, cypher) => {
    await loadFiles(store, teams({ a: 'needs: [team/b]\n', b: '' }))
    await store.write([{ cypher }])
    const before = [await graphIn(store), await strangers()]
    const error: unknown = await loadFiles(store, teams({ a: 'summary: S\n', c: '' }), {
      allowLargeRemoval: true,
    }).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(StoreError)
    expect((error as StoreError).message).toMatch(/^The graph at .* refused to be written: /)
    expect((error as StoreError).hint).toMatch(/something still points at a node that was to be removed$/i)
    expect([await graphIn(store), await strangers()]).toStrictEqual(before)
  })

  it('keeps theirs when all of ours goes', async () => {
    const before = await strangers()
    await loadFiles(store, teams({ a: 'needs: [team/b]\n', b: '' }))
    await loadFiles(store, {}, { allowLargeRemoval: true })
    expect(await idsIn(store)).toStrictEqual([])
    expect(await strangers()).toStrictEqual(before)
  })
})
