import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ImportError } from '../../../exchange/import/imported.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { importedOf, Importing } from './import-run.ts'

const shop = { name: 'Shop', tags: ['web', 'sales'], owner: 'team/sales' }
const sales = { name: 'Sales' }
const told = { 'application/shop': shop, 'team/sales': sales }
const file = 'imports/crm/applications/shop.yaml'

const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id)

describe('a first import', () => {
  it('is planned, and nothing is written', async () => {
    const importing = new Importing()
    const plan = await importing.plan(told)
    expect(plan.added).toStrictEqual([
      { id: 'application/shop', name: 'Shop', file },
      { id: 'team/sales', name: 'Sales', file: 'imports/crm/teams/sales.yaml' },
    ])
    expect(readdirSync(importing.folder)).toStrictEqual(['tributary.config.yaml'])
  })

  it('writes files, a layer’s configuration, and an entry in the catalogue’s own', async () => {
    const importing = new Importing({
      'tributary.config.yaml': '# Ours.\nname: own\nextends: [itil4] # more to come\nrules: {}\n',
    })
    await importing.apply(told)
    expect(importing.text(file)).toBe('name: Shop\ntags:\n  - web\n  - sales\nowner: team/sales\nrecord: shop\n')
    expect(importing.text('imports/crm/tributary.config.yaml')).toBe('name: crm\nsystem: CRM\n')
    expect(importing.text('tributary.config.yaml')).toBe(
      '# Ours.\nname: own\nextends: [itil4, imports/crm] # more to come\nrules: {}\n',
    )
    expect(importing.text('imports/crm/not-taken.csv')).toBeUndefined()
    expect(readdirSync(join(importing.folder, 'imports/crm/applications'))).toStrictEqual(['shop.yaml'])
    const { catalogue } = await readCatalogue(importing.folder)
    expect(catalogue?.items.get('application/shop')?.sources).toStrictEqual([
      { layer: 'crm', file: 'applications/shop.yaml', line: 1, system: 'CRM', record: 'shop' },
    ])
  })

  it('refuses ids that can’t be, and ids that two items have, all at once', async () => {
    const { items, ...rest } = importedOf({ ...told, 'team/../../x': {}, 'team/Sales': {} })
    const twice = { ...rest, items: [...items, ...items.slice(0, 1)] }
    await expect(new Importing().plan(twice)).rejects.toThrow(ImportError)
    await expect(new Importing().plan(twice)).rejects.toThrow(
      /"team\/\.\.\/\.\.\/x" can't be[^]*"team\/Sales" can't be[^]*application\/shop is the id of shop too/,
    )
  })

  it.each(['../elsewhere', '.', '/tmp/x', 'imports/Über uns', 'applications/crm', 'model/crm', 'linked/crm'])(
    'refuses the folder %s',
    async (into) => {
      const importing = new Importing()
      symlinkSync(tmpdir(), join(importing.folder, 'linked'))
      await expect(importing.plan(told, { into })).rejects.toThrow(ImportError)
    },
  )

  it('goes into a catalogue that has errors, but not into what is none', async () => {
    const importing = new Importing({ 'teams/sales.yaml': 'name: Sales\nform: nothing\nowner: team/nobody\n' })
    expect((await importing.plan({ 'application/shop': shop })).leftOut).toStrictEqual([])
    rmSync(join(importing.folder, 'tributary.config.yaml'))
    await expect(importing.plan(told)).rejects.toThrow(/no catalogue to import into[^]*tributary\.config\.yaml/)
  })
})

