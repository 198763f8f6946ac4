import { Ajv2020 } from 'ajv/dist/2020.js'
import { SaxesParser } from 'saxes'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildInput, provideBuildInput } from '../../../site/src/catalogue/build-input.ts'
import type { Catalogue, Item } from '../../../site/src/catalogue/catalogue.ts'
import type { PastChange, Revision } from '../../../site/src/catalogue/read-revisions.ts'
import { linkTo } from '../../../site/src/links.ts'
import { writeBesidePage } from '../../../site/src/machines/beside-page.ts'
import { catalogueJson } from '../../../site/src/machines/catalogue-json.ts'
import { catalogueSchema } from '../../../site/src/machines/catalogue-schema.ts'
import { atomFeed } from '../../../site/src/machines/feed.ts'
import { itemFile, itemJson } from '../../../site/src/machines/item-json.ts'
import { jsonLd } from '../../../site/src/machines/json-ld.ts'
import { llmsText } from '../../../site/src/machines/llms.ts'
import { historySection } from '../../../site/src/page/history.ts'
import { itemPage } from '../../../site/src/page/item-page.ts'
import { PageProse } from '../../../site/src/page/prose.ts'
import { startPage } from '../../../site/src/page/start-page.ts'
import { smallCatalogue, today } from '../built-site.ts'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'

const example = join(import.meta.dirname, '../../../catalogues/example')

describe.each([
  ['the example', example],
  ['a catalogue with a model of its own', smallCatalogue],
])('data of %s', (_, folder) => {
  let site: SiteCatalogue
  beforeAll(async () => {
    site = await siteCatalogue(folder)
  })
  afterAll(() => site.api.close())

  it('is as its schema says: the whole and every item', () => {
    const { catalogue } = site
    // The same words in the schema language that the validator knows.
    const { $schema, ...schema } = catalogueSchema(catalogue.model)
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
    const ajv = new Ajv2020({ allErrors: true, strict: false })
    ajv.addSchema(schema, 'catalogue')
    const faults = (ref: string, value: unknown): unknown =>
      ajv.validate(ref, JSON.parse(JSON.stringify(value))) ? [] : ajv.errors
    expect(faults('catalogue', catalogueJson(catalogue))).toStrictEqual([])
    for (const item of catalogue.items.values()) {
      const file: unknown = JSON.parse(itemFile(item, catalogue))
      expect(faults('catalogue#/$defs/itemFile', file), item.id).toStrictEqual([])
      expect(faults(`catalogue#/$defs/${item.kind.name}`, file), item.id).toStrictEqual([])
    }
    expect(faults('catalogue', { ...(catalogueJson(catalogue) as object), items: [{ id: 'x' }] })).not.toStrictEqual([])
  })

  it('tells every relation from both ends, and once in the whole', () => {
    const items = [...site.catalogue.items.values()]
    const relations = items.reduce((sum, { holds }) => sum + holds.length, 0)
    const told = (item: Item, ends: 'both' | 'holder'): number =>
      Object.values(itemJson(item, ends).relations).reduce((sum, some) => sum + Object.keys(some).length, 0)
    expect(items.reduce((sum, item) => sum + told(item, 'holder'), 0)).toBe(relations)
    expect(items.reduce((sum, item) => sum + told(item, 'both'), 0)).toBe(2 * relations)
  })

  it('says nothing of what isn’t recorded', () => {
    const whole = JSON.stringify(catalogueJson(site.catalogue))
    expect(whole).not.toContain(':null')
    expect(whole).not.toMatch(/"\w+":\[\]/)
  })
})

