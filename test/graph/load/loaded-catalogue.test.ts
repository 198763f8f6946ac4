import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSameCatalogue, readLoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
import { readCompleteness, readFindings, whole } from '../../../graph/load/loaded-lists.ts'
import { labels } from '../../../graph/representation.ts'
import type { Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { assetModel } from '../model/asset-model.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { load } from './loads.ts'

const config = {
  'tributary.config.yaml': 'name: own\ntitle: Our own\nsite: {url: "https://it.example.org", base: itsm}\n',
}

describe.each(storesUnderTest())('what is loaded, on $name', (under) => {
  let store: Store
  beforeEach(async () => {
    store = await under.fresh()
  })
  afterEach(() => store.close())

  it('is nothing before the first load', async () => {
    expect(await readLoadedCatalogue(store)).toBeUndefined()
  })

  it('is enough to serve the catalogue without its files', async () => {
    const files = { ...config, 'suppliers/s.yaml': 'name: S\n', 'model/assets.graphql': assetModel }
    const catalogue = await catalogueOf(files)
    const before = new Date().toISOString()
    await load(store, catalogue)
    const loaded = await readLoadedCatalogue(store)
    expect(loaded).toMatchObject({
      name: 'own',
      title: 'Our own',
      site: { title: 'Our own', url: 'https://it.example.org', base: '/itsm/' },
      revision: 1,
    })
    expect(Date.parse(loaded?.loadedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(before))
    expect(loaded?.loadedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(loaded?.model.map((file) => file.text)).toStrictEqual(catalogue.model.files.map((file) => file.text))
    expect(loaded?.model.map((file) => file.path)).toContain('model/assets.graphql')
  })

  it('has lists that are read from a graph where they are one text, as they were, or not at all', async () => {
    await load(store, await catalogueOf({ ...config, 'suppliers/s.yaml': 'name: S\n' }))
    const [findings, completeness] = [await whole(readFindings(store)), await whole(readCompleteness(store))]
    expect(findings).toHaveLength(1)
    expect(completeness).toHaveLength(1)
    const parameters = { findings: JSON.stringify(findings), completeness: JSON.stringify(completeness) }
    const lists = 'c.findingTexts = null, c.completenessTexts = null'
    const old = 'c.findings = $findings, c.completeness = $completeness'
    await store.write([{ cypher: `MATCH (c:${labels.catalogue}) SET ${lists}, ${old}`, parameters }])
    expect(await whole(readFindings(store))).toStrictEqual(findings)
    expect(await whole(readCompleteness(store))).toStrictEqual(completeness)
    await store.write([{ cypher: `MATCH (c:${labels.catalogue}) SET c.completeness = null` }])
    expect(await whole(readCompleteness(store))).toStrictEqual([])
  })

  it('has no lists that look empty where they are lost', async () => {
    await load(store, await catalogueOf({ ...config, 'suppliers/s.yaml': 'name: S\n' }))
    await store.write([{ cypher: 'MATCH (t:TributaryText) DELETE t' }])
    await expect(whole(readFindings(store))).rejects.toThrow('parts of "findingTexts" are missing')
  })

  it('can be loaded again where its node was taken out', async () => {
    const catalogue = await catalogueOf({ ...config, 'suppliers/s.yaml': 'name: S\n' })
    await load(store, catalogue)
    const held = 'MATCH (t:TributaryText) DELETE t'
    await store.write([{ cypher: held }, { cypher: `MATCH (c:${labels.catalogue}) DELETE c` }])
    expect(await load(store, catalogue)).toMatchObject({ number: 2, added: 0 })
    expect(await readLoadedCatalogue(store)).toMatchObject({ revision: 2 })
    expect(await whole(readFindings(store))).toHaveLength(1)
  })

  it('leaves no pieces behind that nothing names any more', async () => {
    const suppliers = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`suppliers/s${i}.yaml`, `name: Supplier ${i}\n`]))
    for (const count of [1, 2, 3]) await load(store, await catalogueOf({ ...config, ...suppliers(count) }))
    const named = await store.read(
      `MATCH (n) WHERE n.findingTexts IS NOT NULL OR n.changeTexts IS NOT NULL
       RETURN n.findingTexts AS findings, n.completenessTexts AS completeness, n.changeTexts AS changes`,
    )
    const ids = named.flatMap((row) => Object.values(row).flat()).filter((id) => id !== null)
    const held = await store.read('MATCH (t:TributaryText) RETURN t.id AS id')
    expect(held.map(({ id }) => id).sort()).toStrictEqual(ids.sort())
  })

  it('speaks English where it was loaded before sites spoke anything else', async () => {
    const catalogue = await catalogueOf({ ...config, 'suppliers/s.yaml': 'name: S\n' })
    await load(store, catalogue)
    const site = JSON.stringify({ title: 'Our own', base: '/itsm/', url: 'https://it.example.org' })
    await store.write([{ cypher: `MATCH (c:${labels.catalogue}) SET c.site = $site`, parameters: { site } }])
    const loaded = await readLoadedCatalogue(store)
    expect(loaded?.site.locale).toBe('en')
    expect(isSameCatalogue(loaded, catalogue)).toBe(true)
  })

  it('tells nobody where files lie on the machine that loaded them', async () => {
    const files = { ...config, 'suppliers/s.yaml': 'name: S\n', 'model/assets.graphql': assetModel }
    const catalogue = await catalogueOf(files)
    await load(store, catalogue)
    const loaded = await readLoadedCatalogue(store)
    expect(await whole(readFindings(store))).toStrictEqual([
      {
        rule: 'supplier-without-contract',
        severity: 'warning',
        message: 'Supplier "S" has no contract.',
        hint: 'Write the contract (contracts/…, "suppliers"), or retire the supplier.',
        item: 'supplier/s',
        place: { layer: 'own', path: 'suppliers/s.yaml', file: 'suppliers/s.yaml', line: 1, column: 1 },
      },
    ])
    expect(JSON.stringify([loaded, await whole(readFindings(store))])).not.toContain('/tmp/')
  })

  it('is the same catalogue from another folder, and not when its title, site, model or findings differ', async () => {
    const files = { ...config, 'suppliers/s.yaml': 'name: S\n', 'model/assets.graphql': assetModel }
    await load(store, await catalogueOf(files))
    const loaded = await readLoadedCatalogue(store)
    const same = async (more: Readonly<Record<string, string>>) =>
      isSameCatalogue(loaded, await catalogueOf({ ...files, ...more }))
    expect(await same({})).toBe(true)
    expect(await same({ 'suppliers/s.yaml': 'name: S\nsummary: Not looked at here.\n' })).toBe(true)
    expect(await same({ 'tributary.config.yaml': config['tributary.config.yaml'].replace('Our own', 'Theirs') })).toBe(
      false,
    )
    expect(await same({ 'tributary.config.yaml': config['tributary.config.yaml'].replace('itsm', 'it') })).toBe(false)
    expect(
      await same({ 'tributary.config.yaml': config['tributary.config.yaml'].replace('name: own', 'name: other') }),
    ).toBe(false)
    expect(await same({ 'model/assets.graphql': `${assetModel}# Changed.\n` })).toBe(false)
    expect(await same({ 'suppliers/s.yaml': '\nname: S\n' })).toBe(false)
    expect(isSameCatalogue(undefined, await catalogueOf(files))).toBe(false)
  })
})
