import MarkdownIt from 'markdown-it'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkTo } from '../../../site/src/links.ts'
import { readHtml, textOf } from '../../../site/src/markdown-twin/html-tree.ts'
import { markdownTwin } from '../../../site/src/markdown-twin/markdown-twin.ts'
import { itemPage } from '../../../site/src/page/item-page.ts'
import type { Block, Cell, Page } from '../../../site/src/page/section.ts'
import { startPage } from '../../../site/src/page/start-page.ts'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'

const example = join(import.meta.dirname, '../../../catalogues/example')
const markdown = new MarkdownIt({ html: true })
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
const shown = (twin: string): string => plain(textOf(readHtml(markdown.render(twin))))

let site: SiteCatalogue
beforeAll(async () => {
  site = await siteCatalogue(example)
})
afterAll(() => site.api.close())

/** Texts of cells that the twin of an item must have: of the first rows of tables that aren't folded. */
const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.is === 'part') return textsOf(block.blocks)
    if (block.is !== 'table' && block.is !== 'group') return []
    return block.table.rows.slice(0, 8).flatMap(({ cells }) => cells.flatMap(textsIn))
  })
const textsIn = ({ text, badges = [], links = [] }: Cell): string[] => [
  ...(text === undefined ? [] : [text]),
  ...badges.map((badge) => badge.text),
  ...links.map(({ name }) => name),
]
const missing = (page: Page, twin: string): string[] => {
  const whole = shown(twin)
  return page.sections.flatMap(({ blocks }) => textsOf(blocks)).filter((text) => !whole.includes(plain(text)))
}

describe('the Markdown twin', () => {
  it('of every item says what the page’s tables say, in one heading of each level up', () => {
    const wrong = [...site.catalogue.items.values()].flatMap((item) => {
      const page = itemPage(item, site.catalogue)
      const twin = markdownTwin(page, linkTo(item), 1)
      const levels = [...markdown.render(twin).matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level))
      const gap = levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1)
      return [
        ...missing(page, twin).map((text) => `${item.id}: ${text}`),
        ...(gap ? [`${item.id}: ${levels.join(' ')}`] : []),
      ]
    })
    expect(wrong).toStrictEqual([])
  })

  it('of other pages has everything', () => {
    const page = startPage(site.catalogue)
    const twin = markdownTwin(page, '/', 1)
    expect(missing(page, twin)).toStrictEqual([])
    expect(twin).toContain('](value-streams/resolve-user-incident/index.md)')
  })

  it('leads to other twins by the shortest way, and says where its page and its data are', () => {
    const item = site.catalogue.items.get('practice/incident-management')
    if (item === undefined) throw new Error('The example has no incident management.')
    const twin = markdownTwin(itemPage(item, site.catalogue), linkTo(item), 1)
    expect(twin).toMatch(/^# Incident management\n\n/)
    expect(twin).toContain('[Service desk](../service-desk/index.md)')
    expect(twin).toContain('[This page](./) · [JSON](index.json)')
    expect(twin).not.toMatch(/\]\(\/(?!\/)/)
  })

  it('of an item leaves long lists to its page, shorter ones where there are very many items', () => {
    const item = site.catalogue.items.get('activity/engage')
    if (item === undefined) throw new Error('The example has no activity.')
    const rows = Array.from({ length: 20 }, (_, i) => ({
      cells: [{ text: `row ${String(i)}` }, { sub: 'Said elsewhere.' }],
    }))
    const table = { label: 'Rows', columns: [{ title: 'Row' }, { title: 'Summary' }] }
    const [open, folded] = [rows.slice(0, 10), rows.slice(10)].map((some): Block => ({
      is: 'table',
      table: { ...table, rows: some },
    }))
    if (open === undefined || folded === undefined) throw new Error('No tables.')
    const blocks: Block[] = [open, { is: 'more', summary: '10 more', blocks: [folded] }]
    const page: Page = { title: 'Engage', description: '', sections: [{ id: 'a', blocks }], item }
    const few = markdownTwin(page, linkTo(item), 100)
    expect(few).toContain('- row 7\n\nand 12 more: [on the page](./)\n')
    expect(few).not.toContain('Said elsewhere.')
    expect(markdownTwin(page, linkTo(item), 10_000)).toContain('- row 2\n\nand 17 more: [on the page](./)\n')
  })
})
