import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takenText } from '../../../site/src/page/contract-end.ts'
import { endingsOf, endingsTable } from '../../../site/src/page/ends-soon.ts'
import { itemPage } from '../../../site/src/page/item-page.ts'
import { itemNamed } from '../../../site/src/page/item-link.ts'
import type { Block, Table } from '../../../site/src/page/section.ts'
import { today } from '../built-site.ts'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'

describe('what pages say of suppliers, contracts that end, and governance', () => {
  let site: SiteCatalogue
  beforeAll(async () => {
    site = await siteCatalogue(join(import.meta.dirname, '../../../catalogues/example'))
  })
  afterAll(() => site.api.close())

  const blocksOf = (id: string, title: string): readonly Block[] => {
    const { catalogue } = site
    const { sections } = itemPage(itemNamed(catalogue, { id }), catalogue)
    return sections.find((section) => section.title === title)?.blocks ?? []
  }
  const tablesIn = (blocks: readonly Block[]): Table[] =>
    blocks.flatMap((block) =>
      block.is === 'table' ? [block.table] : block.is === 'part' || block.is === 'more' ? tablesIn(block.blocks) : [],
    )

  it('is what hangs on a supplier, each of its capacities by itself, as the API tells it', async () => {
    const { data } = await site.api.execute<{ supplierConcentration: { supplier: { id: string }; summary: string }[] }>(
      '{ supplierConcentration { supplier { id } summary } }',
    )
    const id = 'supplier/northbeam-telecom'
    const blocks = blocksOf(id, 'What hangs on it')
    const text = data?.supplierConcentration.find(({ supplier }) => supplier.id === id)?.summary
    expect(blocks[0]).toStrictEqual({ is: 'statement', text })
    const parts = blocks.flatMap((block) => (block.is === 'part' ? [block.title] : []))
    expect(parts).toStrictEqual(['As contract holder', 'As sub-supplier'])
    const rows = tablesIn(blocks).flatMap((table) => table.rows)
    expect(new Set(rows.map(({ cells }) => cells[3]?.text))).toContain('with an alternative')
    expect(rows[0]?.cells.map(({ text }) => text).slice(2)).toStrictEqual(['100\u00a0%', 'alone'])
  })

  it('is one sentence where nothing hangs on a supplier', () => {
    const idle = [...site.catalogue.concentrations.values()].filter(({ capacities }) =>
      capacities.every(({ streams, services }) => streams.length + services.length === 0),
    )
    for (const { supplier } of idle)
      expect(blocksOf(supplier.id, 'What hangs on it').map(({ is }) => is)).toStrictEqual(['statement'])
  })

  it('is what a contract would take with it, on its page and where the start page says that it ends', () => {
    const [said, facts, open] = blocksOf('contract/ticketing-subscription', 'If it ends')
    expect(said).toMatchObject({ text: expect.stringContaining('ends on 2027-06-30, in 220 days') as string })
    expect(facts).toMatchObject({ facts: [{}, { cell: { text: '220' } }, { cell: { text: '30 January 2027' } }] })
    expect(tablesIn(open === undefined ? [] : [open])[0]?.rows).toHaveLength(8)
    const { rows } = endingsTable(endingsOf(site.catalogue, today), today, 100)
    expect(rows.map(({ cells }) => cells[2]?.sub)).toContain(
      'Would take with it: 8 value streams down, 1 degraded; 2 services down, 3 degraded, 2 at risk',
    )
    expect(takenText({ streams: [], services: [] })).toBeUndefined()
  })

  it('is the way from governance to suppliers, eight rows of it open, and its gaps', async () => {
    const { data } = await site.api.execute<{ governanceTrace: { summary: string; gaps: { message: string }[] } }>(
      `{ governanceTrace(id: "decision/cloud-test-exception", today: "${today}") { summary gaps { message } } }`,
    )
    const [said, gaps] = blocksOf('decision/cloud-test-exception', 'What it comes to')
    expect(said).toStrictEqual({ is: 'statement', text: data?.governanceTrace.summary })
    expect(gaps).toMatchObject({
      is: 'lines',
      lines: data?.governanceTrace.gaps.map(({ message: name }) => [{ name }]),
    })
    const tables = tablesIn(blocksOf('policy/change-policy', 'What it comes to'))
    expect(tables.map(({ rows }) => rows.length)).toStrictEqual([8, 52])
    expect(blocksOf('policy/change-policy', 'What it comes to').at(-1)).toMatchObject({ summary: 'The next 52 of 161' })
    expect(blocksOf('guiding-principle/focus-on-value', 'What it comes to')).not.toHaveLength(0)
  })
})
