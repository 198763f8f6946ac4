import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activityParts } from '../../../site/src/page/activity-parts.ts'
import { changesPage } from '../../../site/src/page/changes-page.ts'
import { coverageOf } from '../../../site/src/page/coverage.ts'
import { findingsByOwnerPage, findingsPage } from '../../../site/src/page/findings.ts'
import { glancePage } from '../../../site/src/page/glance-page.ts'
import { itemNamed } from '../../../site/src/page/item-link.ts'
import { itemPage } from '../../../site/src/page/item-page.ts'
import { kindPage } from '../../../site/src/page/kind-page.ts'
import { PageProse } from '../../../site/src/page/prose.ts'
import { readersOf } from '../../../site/src/page/questions.ts'
import type { Block, Page, Row, Section, Table } from '../../../site/src/page/section.ts'
import { today } from '../built-site.ts'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'

let site: SiteCatalogue
beforeAll(async () => {
  site = await siteCatalogue(join(import.meta.dirname, '../../../catalogues/example'))
})
afterAll(() => site.api.close())

const tablesIn = (blocks: readonly Block[]): Table[] =>
  blocks.flatMap((block) =>
    block.is === 'table' ? [block.table] : block.is === 'part' || block.is === 'more' ? tablesIn(block.blocks) : [],
  )
const rowsIn = (sections: readonly Section[]): Row[] =>
  sections.flatMap(({ blocks }) => tablesIn(blocks).flatMap(({ rows }) => rows))
const section = ({ sections }: Page, id: string): Section[] => sections.filter((each) => each.id === id)

describe('the start page’s questions', () => {
  it('are asked for each kind of reader, about this catalogue’s own items', () => {
    const readers = readersOf(site.catalogue, today)
    expect(readers.map(({ questions }) => questions.length)).toStrictEqual([4, 4, 4, 3, 5, 4])
    const asked = readers.flatMap(({ questions }) => questions)
    expect(asked).toContainEqual({
      href: '/contracts/monitoring-subscription/',
      name: 'What goes with “Monitoring subscription”, which ends on 31 December 2026?',
    })
    expect(asked.map(({ href }) => href)).toContain('/at-a-glance/#feeding')
  })

  it('aren’t asked where the catalogue has nothing to ask about', () => {
    const byKind = new Map(['ValueStream', 'Practice'].map((kind) => [kind, []]))
    const nothing = { ...site.catalogue, byKind, items: new Map(), findings: [], contractEnds: new Map() }
    const empty = readersOf({ ...nothing, concentrations: new Map(), contributionsOf: new Map() }, today)
    expect(empty.map(({ id }) => id)).toStrictEqual(['commanders', 'office', 'analysts'])
  })
})

