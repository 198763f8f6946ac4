import type { Catalogue, Item, Source } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { editLink, suggestLink } from '../outside-links.ts'
import type { PageProse } from './prose.ts'
import type { Block, Cell, Fact, Section } from './section.ts'

const words = messages.sources

/** Where an item is written: what somebody who finds a mistake needs next, and where an improvement is suggested. */
export function sourceSection(item: Item, { about }: Pick<Catalogue, 'about'>, prose: PageProse): Section[] {
  const { sources } = item
  if (sources.length === 0) return []
  const [only] = sources.length === 1 ? sources : []
  const block: Block =
    only === undefined ? tableOf(sources, about.name) : { is: 'facts', facts: factsOf(only, about.name) }
  const suggest = suggestLink({ id: item.id, name: item.name, href: linkTo(item) })
  const line: Block[] =
    suggest === undefined ? [] : [{ is: 'lines', lines: [[{ href: suggest, name: words.suggest }]] }]
  return [
    {
      id: prose.anchor(words.title),
      title: words.title,
      ...(sources.length > 1 ? { intro: words.several } : {}),
      blocks: [block, ...line],
      closes: true,
    },
  ]
}

/** A file and where in it, the way compilers say it. */
const factsOf = (source: Source, own: string): Fact[] => [
  { label: words.file, cell: fileCell(source, own, `${source.file}:${String(source.line)}`), width: 'half' },
  { label: words.layer, cell: { text: source.layer } },
]

const tableOf = (sources: readonly Source[], own: string): Block => ({
  is: 'table',
  table: {
    label: words.title,
    columns: [{ title: words.file, wide: true }, { title: words.line, numeric: true }, { title: words.layer }],
    rows: sources.map((source) => ({
      cells: [fileCell(source, own), { text: String(source.line) }, { text: source.layer }],
    })),
  },
})

function fileCell(source: Source, own: string, text: string = source.file): Cell {
  const href = editLink(source, own)
  return {
    text,
    ...(source.system == null
      ? {}
      : { sub: words.imported([source.system, source.record].filter((each) => each != null).join(': ')) }),
    ...(href === undefined ? {} : { away: [{ href, name: words.edit }] }),
  }
}
