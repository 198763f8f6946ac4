import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { impact } from '../../../graph/impact/impact.ts'
import type { Item } from '../../../site/src/catalogue/catalogue.ts'
import { impactGraph } from '../../../site/src/impact/impact-graph.ts'
import { organisationSections } from '../../../site/src/page/impact/explorer-page.ts'
import { hitShare } from '../../../site/src/page/impact/hit-streams.ts'
import { impactSection } from '../../../site/src/page/impact/impact-section.ts'
import { itemNamed } from '../../../site/src/page/item-link.ts'
import { PageProse } from '../../../site/src/page/prose.ts'
import type { Part, Section, Table } from '../../../site/src/page/section.ts'
import { today } from '../built-site.ts'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'

describe('what pages say of impact', () => {
  let site: SiteCatalogue
  beforeAll(async () => {
    site = await siteCatalogue(join(import.meta.dirname, '../../../catalogues/example'))
  })
  afterAll(() => site.api.close())

  const sectionOf = (id: string): Section | undefined => {
    const { catalogue } = site
    const item: Item = itemNamed(catalogue, { id })
    return impactSection({ item, catalogue, prose: new PageProse(catalogue), today })[0]
  }
  const partsOf = (id: string): Part[] => (sectionOf(id)?.blocks ?? []).filter((block) => block.is === 'part')
  const tablesIn = (part: Part | undefined): Table[] =>
    (part?.blocks ?? []).flatMap((block) => (block.is === 'table' ? [block.table] : []))

  it('is what fails, what its change reaches and what it needs, each in a part that says which way it looks', () => {
    expect(partsOf('application/ticketing').map(({ title, toward }) => [title, toward])).toStrictEqual([
      ['If it fails', 'dependents'],
      ['If it changes', 'dependents'],
      ['What it needs', 'needed'],
    ])
    expect(partsOf('value-stream/resolve-user-incident').at(-1)?.title).toBe('Single points of failure')
  })

  it('is the API’s: summary, streams with steps and their share of lead time', async () => {
    const { data } = await site.api.execute<{ impact: ApiImpact }>(
      `{ impact(failed: [{ id: "application/ticketing" }]) { summary
         streams { stream { id } shareOfLeadTime } affected { id sentence } } }`,
    )
    const [fails] = partsOf('application/ticketing')
    expect(fails?.blocks[0]).toStrictEqual({ is: 'statement', text: data?.impact.summary })
    const [streams, items] = tablesIn(fails)
    expect(streams?.rows.length).toBeLessThanOrEqual(5)
    expect(items?.rows).toHaveLength(5)
    expect(items?.rows[0]?.cells[3]?.sub).toBe(data?.impact.affected[1]?.sentence)
    const found = impact(impactGraph(site.catalogue).index, new Map([['application/ticketing', 'DOWN']]))
    for (const { stream, shareOfLeadTime } of data?.impact.streams ?? [])
      expect(hitShare(site.catalogue.streams.get(stream.id), found)).toBeCloseTo(shareOfLeadTime ?? 0, 9)
  })

  it('is nothing where nothing hangs on the item and it hangs on nothing', () => {
    const { index } = impactGraph(site.catalogue)
    const alone = index.items.find((_, i) => index.needsOf.sizeOf(i) === 0 && index.neededBy.sizeOf(i) === 0)
    expect(alone).toBeDefined()
    expect(sectionOf(alone?.id ?? '')).toBeUndefined()
  })

  it('counts single points of failure as the API does', async () => {
    const { data } = await site.api.execute<{ singlePointsOfFailure: { total: number; points: { name: string }[] } }>(
      '{ singlePointsOfFailure(first: 10) { total points { name } } }',
    )
    const [section] = organisationSections(site.catalogue)
    expect(section?.count).toBe(data?.singlePointsOfFailure.total)
    const [block] = section?.blocks ?? []
    const names = block?.is === 'table' ? block.table.rows.map(({ cells }) => cells[0]?.links?.[0]?.name) : []
    expect(names).toStrictEqual(data?.singlePointsOfFailure.points.map(({ name }) => name))
  })
})

interface ApiImpact {
  readonly summary: string
  readonly streams: readonly { readonly stream: { readonly id: string }; readonly shareOfLeadTime: number | null }[]
  readonly affected: readonly { readonly sentence: string }[]
}