describe('the organisation at a glance', () => {
  it('says how complete each kind is as the API does', async () => {
    interface Kind {
      readonly items: number
      readonly score: number
      readonly distribution: readonly number[]
    }
    const { data } = await site.api.execute<{ completeness: { totalCount: number; kinds: Kind[] } }>(
      '{ completeness(first: 1) { totalCount kinds { items score distribution } } }',
    )
    const lacking = (data?.completeness.kinds ?? []).filter(({ items, distribution }) => items !== distribution[3])
    lacking.sort((a, b) => a.score - b.score)
    const section = glancePage(site.catalogue).sections.find(({ id }) => id === 'completeness')
    const [block] = section?.blocks ?? []
    const rows = block?.is === 'table' ? block.table.rows : []
    const counts = [...lacking.map(({ items }) => items), data?.completeness.totalCount]
    expect(rows.map(({ cells }) => cells[1]?.text)).toStrictEqual(counts.map(String))
  })

  it('lets an item’s page say what it lacks, in a line', () => {
    const page = itemPage(itemNamed(site.catalogue, { id: 'skill/facilitation' }), site.catalogue)
    const blocks = page.sections.flatMap(({ blocks }) => blocks)
    const lines = blocks.flatMap((block) => (block.is === 'lines' ? block.lines.flat() : []))
    expect(lines).toContainEqual(expect.stringMatching(/^\d+ % complete\. Missing: Teams\.$/))
  })

  it('counts what the catalogue itself says as the API does, and not what only a built-in layer brings', async () => {
    interface Practice {
      readonly sources: readonly { readonly layer: string }[]
      readonly feeds: { readonly totalCount: number }
    }
    const { data } = await site.api.execute<{ practices: { nodes: Practice[] } }>(
      '{ practices(first: 100) { nodes { sources { layer } feeds { totalCount } } } }',
    )
    const own = data?.practices.nodes.filter(({ sources }) => sources.some(({ layer }) => layer === 'fernhill'))
    const without = own?.filter(({ feeds }) => feeds.totalCount === 0)
    const coverage = coverageOf(site.catalogue, today)
    const feeding = coverage.find(({ id }) => id === 'feeding')
    expect(feeding?.of).toBe(29)
    expect(own).toHaveLength(29)
    expect(feeding?.missing).toHaveLength(without?.length ?? 0)
    expect(coverage.find(({ id }) => id === 'contracted')?.missing.map(({ id }) => id)).toStrictEqual([
      'supplier/sablecrest-holdings',
    ])
    expect(coverage.flatMap(({ missing }) => missing).every(({ kind }) => kind.name !== 'Concept')).toBe(true)
  })

  it('leads from each figure to what is missing', () => {
    const page = glancePage(site.catalogue)
    const parts = section(page, 'missing').flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.is === 'part' ? [block.id] : [])),
    )
    const links = rowsIn(section(page, 'coverage')).flatMap(({ cells }) => cells[3]?.links ?? [])
    expect(links.map(({ href }) => href)).toStrictEqual(parts.map((id) => `#${id}`))
    expect(rowsIn(section(page, 'single-points'))[0]?.cells.map(({ text }) => text)).toStrictEqual([
      undefined,
      '22',
      '0',
    ])
  })
})

describe('findings', () => {
  it('stand once by rule and once by owner, each with marks to choose it by', () => {
    const { catalogue } = site
    for (const page of [findingsPage(catalogue), findingsByOwnerPage(catalogue)]) {
      const rows = rowsIn(page.sections.filter(({ id }) => id !== 'summary'))
      expect(rows).toHaveLength(catalogue.findings.length)
      const [filter] = section(page, 'filter')[0]?.blocks ?? []
      const choices = filter?.is === 'row-filter' ? filter.filter.choices : []
      for (const { mark, options } of choices) {
        const values = options.map(({ value }) => value)
        for (const { marks } of rows) if (marks?.[mark] !== undefined) expect(values).toContain(marks[mark])
      }
    }
  })

  it('of an owner have an anchor, and what is nobody’s comes last', () => {
    const { sections } = findingsByOwnerPage(site.catalogue)
    expect(sections.map(({ id }) => id)).toContain('team-application-operations')
    expect(sections.at(-1)?.id).toBe('nobody')
    const nobodys = rowsIn(sections.slice(-1))
    expect(nobodys.every(({ marks }) => marks?.['owner'] === 'nobody')).toBe(true)
  })
})

