import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSameCatalogue, readLoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
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
    expect(loaded?.findings).toStrictEqual([
      {
        rule: 'supplier-without-contract',
        severity: 'warning',
        message: 'Supplier "S" has no contract.',
        hint: 'Write the contract (contracts/…, "suppliers"), or retire the supplier.',
        item: 'supplier/s',
        place: { layer: 'own', path: 'suppliers/s.yaml', file: 'suppliers/s.yaml', line: 1, column: 1 },
      },
    ])
    expect(JSON.stringify(loaded)).not.toContain('/tmp/')
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
