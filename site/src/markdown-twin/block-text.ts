import { messages } from '../messages/messages.ts'
import type { Block } from '../page/section.ts'
import type { Figures, Line, MatrixGrid } from '../page/stream-block.ts'
import type { Cell, Table } from '../page/table.ts'
import { cellText, itemLinkText, lineText } from './cell-text.ts'
import { asParagraph, codeBlock, escapeText, linkText } from './escape.ts'
import { proseLine, proseText } from './from-html.ts'
import type { Leads } from './from-html.ts'
import { listText } from './list-text.ts'
import { tableText } from './table-text.ts'

/** How a page becomes Markdown. */
export interface Writing {
  readonly leads: Leads
  /** So many rows of a table are written, and nothing that the page folds; everything when left out. */
  readonly mostRows?: number
}

type Write<Is extends Block['is']> = (block: Extract<Block, { is: Is }>, writing: Writing) => readonly string[]

/** Every sort of block: one that is added must say here how it reads, or that its page says the same in tables. */
const writers: { readonly [Is in Block['is']]: Write<Is> } = {
  prose: ({ html }, { leads }) => [proseText(html, leads)],
  facts: ({ facts }, { leads }) => [
    list(facts.map(({ label, cell }) => `**${escapeText(label)}**: ${cellText(cell, leads)}`)),
  ],
  table: ({ table }, writing) => tableBlock(table, writing),
  list: ({ list: all }, writing) => [listText(all, writing)],
  group: ({ title, count, alike = [], table }, writing) => [
    heading(3, count === undefined ? title : `${title} (${String(count)})`),
    alike.map(({ label, cell }) => `${escapeText(label)}: ${cellText(cell, writing.leads)}`).join(' · '),
    ...tableBlock(table, writing),
  ],
  note: ({ text }) => [asParagraph(escapeText(text))],
  statement: ({ text }) => [asParagraph(escapeText(text))],
  code: ({ code }) => [codeBlock(code)],
  ends: ({ from, to }, { leads }) => [
    list(
      [from, to].map(({ title, html, people }) => {
        const who = people.links.map((link) => itemLinkText(link, leads)).join(', ')
        const said = `**${escapeText(title)}**: ${proseLine(html, leads)}`
        return who === '' ? said : `${said} · ${escapeText(people.label)} ${who}`
      }),
    ),
  ],
  system: ({ wide }) => [asParagraph(escapeText(wide.description))],
  readers: ({ readers }, { leads }) =>
    readers.flatMap(({ title, questions }) => [
      heading(3, title),
      list(questions.map((link) => itemLinkText(link, leads))),
    ]),
  tiles: ({ groups }, { leads }) =>
    groups.flatMap(({ area, kinds }) => [
      heading(3, area.title),
      list(kinds.map((kind) => `${itemLinkText(kind, leads)}: ${String(kind.count)}`)),
    ]),
  more: ({ summary, blocks }, writing) =>
    writing.mostRows === undefined
      ? [asParagraph(`${escapeText(summary)}:`), ...blocksText(blocks, writing)]
      : [onPage(summary)],
  part: ({ title, blocks }, writing) => [heading(3, title), ...blocksText(blocks, writing)],
  lines: ({ lines }, { leads }) => [
    list(lines.filter((line) => !isForBrowsers(line)).map((line) => lineText(line, leads))),
  ],
  figures: ({ figures }, { leads }) => figuresText(figures, leads),
  matrix: ({ grid }, { leads }) => [matrixText(grid, leads)],
  // Pictures: the tables beside them say the same.
  'stream-map': () => [],
  ways: () => [],
  neighbourhood: () => [],
  timeline: () => [],
  // Choices are for the page: the twin has every row.
  'row-filter': () => [],
  'query-editor': () => [],
}

/** Blocks as paragraphs of Markdown, to be set apart by empty lines. */
export const blocksText = (blocks: readonly Block[], writing: Writing): string[] =>
  (writing.mostRows === undefined ? blocks : joined(blocks))
    .flatMap((block) => blockText(block, writing))
    .filter((text) => text !== '')

/** A table and the rest of its rows, folded below it, are one table again: what is left out of it is then said once. */
const joined = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block, i): Block[] => {
    const [before, next] = [blocks[i - 1], blocks[i + 1]]
    if (before !== undefined && restOf(before, block).length > 0) return []
    const rest = next === undefined ? [] : restOf(block, next)
    return block.is === 'table' && rest.length > 0
      ? [{ ...block, table: { ...block.table, rows: [...block.table.rows, ...rest] } }]
      : [block]
  })

/** The folded rows of a table; none where something else is folded. */
function restOf(block: Block, next: Block): Table['rows'] {
  const [only, ...others] = next.is === 'more' ? next.blocks : []
  const isRest = block.is === 'table' && only?.is === 'table' && others.length === 0
  return isRest && only.table.columns === block.table.columns ? only.table.rows : []
}

// Each writer takes the blocks that it stands for: TypeScript can't follow that through the table.
const blockText = (block: Block, writing: Writing): readonly string[] =>
  (writers[block.is] as Write<Block['is']>)(block, writing)

/** A heading. */
export const heading = (level: number, text: string): string => `${'#'.repeat(level)} ${asParagraph(escapeText(text))}`

const list = (items: readonly string[]): string => items.map((item) => `- ${asParagraph(item)}`).join('\n')

/** Where the page has more. */
const onPage = (what: string): string =>
  asParagraph(`${escapeText(what)}: ${linkText(escapeText(messages.machines.onThePage), './')}`)

/** What stands small and alone says what the page that its row leads to says. */
const isAside = (cell: Cell): boolean => Object.keys(cell).join() === 'sub'

/** Links with a question in them ask scripts of a page: its twin couldn't answer. */
const isForBrowsers = ([part, ...others]: Line): boolean =>
  typeof part === 'object' && others.length === 0 && part.href.includes('?')

function tableBlock({ columns, rows }: Table, writing: Writing): string[] {
  const { leads, mostRows = rows.length } = writing
  const isBrief = writing.mostRows !== undefined
  const titles = columns.map(({ title, numeric }) => ({ title: escapeText(title), numeric }))
  const text = tableText(
    titles,
    rows
      .slice(0, mostRows)
      .map(({ cells }) => cells.map((cell) => (isBrief && isAside(cell) ? '' : cellText(cell, leads)))),
    isBrief,
  )
  const left = rows.length - mostRows
  return left > 0 ? [text, onPage(messages.machines.more(left))] : [text]
}

function figuresText({ figures, notes }: Figures, leads: Leads): string[] {
  const said = figures.map(({ name, text, notes: numbers }) => {
    const refers = numbers.length === 0 ? '' : ` (${messages.machines.notes(numbers.join(', '))})`
    return `**${escapeText(name)}**: ${escapeText(text)}${escapeText(refers)}`
  })
  return [list(said), notes.map(({ number, line }) => `${String(number)}. ${lineText(line, leads)}`).join('\n')]
}

function matrixText({ corner, groups, rows }: MatrixGrid, leads: Leads): string {
  const columns = groups.flatMap(({ title, columns: some }) =>
    some.map((link) => ({
      title: title === undefined ? itemLinkText(link, leads) : `${itemLinkText(link, leads)} (${escapeText(title)})`,
    })),
  )
  return tableText(
    [{ title: escapeText(corner) }, ...columns],
    rows.map(({ practice, cells }) => [
      itemLinkText(practice, leads),
      ...cells.map((cell) => (cell === undefined ? '' : escapeText(cell.text))),
    ]),
  )
}