describe('registers', () => {
  it('of improvements go by status, what is being done first, the urgent ahead', () => {
    const kind = site.catalogue.model.kinds.get('Improvement')
    const page = kind && kindPage(kind, site.catalogue)
    const blocks = page === undefined ? [] : section(page, 'register').flatMap((each) => each.blocks)
    const parts = blocks.flatMap((block) => (block.is === 'part' ? [block] : []))
    expect(parts.map(({ id }) => id)).toStrictEqual(['under-way', 'accepted', 'proposed', 'done', 'rejected'])
    const [first] = parts
    const priorities = tablesIn(first === undefined ? [] : [first]).flatMap(({ rows }) =>
      rows.map(({ cells }) => cells[3]?.details?.[0]?.cell.badges?.[0]?.text),
    )
    expect(priorities).toStrictEqual(['High', 'High', 'High', 'Low'])
    expect(blocks[0]).toMatchObject({ is: 'note' })
    expect(page?.sections.at(-1)?.id).toBe('all')
  })

  it('of contracts begin with those that end next', () => {
    const kind = site.catalogue.model.kinds.get('Contract')
    const page = kind && kindPage(kind, site.catalogue)
    const days = rowsIn(page === undefined ? [] : section(page, 'next')).map(({ cells }) => String(cells[2]?.sort))
    expect(days.length).toBeGreaterThan(20)
    expect(days).toStrictEqual(days.toSorted())
    expect(days.every((day) => day >= today)).toBe(true)
  })
})

describe('items’ own pages', () => {
  const context = (id: string): Parameters<typeof activityParts>[0] => {
    const { catalogue } = site
    return { item: itemNamed(catalogue, { id }), catalogue, prose: new PageProse(catalogue), today }
  }
  const page = (id: string): Page => itemPage(itemNamed(site.catalogue, { id }), site.catalogue)

  it('of suppliers have contracts in a table and on a timeline, call-offs behind their framework', () => {
    const blocks = section(page('supplier/nimbara-cloud'), 'contracts').flatMap((each) => each.blocks)
    expect(blocks.map(({ is }) => is)).toStrictEqual(['table', 'timeline'])
    const [, drawn] = blocks
    const bars = drawn?.is === 'timeline' ? drawn.timeline.bars : []
    const framework = bars.findIndex(({ name }) => name === 'Cloud framework')
    expect(bars[framework]?.depth).toBe(0)
    expect(bars.slice(framework + 1, framework + 3).map(({ depth }) => depth)).toStrictEqual([1, 1])
    expect(section(page('supplier/sablecrest-holdings'), 'contracts')[0]?.blocks).toMatchObject([{ open: true }])
  })

  it('of practices have the four dimensions, with what is missing', () => {
    const parts = (id: string): readonly Block[] =>
      section(page(id), 'what-it-is-made-of').flatMap(({ blocks }) => blocks)
    const titles = parts('practice/incident-management').flatMap((block) => (block.is === 'part' ? [block.title] : []))
    expect(titles).toStrictEqual([
      'Organizations and people',
      'Information and technology',
      'Partners and suppliers',
      'Value streams and processes',
    ])
    const gaps = [...site.catalogue.items.values()]
      .filter(({ kind }) => kind.name === 'Practice')
      .flatMap(({ id }) => parts(id))
      .flatMap((block) => (block.is === 'part' ? block.blocks : [block]))
      .filter((block) => block.is === 'statement')
    expect(gaps.length).toBeGreaterThan(0)
    expect(gaps.every((block) => block.open === true)).toBe(true)
  })

  it('of activities say who has a skill, how well and how many', () => {
    const [skills, , practices] = activityParts(context('activity/engage')).sections
    const communication = rowsIn(skills === undefined ? [] : [skills])[0]
    expect(communication?.cells[2]?.links?.[0]).toMatchObject({ name: 'IT Service Desk', note: 'sound, 12 people' })
    expect(practices?.title).toBe('Practices that work in it')
  })

  it('link terms on first use, and never to themselves', () => {
    const { leadParts } = page('activity/engage')
    expect(leadParts).toContainEqual({ href: '/concepts/service-value-chain/', name: 'value chain' })
    const own = page('concept/service-value-chain').leadParts?.filter((part) => typeof part !== 'string')
    expect(own?.map(({ href }) => href)).not.toContain('/concepts/service-value-chain/')
  })
})

it('recent changes tell the first load in one line that opens', () => {
  const [first] = changesPage(site.catalogue).sections
  expect(first?.intro).toMatch(/^Revision 1: 478 added\./)
  expect(first?.blocks.map(({ is }) => is)).toStrictEqual(['more'])
})
