import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describePlan } from '../../../graph/load/describe-plan.ts'
import { compareGraphs, isEmpty, planLoad } from '../../../graph/load/plan.ts'
import type { Plan } from '../../../graph/load/plan.ts'
import type { StoredGraph, StoredNode } from '../../../graph/load/stored-graph.ts'
import type { Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { assetModel } from '../model/asset-model.ts'
import type { Files } from '../catalogue/catalogue-folder.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { smallCatalogue } from '../catalogue/small-catalogue.ts'
import { loadFiles, teams } from './loads.ts'

/** A plan's changes by their ids: `+ team/a`, `~ team/a name`, `- team/a`, `> team/a` for what only moved. */
function changesOf({ nodes, relations }: Plan): string[] {
  const idOf = (each: StoredNode | { type: string; from: string; to: string }) =>
    'id' in each ? each.id : `${each.from} ${each.type} ${each.to}`
  return [nodes, relations].flatMap(({ added, changed, removed, moved }) => [
    ...added.map((each) => `+ ${idOf(each)}`),
    ...changed.map(({ after, fields }) => `~ ${idOf(after)} ${fields.map((each) => each.field).join(', ')}`),
    ...removed.map((each) => `- ${idOf(each)}`),
    ...moved.map(({ after }) => `> ${idOf(after)}`),
  ])
}

describe.each(storesUnderTest())('a plan, on $name', (under) => {
  let store: Store
  beforeEach(async () => {
    store = await under.fresh()
  })
  afterEach(() => store.close())
  const plan = async (files: Files) => planLoad(store, await catalogueOf(files))

  it('of a first load adds everything', async () => {
    const first = await plan(smallCatalogue)
    expect(first).toMatchObject({ revision: 0, itemsBefore: 0, catalogueChanges: true })
    expect(first.nodes.added.map((each) => each.id)).toStrictEqual([...first.catalogue.items.keys()])
    expect(first.relations.added).toHaveLength(first.catalogue.relations.length)
    for (const changes of [first.nodes, first.relations]) {
      expect(changes).toMatchObject({ changed: [], removed: [], moved: [] })
    }
    expect(isEmpty(first)).toBe(false)
  })

  it('tells how many items are compared, to the end', async () => {
    const told: [number, number][] = []
    await planLoad(store, await catalogueOf(smallCatalogue), (done, of) => told.push([done, of]))
    expect(told).toStrictEqual(Array.from({ length: 12 }, (_, index) => [index + 1, 12]))
  })

  it('finds items whose ids others changed, however these sort', async () => {
    await loadFiles(store, teams({ a: 'needs: [team/b, team/c]\n', b: '', c: '', d: '' }))
    const renamed = (from: string, to: string) => ({
      cypher: 'MATCH (n:TributaryItem {id: $from}) SET n.id = $to',
      parameters: { from, to },
    })
    const ids = ['Team/b', 'team/ä', 'zzz/🙂\uffff']
    await store.write(['team/b', 'team/c', 'team/d'].map((id, index) => renamed(id, ids[index] ?? '')))
    const next = await plan(teams({ a: 'needs: [team/b, team/c]\n', b: '', c: '', d: '' }))
    expect(next).toMatchObject({ itemsBefore: 4, relationsBefore: 2 })
    expect(changesOf(next)).toStrictEqual([
      ...['+ team/b', '+ team/c', '+ team/d', '- Team/b', '- team/ä', '- zzz/🙂\uffff'],
      ...['+ team/a NEEDS team/b', '+ team/a NEEDS team/c', '- team/a NEEDS Team/b', '- team/a NEEDS team/ä'],
    ])
  })

  it('of what is loaded is empty', async () => {
    await loadFiles(store, smallCatalogue)
    const again = await plan(smallCatalogue)
    expect(changesOf(again)).toStrictEqual([])
    expect(again).toMatchObject({ revision: 1, itemsBefore: 12, catalogueChanges: false })
    expect(isEmpty(again)).toBe(true)
  })

  it('notices how complete items are, also where nothing else changes', async () => {
    const application = (more: string) => ({ 'applications/mail.yaml': `name: Mail\n${more}` })
    await loadFiles(store, application('needs:\n'))
    const next = await plan(application('needs: []\n'))
    expect(next).toMatchObject({ catalogueChanges: false, completenessChanges: true })
    expect(isEmpty(next)).toBe(false)
    expect(describePlan(next)).toContain('How complete items are changes.')
    await loadFiles(store, application('needs: []\n'))
    expect(isEmpty(await plan(application('needs: []\n')))).toBe(true)
  })

  it('names fields that change, with both values', async () => {
    await loadFiles(store, teams({ a: 'summary: Old.\ntags: [x]\nlinks: [{title: T, url: "https://a.example"}]\n' }))
    const { nodes } = await plan(
      teams({ a: 'contact: desk@example.org\ntags: [x, y]\nlinks: [{title: T, url: "https://b.example"}]\n' }),
    )
    expect(nodes.changed.map((change) => change.fields)).toStrictEqual([
      [
        { field: 'tags', before: ['x'], after: ['x', 'y'] },
        {
          field: 'links',
          before: '[{"title":"T","url":"https://a.example"}]',
          after: '[{"title":"T","url":"https://b.example"}]',
        },
        { field: 'contact', before: undefined, after: 'desk@example.org' },
        { field: 'summary', before: 'Old.', after: undefined },
      ],
    ])
  })

  it('names relations that come, go and change', async () => {
    await loadFiles(store, teams({ a: 'needs: [team/b, team/c]\nowner: team/b\n', b: '', c: '' }))
    const next = teams({ a: 'needs: [{to: team/b, criticality: ESSENTIAL}]\nowner: team/c\n', b: 'partOf: c\n', c: '' })
    expect(changesOf(await plan(next))).toStrictEqual([
      '+ team/a OWNED_BY team/c',
      '+ team/b PART_OF team/c',
      '~ team/a NEEDS team/b criticality',
      '- team/a NEEDS team/c',
      '- team/a OWNED_BY team/b',
    ])
  })

  it('says of what only moved in its file that it moved', async () => {
    await loadFiles(store, teams({ a: 'needs: [team/b]\n', b: '' }))
    const moved = {
      'teams/a.yaml': '# A remark.\nname: Team a\nneeds: [team/b]\n',
      'teams/north/b.yaml': 'name: Team b\n',
    }
    const next = await plan(moved)
    expect(changesOf(next)).toStrictEqual(['> team/a', '> team/b', '> team/a NEEDS team/b'])
    expect(next.nodes.moved[0]?.fields).toStrictEqual([
      {
        field: 'sources',
        before: '[{"layer":"own","file":"teams/a.yaml","line":1}]',
        after: '[{"layer":"own","file":"teams/a.yaml","line":2}]',
      },
    ])
    expect(isEmpty(next)).toBe(false)
  })

  it('removes what the catalogue no longer has, with its relations', async () => {
    await loadFiles(store, teams({ a: 'needs: [team/b]\n', b: 'partOf: a\n' }))
    expect(changesOf(await plan(teams({ a: '' })))).toStrictEqual([
      '- team/b',
      '- team/a NEEDS team/b',
      '- team/b PART_OF team/a',
    ])
  })

  it('adds and removes kinds, fields and relations of a catalogue’s own model', async () => {
    const plain = { 'applications/a.yaml': 'name: A\nowner: team/a\n', 'teams/a.yaml': 'name: A\n' }
    const extended = {
      ...plain,
      'model/assets.graphql': assetModel,
      'teams/a.yaml': 'name: A\ncostCentre: north\n',
      'assets/rack.yaml': 'name: Rack\nruns: [a]\n',
    }
    const asset = ['asset/rack', 'asset/rack RUNS application/a']
    await loadFiles(store, plain)
    expect(changesOf(await plan(extended))).toStrictEqual([`+ ${asset[0]}`, '~ team/a costCentre', `+ ${asset[1]}`])
    await loadFiles(store, extended)
    expect(changesOf(await plan(extended))).toStrictEqual([])
    expect(changesOf(await plan(plain))).toStrictEqual(['~ team/a costCentre', `- ${asset[0]}`, `- ${asset[1]}`])
  })

  it('notices what others changed, and puts it right', async () => {
    await loadFiles(store, smallCatalogue)
    await store.write([
      { cypher: "MATCH (n:TributaryItem {id: 'supplier/acme'}) SET n.name = 'Other', n.extra = 1" },
      { cypher: "MATCH (:TributaryItem {id: 'team/service-desk'})-[r:HAS_SKILL]->() SET r.people = 7" },
      { cypher: 'MATCH (:TributaryItem)-[r:RELIES_ON]->() DELETE r' },
    ])
    const found = changesOf(await plan(smallCatalogue))
    expect(found).toStrictEqual([
      '~ supplier/acme name, extra',
      '+ step/resolve/capture RELIES_ON contract/support',
      '~ team/service-desk HAS_SKILL skill/listening people',
    ])
    await loadFiles(store, smallCatalogue)
    expect(isEmpty(await plan(smallCatalogue))).toBe(true)
  })

  it('of another title changes nothing but what is said of the catalogue', async () => {
    const config = (title: string) => ({ ...teams({ a: '' }), 'tributary.config.yaml': `name: own\ntitle: ${title}\n` })
    await loadFiles(store, config('One'))
    const next = await plan(config('Two'))
    expect(changesOf(next)).toStrictEqual([])
    expect(next.catalogueChanges).toBe(true)
    expect(isEmpty(next)).toBe(false)
  })
})

describe('compareGraphs', () => {
  const graph = (...nodes: readonly [id: string, properties: StoredNode['properties']][]): StoredGraph => ({
    nodes: new Map(nodes.map(([id, properties]) => [id, { id, kind: 'Team', properties }])),
    relations: new Map(),
  })

  it('finds nothing between a graph and itself, whatever order its properties are in', () => {
    const { nodes } = compareGraphs(
      graph(['a', { id: 'a', x: 1, y: [1, 2] }]),
      graph(['a', { y: [1, 2], x: 1, id: 'a' }]),
    )
    expect(nodes).toStrictEqual({ added: [], changed: [], removed: [], moved: [] })
  })

  it('tells a change with a move from a move', () => {
    const { nodes } = compareGraphs(
      graph(['a', { x: 1, sources: '1' }], ['b', { x: 1, sources: '1' }]),
      graph(['a', { x: 2, sources: '2' }], ['b', { x: 1, sources: '2' }]),
    )
    expect(nodes.changed.map(({ after, fields }) => [after.id, fields.map((each) => each.field)])).toStrictEqual([
      ['a', ['x', 'sources']],
    ])
    expect(nodes.moved.map(({ after }) => after.id)).toStrictEqual(['b'])
  })

  it.each([
    [1, '1'],
    [[1], 1],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [false, undefined],
    ['', undefined],
    [[], undefined],
  ])('tells %j from %j', (before, after) => {
    const { nodes } = compareGraphs(graph(['a', { x: before }]), graph(['a', after === undefined ? {} : { x: after }]))
    expect(nodes.changed.map((change) => change.fields)).toStrictEqual([[{ field: 'x', before, after }]])
  })
})
