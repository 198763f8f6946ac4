import type { Catalogue, Item, Source } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { editLink, suggestLink } from '../outside-links.ts'
import type { PageProse } from './prose.ts'
import type { Block, Cell, Section } from './section.ts'

const words = messages.sources

/** Where an item is written: what somebody who finds a mistake needs next, and where an improvement is suggested. */
export function sourceSection(item: Item, { about }: Pick<Catalogue, 'about'>, prose: PageProse): Section[] {
  const { sources } = item
  if (sources.length === 0) return []
  const table: Block = {
    is: 'table',
    table: {
      label: words.title,
      columns: [{ title: words.file, wide: true }, { title: words.line, numeric: true }, { title: words.layer }],
      rows: sources.map((source) => ({
        cells: [fileCell(source, about.name), { text: String(source.line) }, { text: source.layer }],
      })),
    },
  }
  const suggest = suggestLink({ id: item.id, name: item.name, href: linkTo(item) })
  const line: Block[] =
    suggest === undefined ? [] : [{ is: 'lines', lines: [[{ href: suggest, name: words.suggest }]] }]
  return [
    {
      id: prose.anchor(words.title),
      title: words.title,
      ...(sources.length > 1 ? { intro: words.several } : {}),
      blocks: [table, ...line],
      closes: true,
    },
  ]
}

function fileCell(source: Source, own: string): Cell {
  const href = editLink(source, own)
  return {
    text: source.file,
    ...(source.system == null ? {} : { sub: words.imported(source.system) }),
    ...(href === undefined ? {} : { away: [{ href, name: words.edit }] }),
  }
}
