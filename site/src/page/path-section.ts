import { followPath } from '../catalogue/catalogue.ts'
import type { Path } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { fieldLabel, kindLabel, sentenceCase } from '../words/labels.ts'
import { itemLink, itemLinkWithHolder } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Section, Table } from './section.ts'
import { toneOf } from './value-cell.ts'
import { enumLabel } from '../words/labels.ts'

/**
 * A section for every short cut that starts or ends at an item: what it leads to, and past which items.
 * @param shown fields of short cuts that the page tells in a section of its own.
 */
export function pathSections(
  context: PageContext,
  titles: Readonly<Record<string, string>> = {},
  shown: readonly string[] = [],
): Section[] {
  const { item, catalogue } = context
  return catalogue.model.paths.flatMap((path) => {
    const there = path.declaredBy === item.kind.name
    const field = there ? path.field : path.inverse
    if ((!there && path.target !== item.kind.name) || shown.includes(field)) return []
    const table = pathTable(context, path, there ? 'there' : 'back')
    if (table.rows.length === 0) return []
    const title = titles[field] ?? sentenceCase(path.verbs[there ? 0 : 1])
    return [{ id: context.prose.anchor(title), title, count: table.rows.length, blocks: [{ is: 'table', table }] }]
  })
}

function pathTable({ item }: PageContext, path: Path, direction: 'there' | 'back'): Table {
  const ends = followPath(item, path, direction)
  const kind = ends[0]?.item.kind
  const word = kind?.attributes.find(({ category, required }) => category === 'ENUM' && required)
  return {
    label: sentenceCase(path.verbs[direction === 'there' ? 0 : 1]),
    columns: [
      { title: kind === undefined ? '' : kindLabel(kind) },
      ...(word === undefined ? [] : [{ title: fieldLabel(word.name) }]),
      { title: fieldLabel(path.along[0].field), wide: true },
    ],
    rows: ends.map((end) => {
      const said = String(word === undefined ? '' : end.item.values[word.name])
      return {
        cells: [
          {
            strong: true,
            links: [word === undefined ? itemLink(end.item) : { href: linkTo(end.item), name: end.item.name }],
          },
          ...(word === undefined ? [] : [{ badges: [{ text: enumLabel(said), tone: toneOf(said) }] }]),
          { links: end.passed.map((passed) => (direction === 'there' ? itemLink(passed) : stepLink(passed, path))) },
        ],
      }
    }),
  }
}

/** Read back, the holder is the row's own item: naming it with every step would say it twice. */
const stepLink = (passed: PageContext['item'], path: Path): ReturnType<typeof itemLink> =>
  path.along[0].inside ? itemLink(passed) : itemLinkWithHolder(passed)
