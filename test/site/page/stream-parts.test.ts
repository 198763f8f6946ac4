import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { itemPage } from '../../../site/src/page/item-page.ts'
import type { Block, Page, Part } from '../../../site/src/page/section.ts'
import { smallCatalogue } from '../built-site.ts'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'

const titles = (page: Page): (string | undefined)[] => page.sections.map(({ title }) => title)
const blocksOf = (page: Page, title: string): readonly Block[] =>
  page.sections.find((section) => section.title === title)?.blocks ?? []
const partsOf = (page: Page, title: string): Part[] => blocksOf(page, title).filter((block) => block.is === 'part')

describe('the page of a stream that records its times', () => {
  let read: SiteCatalogue
  let toBe: Page
  let asIs: Page
  beforeAll(async () => {
    read = await siteCatalogue(join(import.meta.dirname, '../../../catalogues/example'))
    const page = (id: string): Page => {
      const item = read.catalogue.items.get(`value-stream/${id}`)
      if (item === undefined) throw new Error(id)
      return itemPage(item, read.catalogue)
    }
    toBe = page('resolve-user-incident')
    asIs = page('resolve-user-incident-as-is')
  })
  afterAll(() => read.api.close())

  it('tells in the order in which one asks: what flows, how fast, fed by what, the six questions, what changes', () => {
    expect(titles(toBe).slice(0, 9)).toStrictEqual([
      undefined,
      undefined,
      'Steps',
      'Measures',
      'Practices that feed it',
      'Activities that it visits',
      'The six questions',
      'As-is against to-be',
      'Description',
    ])
  })

  it('has a part for each question, under the question itself, with a short name in the list of what is on the page', () => {
    const parts = partsOf(toBe, 'The six questions')
    expect(parts.map(({ short }) => short)).toStrictEqual([
      'Process activities',
      'Skills',
      'Information',
      'Tools',
      'Suppliers',
      'Metrics',
    ])
    expect(parts[0]?.title).toBe('What process activities are required from each practice?')
  })

  it('numbers what figures leave out, and names the steps', () => {
    const [figures] = blocksOf(asIs, 'Measures').filter((block) => block.is === 'figures')
    expect(
      figures?.figures.notes.map(({ line }) => line.map((part) => (typeof part === 'string' ? part : part.name))),
    ).toStrictEqual([['1 of 9 steps has no lead time.', ' ', 'Chase the supplier']])
    const noted = figures?.figures.figures.filter(({ notes }) => notes.length > 0).map(({ name }) => name)
    expect(noted).toContain('Expected lead time')
  })

  it('compares a plan with every stream that it replaces, and a stream with the plan that replaces it', () => {
    expect(partsOf(toBe, 'As-is against to-be').map(({ short }) => short)).toStrictEqual([
      'How a daytime incident is resolved today',
      'How a night incident is resolved today',
    ])
    expect(partsOf(asIs, 'As-is against to-be').map(({ short }) => short)).toStrictEqual(["Resolve a user's incident"])
  })

  it('says when, where and how an as-is stream was observed, and what is to replace it', () => {
    const facts = asIs.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.is === 'facts' ? block.facts : []))
    const observed = facts.find(({ label }) => label === 'How it was observed')
    expect(observed?.cell.details?.map(({ label }) => label)).toStrictEqual([
      'When',
      'Where',
      'Who looked',
      'Cases',
      'How',
    ])
    const replaced = facts.find(({ label }) => label === 'Is to be replaced by')
    expect(replaced?.cell.links).toStrictEqual([
      { href: '/value-streams/resolve-user-incident/', name: "Resolve a user's incident" },
    ])
  })

  it('reads each practice’s contributions off its streams: the same that the API tells of the practice', async () => {
    const { data } = await read.api.execute<{
      practices: { nodes: { id: string; contributions: { stream: { id: string }; share: number | null }[] }[] }
    }>('{ practices(first: 100) { nodes { id contributions { stream { id } share } } } }')
    const sorted = (all: readonly { stream: { id: string }; share: number | null }[] = []): string[] =>
      all.map(({ stream, share }) => `${stream.id} ${String(share)}`).sort()
    for (const { id, contributions } of data?.practices.nodes ?? [])
      expect(sorted(read.catalogue.contributionsOf.get(id))).toStrictEqual(sorted(contributions))
  })
})

describe('the page of a stream that records little', () => {
  let read: SiteCatalogue
  beforeAll(async () => {
    read = await siteCatalogue(smallCatalogue)
  })
  afterAll(() => read.api.close())

  const pageOf = (id: string): Page => {
    const item = read.catalogue.items.get(`value-stream/${id}`)
    if (item === undefined) throw new Error(id)
    return itemPage(item, read.catalogue)
  }

  it('says plainly that figures can’t be worked out, and why', () => {
    const blocks = blocksOf(pageOf('answer-a-question'), 'Measures')
    expect(blocks[0]).toMatchObject({ is: 'statement', open: true })
    expect(blocks[1]).toMatchObject({ is: 'lines', tone: 'warn' })
    expect(blocks.some(({ is }) => is === 'figures')).toBe(false)
  })

  it('says “not recorded”, never nothing and never 0, and shows no column that nobody can fill', () => {
    const page = pageOf('answer-today')
    const [figures] = blocksOf(page, 'Measures').filter((block) => block.is === 'figures')
    expect(figures?.figures.figures[0]).toMatchObject({ name: 'Lead time', text: 'not recorded', unknown: true })
    const [table] = blocksOf(page, 'Practices that feed it').filter((block) => block.is === 'table')
    expect(table?.table.columns.map(({ title }) => title)).toStrictEqual(['Practice', 'Steps that it works'])
  })

  it('says of each unanswered question that there is no answer', () => {
    const parts = partsOf(pageOf('answer-today'), 'The six questions')
    expect(parts.map(({ blocks }) => blocks[0])).toContainEqual({
      is: 'statement',
      open: true,
      text: 'The catalogue has no answer.',
    })
  })
})