describe('another import', () => {
  it('changes nothing where the source says the same', async () => {
    const importing = new Importing()
    await importing.apply(told)
    const state = importing.text('imports/crm/.imported.jsonl')
    const plan = await importing.apply(told)
    expect([plan.added, plan.changed, plan.removed, plan.kept, plan.writes.size, plan.unchanged]).toStrictEqual([
      [],
      [],
      [],
      [],
      0,
      2,
    ])
    expect(importing.text('imports/crm/.imported.jsonl')).toBe(state)
  })

  it('brings fields up to date in place, and leaves what people wrote beside them', async () => {
    const importing = new Importing()
    await importing.apply(told)
    importing.write(file, (importing.text(file) ?? '').replace('name: Shop', '# Ours!\nname: Shop # sic\nversion: "2"'))
    const plan = await importing.apply({
      ...told,
      'application/shop': { name: 'Store', tags: ['web'], form: 'DEVICE' },
    })
    expect(plan.changed).toStrictEqual([
      {
        id: 'application/shop',
        name: 'Store',
        file,
        fields: [
          { field: 'name', before: 'Shop', after: 'Store', moved: false },
          { field: 'tags', before: ['web', 'sales'], after: ['web'], moved: false },
          { field: 'form', after: 'DEVICE', moved: false },
          { field: 'owner', before: 'team/sales', moved: false },
        ],
      },
    ])
    expect(plan.kept).toStrictEqual([])
    expect(importing.text(file)).toBe(
      '# Ours!\nname: Store # sic\nversion: "2"\ntags:\n  - web\nform: DEVICE\nrecord: shop\n',
    )
  })

  it('keeps fields that people changed, added or took out, and tells what the system says now', async () => {
    const importing = new Importing()
    await importing.apply(told)
    importing.write(file, 'name: Our shop\nform: DEVICE\nowner: team/sales\nrecord: shop\n')
    const now = { ...shop, name: 'Store', form: 'PLATFORM' }
    for (const _ of [1, 2]) {
      const { kept, changed } = await importing.apply({ ...told, 'application/shop': now })
      const item = { id: 'application/shop', name: 'Store', file }
      expect(kept).toStrictEqual([
        { ...item, field: 'name', stands: 'Our shop', says: 'Store' },
        { ...item, field: 'tags', says: ['web', 'sales'] },
        { ...item, field: 'form', stands: 'DEVICE', says: 'PLATFORM' },
      ])
      expect(changed).toStrictEqual([])
    }
    expect(importing.text(file)).toBe('name: Our shop\nform: DEVICE\nowner: team/sales\nrecord: shop\n')
    await importing.apply({ ...told, 'application/shop': { ...now, name: 'Our shop' } })
    const plan = await importing.apply({ ...told, 'application/shop': { ...now, name: 'New' } })
    expect(plan.changed[0]?.fields[0]).toMatchObject({ before: 'Our shop', after: 'New' })
  })

  it('removes what the source has no more, unless people changed it', async () => {
    const importing = new Importing()
    const all = { ...told, 'team/a': {}, 'team/b': {}, 'team/c': {} }
    await importing.apply(all)
    importing.write('imports/crm/teams/b.yaml', 'name: b\nrecord: b # why?\n')
    importing.write('imports/crm/teams/c.yaml', 'name: [\n')
    const plan = await importing.apply(told)
    expect(ids(plan.removed)).toStrictEqual(['team/a'])
    expect(plan.kept.map(({ id, reason }) => [id, reason])).toStrictEqual([
      ['team/b', expect.stringContaining('CRM has it no more, but its file was changed by hand')],
      ['team/c', expect.stringContaining("can't be changed by a program")],
    ])
    expect(importing.text('imports/crm/teams/a.yaml')).toBeUndefined()
    expect(importing.text('imports/crm/teams/b.yaml')).toBeDefined()
    expect(ids((await importing.plan(told)).kept)).toStrictEqual(['team/b', 'team/c'])
  })

  it('doesn’t bring back a file that people deleted, and says so', async () => {
    const importing = new Importing()
    await importing.apply(told)
    rmSync(join(importing.folder, 'imports/crm/teams/sales.yaml'))
    const plan = await importing.apply(told)
    expect(plan.added).toStrictEqual([])
    expect(plan.leftOut).toMatchObject([
      { record: 'sales', text: 'Sales', reason: 'Its file was deleted by hand.' },
      { record: 'shop', part: 'owner', text: 'team/sales' },
    ])
    expect(await importing.errors()).toStrictEqual([])
  })

  it('finds files where people moved them, and leaves those that are their own', async () => {
    const importing = new Importing()
    await importing.apply(told)
    mkdirSync(join(importing.folder, 'imports/crm/teams/all'))
    rmSync(join(importing.folder, 'imports/crm/teams/sales.yaml'))
    importing.write('imports/crm/teams/all/sales.yaml', 'name: Sales\nrecord: sales\n')
    importing.write('imports/crm/teams/own.yaml', 'name: Own\n')
    const plan = await importing.apply({ ...told, 'application/shop': { ...shop, owner: 'team/own' } })
    expect(plan.leftOut).toStrictEqual([])
    expect([plan.unchanged, plan.removed, plan.kept]).toStrictEqual([1, [], []])
    expect(importing.text('imports/crm/teams/own.yaml')).toBe('name: Own\n')
  })

  it('tells items that only moved in the source apart from those that changed', async () => {
    const importing = new Importing()
    const { items, ...rest } = importedOf({
      'application/shop': { needs: [{ to: 'application/bank', record: 'l:1' }] },
      'application/bank': {},
    })
    await importing.apply({ ...rest, items })
    const moved = items.map((item) => ({ ...item, record: `${item.record}:2` }))
    const plan = await importing.apply({ ...rest, items: moved })
    expect([ids(plan.moved), plan.changed]).toStrictEqual([['application/bank', 'application/shop'], []])
    expect(importing.text(file)).toContain('record: shop:2\n')
  })

  it('refuses a folder of another system, and a state that nobody can read', async () => {
    const importing = new Importing()
    await importing.apply(told)
    await expect(importing.plan(told, { system: 'ERP' })).rejects.toThrow(/imported from CRM, not from ERP/)
    for (const text of [
      '',
      '{',
      '[]',
      '{"version": 2, "system": "CRM"}',
      '{"version": 1, "system": "CRM"}\n{"id": "a", "fields": 1}',
      '{"version": 1, "system": "CRM"}\n<<<<<<< ours',
    ]) {
      importing.write('imports/crm/.imported.jsonl', text)
      await expect(importing.plan(told)).rejects.toThrow(ImportError)
    }
  })

  it('leaves a file alone that can’t be changed', async () => {
    const importing = new Importing()
    await importing.apply(told)
    const text = 'name: &name Shop\nsummary: *name\ntags: [web, sales]\nowner: team/sales\nrecord: shop\n'
    importing.write(file, text)
    const plan = await importing.apply({ ...told, 'application/shop': { ...shop, name: 'Store' } })
    expect(plan.kept).toMatchObject([{ id: 'application/shop', reason: expect.stringContaining('without anchors') }])
    expect(importing.text(file)).toBe(text)
  })
})