describe('what is published of the small catalogue', () => {
  let site: SiteCatalogue
  let changed: Catalogue
  let ledger: Item
  beforeAll(async () => {
    site = await siteCatalogue(smallCatalogue)
    const found = site.catalogue.items.get('application/ledger')
    if (found === undefined) throw new Error('The small catalogue has no ledger.')
    ledger = found
    changed = withChanges(site.catalogue, ledger)
  })
  afterAll(() => site.api.close())
  const knownAt = (address: string | undefined, make: () => string | undefined): string => {
    const { site: before, ...input } = buildInput()
    expect(before).toBeUndefined()
    provideBuildInput(address === undefined ? input : { ...input, site: address })
    try {
      return make() ?? ''
    } finally {
      provideBuildInput(input)
    }
  }

  it('is a feed that says what changed field by field, and lets no text out of its place', () => {
    const feed = parsed(knownAt('https://example.org', () => atomFeed(changed)))
    expect(feed.texts('id')).toHaveLength(3)
    expect(new Set(feed.texts('id')).size).toBe(3)
    for (const id of feed.texts('id'))
      expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(feed.texts('updated')).toHaveLength(3)
    for (const href of feed.hrefs) expect(href).toMatch(/^https:\/\/example\.org\//)
    expect(feed.hrefs).toContain('https://example.org/recent-changes/#revision-2')
    const [content = ''] = feed.texts('content')
    expect(content).toContain('<li>Summary: Old &lt;b&gt; ]]&gt;  → New.</li>')
    expect(content).toContain('Ledger &lt;b&gt;&amp; Co.&lt;/b&gt;</a>')
    const unknown = parsed(knownAt(undefined, () => atomFeed(changed)))
    expect(unknown.texts('id')).toStrictEqual(feed.texts('id'))
    expect(unknown.hrefs).toStrictEqual(feed.hrefs.map((href) => href.replace('https://example.org', '')))
  })

  it('is an item’s history on its page, where there is more than the first load', () => {
    const context = (catalogue: Catalogue) => ({ item: ledger, catalogue, prose: new PageProse(catalogue), today })
    expect(historySection(context(site.catalogue))).toStrictEqual([])
    const [section] = historySection(context(changed))
    const [block, rest] = section?.blocks ?? []
    if (block?.is !== 'table') throw new Error('No table.')
    expect(block.table.rows).toHaveLength(10)
    expect(block.table.rows[0]?.cells.map(({ text }) => text)).toStrictEqual([
      undefined,
      'Summary',
      'Old <b> ]]> \u0001',
      'New.',
    ])
    expect(block.table.rows[0]?.cells[0]?.links?.[0]?.href).toBe('/recent-changes/#revision-2')
    expect(rest).toMatchObject({ is: 'lines', lines: [[{ href: '/recent-changes/', name: '2 more changes' }]] })
  })

  it('is JSON-LD that no text can end, with addresses only where one is known', () => {
    const page = itemPage(ledger, site.catalogue)
    const hostile = { ...page, title: '</script><script>alert(1)</script>' }
    const data = jsonLd(hostile, linkTo(ledger)) ?? ''
    expect(data).not.toContain('<')
    expect(data.replace('https://schema.org', '')).not.toContain('http')
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [{ position: 1 }, { name: hostile.title }],
    })
    const start = knownAt('https://example.org', () => jsonLd(startPage(site.catalogue), '/'))
    expect(JSON.parse(start)).toMatchObject({
      '@type': 'WebSite',
      potentialAction: { target: 'https://example.org/search/?q={words}' },
    })
  })

  it('is a table of contents for language models that leads to twins', () => {
    const text = knownAt('https://example.org', () => llmsText(site.catalogue))
    expect(text).toMatch(/^# Kleinbetrieb & Söhne\n\n> /)
    expect(text).toContain('- [Value streams](https://example.org/value-streams/index.md): 2 value streams.')
    expect(text).toContain('(https://example.org/catalogue.json)')
    expect(llmsText(site.catalogue)).toContain('](/value-streams/index.md)')
  })

  it('names no address and draws nothing where nobody said where the site will be', async () => {
    const written: string[] = []
    const input = buildInput()
    const drawCard = (): Promise<Uint8Array> => Promise.reject(new Error('Nothing is to be drawn.'))
    provideBuildInput({ ...input, beside: { write: (path) => written.push(path), drawCard, changed: new Map() } })
    const page = itemPage(ledger, site.catalogue)
    expect(await writeBesidePage(page, linkTo(ledger), site.catalogue)).toStrictEqual({})
    const twins = ['index.md', 'index.json']
    const leadingOn = ['applications/general-ledger', 'assets/ledger-server'].flatMap((former) =>
      ['index.html', ...twins].map((file) => `${former}/${file}`),
    )
    expect(written).toStrictEqual([...twins.map((file) => `applications/ledger/${file}`), ...leadingOn])
    provideBuildInput(input)
  })
})

/** The same catalogue after a second load that changed an item in a dozen ways. */
function withChanges(catalogue: Catalogue, { id, name, kind }: Item): Catalogue {
  const more = Array.from({ length: 11 }, (_, i) => ({ field: 'version', before: String(i), after: String(i + 1) }))
  const change = {
    id,
    name,
    kind: kind.name,
    action: 'CHANGED' as const,
    fields: [{ field: 'summary', before: 'Old <b> ]]> \u0001', after: 'New.' }, ...more],
  }
  const at = '2026-11-23T08:00:00.000Z'
  const second: Revision = { number: 2, at, added: 0, changed: 1, removed: 0, changes: [change] }
  const { revisions, changesOf } = catalogue
  const past: PastChange = { revision: 2, at, change }
  return {
    ...catalogue,
    revisions: { ...revisions, nodes: [second, ...revisions.nodes] },
    changesOf: new Map([...changesOf, [id, [past, ...(changesOf.get(id) ?? [])]]]),
  }
}

/** What a feed says, read by a parser that takes nothing but well-formed XML. */
function parsed(xml: string): { texts: (name: string) => string[]; hrefs: string[] } {
  const found: { name: string; text: string }[] = []
  const open: { name: string; text: string }[] = []
  const hrefs: string[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, text: '' })
    if (attributes['href'] !== undefined) hrefs.push(String(attributes['href']))
  })
  const add = (text: string): void => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed !== undefined) found.push(closed)
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return { texts: (name) => found.filter((each) => each.name === name).map(({ text }) => text), hrefs }
}
