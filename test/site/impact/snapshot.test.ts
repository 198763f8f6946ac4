import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IndexedSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { readSnapshot } from '../../../graph/impact/read-snapshot.ts'
import { requireLoadedCatalogue } from '../../../graph/load/loaded-catalogue.ts'
import { modelFromFiles } from '../../../graph/model/read-model.ts'
import { impactGraph } from '../../../site/src/impact/impact-graph.ts'
import { readImpactFile } from '../../../site/src/impact/read-impact-file.ts'
import { writeImpactFile } from '../../../site/src/impact/write-impact-file.ts'
import { smallCatalogue } from '../built-site.ts'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'
import { fileOf, madeUpGraph } from './random-graph.ts'

/** An index without the asker's own numbers: each need counts by its place, a group that isn't said isn't there. */
const bare = (index: IndexedSnapshot): unknown => ({
  ...index,
  needs: [...index.needs].map(({ dependent, needed, type, criticality, redundancyGroup, atLeast }) => [
    ...[dependent, needed, type, criticality, redundancyGroup, atLeast],
  ]),
  ...Object.fromEntries(
    (['needsOf', 'neededBy', 'groupsOf'] as const).map((name) => [
      name,
      index.items.map((_, item) => index[name].of(item)),
    ]),
  ),
})

const folders = {
  'the example': join(import.meta.dirname, '../../../catalogues/example'),
  'the small one': smallCatalogue,
}

describe.each(Object.entries(folders))('the snapshot of %s', (_, folder) => {
  let site: SiteCatalogue
  beforeAll(async () => {
    site = await siteCatalogue(folder)
  })
  afterAll(() => site.api.close())

  it('is the one that the API answers from', async () => {
    const { model } = await requireLoadedCatalogue(site.store)
    const loaded = await readSnapshot(site.store, modelFromFiles(model))
    const graph = impactGraph(site.catalogue)
    expect(bare(graph.index)).toStrictEqual(bare(loaded.index))
    expect(graph.verbs).toStrictEqual(loaded.verbs)
    expect(graph.revision).toBe(loaded.revision)
  })

  it('reaches the browser as it is', () => {
    const graph = impactGraph(site.catalogue)
    const file = JSON.parse(JSON.stringify(writeImpactFile(graph, site.catalogue)))
    const read = readImpactFile(file, '/itsm/')
    expect(bare(read.index)).toStrictEqual(bare(graph.index))
    for (const { type } of graph.index.needs) expect(read.verbs.get(type)).toStrictEqual(graph.verbs.get(type))
    expect(read.described.map(({ id }) => id)).toStrictEqual(read.index.items.map(({ id }) => id))
    const item = read.described.find(({ kind }) => kind === 'Application')
    expect(item?.href).toMatch(/^\/itsm\/applications\/[^/]+\/$/)
  })
})

it('takes less than 1 MB for 10,000 items and 90,000 relations, compressed as servers do', () => {
  const file = JSON.stringify(fileOf(madeUpGraph(10_000, 90_000)))
  expect(gzipSync(file).length).toBeLessThan(1_000_000)
})
