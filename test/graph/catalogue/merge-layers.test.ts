import { describe, expect, it } from 'vitest'
import type { Item } from '../../../graph/catalogue/catalogue.ts'
import type { Files } from './catalogue-folder.ts'
import { catalogueIn, findingsIn } from './findings-of.ts'
import { layered } from './layered.ts'
import { captureStep, smallCatalogue } from './small-catalogue.ts'

const item = async (folder: string, id: string): Promise<Item | undefined> => (await catalogueIn(folder)).items.get(id)
const team = (text: string): Files => ({ 'teams/a.yaml': text })

describe('a later layer', () => {
  it('replaces field by field, and both places stay', async () => {
    const folder = layered(team('name: A\nsummary: Below.\ncontact: x\n'), {
      'teams/north/a.md': '---\n# Ours.\nsummary: Own.\n---\nText.\n',
    })
    expect(await item(folder, 'team/a')).toStrictEqual({
      id: 'team/a',
      kind: 'Team',
      values: { name: 'A', summary: 'Own.', body: 'Text.', contact: 'x' },
      sources: [
        { layer: 'own', file: 'teams/north/a.md', line: 3 },
        { layer: 'below', file: 'teams/a.yaml', line: 1 },
      ],
    })
  })

  it('replaces lists and values with parts whole', async () => {
    const below = 'name: A\ntags: [one, two]\nlinks: [{title: T, url: "https://example.org"}]\n'
    const folder = layered(team(below), team('tags: [three]\nlinks: []\n'))
    expect((await item(folder, 'team/a'))?.values).toStrictEqual({ name: 'A', tags: ['three'], links: [] })
  })

  it('takes back what it says is nothing', async () => {
    const folder = layered(team('name: A\nsummary: Below.\npartOf: a\n'), team('summary:\npartOf: ~\n'))
    const { items, relations } = await catalogueIn(folder)
    expect(items.get('team/a')?.values).toStrictEqual({ name: 'A' })
    expect(relations).toStrictEqual([])
  })

  it('takes back to the model’s default', async () => {
    const folder = layered(
      { 'suppliers/s.yaml': 'name: S\nrelationship: PARTNER\n' },
      { 'suppliers/s.yaml': 'relationship:\n' },
    )
    expect((await item(folder, 'supplier/s'))?.values).toStrictEqual({ name: 'S', relationship: 'SUPPLIER' })
  })

  it('must leave what is required', async () => {
    expect(await findingsIn(layered(team('name: A\n'), team('name:\n')))).toStrictEqual([
      'teams/a.yaml:1:1  error  required-field  Team needs "name". → What people call it.',
    ])
  })

  it('adds items of its own, and refers to those below', async () => {
    const folder = layered(team('name: A\n'), { 'teams/b.yaml': 'name: B\npartOf: a\n' })
    const { name, items, relations } = await catalogueIn(folder)
    expect(name).toBe('own')
    expect([...items.keys()]).toStrictEqual(['team/a', 'team/b'])
    expect(relations).toStrictEqual([
      {
        type: 'PART_OF',
        from: 'team/b',
        to: 'team/a',
        values: {},
        sources: [{ layer: 'own', file: 'teams/b.yaml', line: 2 }],
      },
    ])
  })

  it('replaces relations whole: what both say has both places', async () => {
    const below = {
      ...team('name: A\nneeds:\n  - team/b\n  - team/c\n'),
      'teams/b.yaml': 'name: B\n',
      'teams/c.yaml': 'name: C\n',
    }
    const { relations } = await catalogueIn(
      layered(below, team('needs:\n  - to: team/c\n    criticality: SUPPORTING\n')),
    )
    expect(relations).toStrictEqual([
      {
        type: 'NEEDS',
        from: 'team/a',
        to: 'team/c',
        values: { criticality: 'SUPPORTING' },
        sources: [
          { layer: 'own', file: 'teams/a.yaml', line: 2 },
          { layer: 'below', file: 'teams/a.yaml', line: 4 },
        ],
      },
    ])
  })

  it('replaces all steps with its own', async () => {
    const own = `steps:\n${captureStep.replace('id: capture', 'id: take-in')}`
    const { items, relations } = await catalogueIn(layered(smallCatalogue, { 'value-streams/resolve.yaml': own }))
    const steps = [...items.values()].filter(({ kind }) => kind === 'Step')
    expect(steps).toStrictEqual([
      {
        id: 'step/resolve/take-in',
        kind: 'Step',
        values: { name: 'Capture', optional: false, position: 1 },
        sources: [{ layer: 'own', file: 'value-streams/resolve.yaml', line: 2 }],
      },
    ])
    expect(relations.filter(({ type }) => type === 'HAS_STEP').map(({ to }) => to)).toStrictEqual([
      'step/resolve/take-in',
    ])
    expect(items.get('value-stream/resolve')?.values.trigger).toBe("It doesn't work.")
  })

  it('keeps the steps below when it says nothing of them', async () => {
    const { items } = await catalogueIn(layered(smallCatalogue, { 'value-streams/resolve.yaml': 'summary: Ours.\n' }))
    expect(items.get('step/resolve/capture')?.sources).toStrictEqual([
      { layer: 'below', file: 'value-streams/resolve.yaml', line: 10 },
    ])
  })

  it('that takes back the steps leaves a stream without', async () => {
    const found = await findingsIn(layered(smallCatalogue, { 'value-streams/resolve.yaml': 'steps:\n' }))
    expect(found).toContain(
      'value-streams/resolve.yaml:1:1  error  required-field  ValueStream needs at least one of "steps". → Its steps, in file order, which is the order of flow unless steps say otherwise in `next`.',
    )
  })

  it('is checked as it is merged: findings stand where the last word stands', async () => {
    const below = {
      'suppliers/s.yaml': 'name: S\n',
      'contracts/c.yaml': 'name: C\nowner: supplier/s\nsuppliers: [s]\nend: 2027-12-31\n',
    }
    expect(await findingsIn(layered(below, { 'contracts/c.yaml': 'summary: Ours.\nend: 2026-01-31\n' }))).toStrictEqual(
      [
        'contracts/c.yaml:2:1  warning  contract-past-notice  Contract "C" ended on 2026-01-31. → Renew or replace it, or delete its file.',
      ],
    )
  })

  it('may have the same id twice no more than any other', async () => {
    expect(
      await findingsIn(layered(team('name: A\n'), { ...team('summary: B\n'), 'teams/x/a.yaml': 'summary: C\n' })),
    ).toStrictEqual([
      'teams/x/a.yaml:1:1  error  duplicate-id  team/a is written in teams/a.yaml too. → Rename one of the two files: ids come from file names, whatever subfolder they lie in.',
    ])
  })
})

describe('without', () => {
  const config = (...without: readonly string[]) => `name: own\nextends: [../below]\nwithout: [${without.join(', ')}]\n`
  const below = {
    'teams/a.yaml': 'name: A\nneeds: [team/b, team/c]\n',
    'teams/b.yaml': 'name: B\n',
    'teams/c.yaml': 'name: C\n',
  }

  it('leaves out items of lower layers, and the references that lower layers have to them', async () => {
    const { items, relations } = await catalogueIn(layered(below, {}, config('team/b')))
    expect([...items.keys()]).toStrictEqual(['team/a', 'team/c'])
    expect(relations.map(({ from, to }) => [from, to])).toStrictEqual([['team/a', 'team/c']])
  })

  it('leaves out what is written inside', async () => {
    const { items } = await catalogueIn(
      layered(smallCatalogue, {}, config('value-stream/resolve', 'metric/time-to-resolve')),
    )
    expect([...items.keys()].filter((id) => id.includes('resolve'))).toStrictEqual([])
  })

  it('doesn’t leave out what the catalogue’s own files refer to', async () => {
    expect(
      await findingsIn(layered(below, { 'teams/d.yaml': 'name: D\npartOf: b\n' }, config('team/b'))),
    ).toStrictEqual([
      'teams/d.yaml:2:9  error  unknown-reference  "partOf" names b, which this catalogue leaves out. → Take it off "without" in tributary.config.yaml, or off this list.',
    ])
  })

  it('doesn’t leave out what the catalogue’s own files write', async () => {
    expect(await findingsIn(layered(below, { 'teams/b.yaml': 'summary: Ours.\n' }, config('team/b')))).toStrictEqual([
      'tributary.config.yaml:3:11  error  layer  team/b is written in this catalogue and left out by it. → Delete its file, or take it off "without".',
    ])
  })

  it('names items that there are', async () => {
    expect(await findingsIn(layered(below, {}, config('team/b', 'team/bb', 'role/entirely-elsewhere')))).toStrictEqual([
      'tributary.config.yaml:3:19  error  unknown-reference  There is no item "team/bb" to leave out. → Did you mean "team/b"?',
      'tributary.config.yaml:3:28  error  unknown-reference  There is no item "role/entirely-elsewhere" to leave out.',
    ])
  })

  it('is reported where a lower layer’s item must have what it leaves out', async () => {
    const procedure = {
      'practices/p.yaml': 'name: P\ngroup: SERVICE_MANAGEMENT\n',
      'procedures/a.yaml': 'name: A\npractice: p\n',
    }
    expect(await findingsIn(layered(procedure, {}, config('practice/p')))).toStrictEqual([
      'procedures/a.yaml:2:11  error  required  "practice" of procedure/a leads only to what this catalogue leaves out. → Leave out procedure/a too, or write its "practice" in this catalogue.',
    ])
    expect(await findingsIn(layered(procedure, {}, config('practice/p', 'procedure/a')))).toStrictEqual([])
  })

  it('is fine where other targets are left', async () => {
    const contract = {
      'suppliers/s.yaml': 'name: S\n',
      'suppliers/t.yaml': 'name: T\n',
      'contracts/c.yaml': 'name: C\nsuppliers: [s, t]\n',
    }
    expect(await findingsIn(layered(contract, {}, config('supplier/s')))).toStrictEqual([])
  })
})
