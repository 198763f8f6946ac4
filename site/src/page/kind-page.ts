import { targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { heldBy } from '../catalogue/kind-document.ts'
import type { Attribute, Kind } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { counted, enumLabel, fieldLabel, kindLabel, kindsLabel } from '../words/labels.ts'
import { holderOf, itemLink } from './item-link.ts'
import { PageProse } from './prose.ts'
import { summaryCell } from './relation-table.ts'
import type { Cell, ItemLink, Page, Table } from './section.ts'
import { toneOf, valueCell } from './value-cell.ts'

/** Beyond this many rows, summaries would make the page too heavy; search has them. */
const mostWithSummary = 500
/** Attributes of which a list shows the value, besides words of closed lists. */
const telling = ['number', 'target', 'unit', 'end', 'expires', 'due', 'inForceUntil', 'category', 'contact']
const mostColumns = 3

/** The page of a kind: what it is, and all its items. */
export function kindPage(kind: Kind, catalogue: Catalogue): Page {
  const items = catalogue.byKind.get(kind.name) ?? []
  const many = kindsLabel(kind)
  const prose = new PageProse(catalogue)
  return {
    title: many,
    description: `${counted(items.length, kindLabel(kind).toLowerCase(), many.toLowerCase())} in ${catalogue.about.title}.`,
    about: [...matrixLink(kind, items), { href: linkTo({ modelOf: kind }), name: 'Fields and relations of this kind' }],
    lead: kind.description.replace(/\s+/g, ' '),
    folder: kind.folder,
    sections: [
      {
        id: 'all',
        blocks:
          items.length === 0
            ? [{ is: 'note', text: emptyNote(kind) }]
            : [{ is: 'table', table: itemsTable(kind, items, catalogue, prose) }],
      },
    ],
  }
}

/** Lists of practices and of streams lead to where the two meet. */
const matrixLink = ({ name }: Kind, items: readonly Item[]): ItemLink[] =>
  (name === 'Practice' || name === 'ValueStream') && items.length > 0
    ? [{ href: linkTo({ page: 'practices-and-streams/' }), name: 'Which practices feed which streams' }]
    : []

function emptyNote(kind: Kind): string {
  return kind.inside === undefined
    ? `There are none yet. Files for them lie in the catalogue’s folder “${kind.folder}”.`
    : `There are none yet. They are written inside the files of what holds them.`
}

function itemsTable(kind: Kind, items: readonly Item[], catalogue: Catalogue, prose: PageProse): Table {
  const attributes = kind.attributes.filter((each) => isTelling(each, items)).slice(0, mostColumns)
  const hasOwner = items.filter((item) => targetsOf(item, 'OWNED_BY').length > 0).length > items.length / 10
  const relations = heldBy(kind, catalogue.model).filter(({ list, required }) => !list && required)
  const hasSummary = items.length <= mostWithSummary
  const isInside = kind.inside !== undefined
  return {
    label: kindsLabel(kind),
    ...(items.length > 5
      ? { filter: `Filter ${counted(items.length, kindLabel(kind).toLowerCase(), kindsLabel(kind).toLowerCase())}` }
      : {}),
    columns: [
      { title: 'Name' },
      ...(hasSummary ? [{ title: 'Summary', wide: true, quiet: true }] : []),
      ...(isInside ? [{ title: kindLabel({ name: kind.inside.declaredBy }) }] : []),
      ...relations.map((each) => ({ title: fieldLabel(each.field) })),
      ...attributes.map((each) => ({ title: fieldLabel(each.name), numeric: each.type === 'Float' })),
      ...(hasOwner ? [{ title: 'Owner' }] : []),
    ],
    rows: items.map((item) => ({
      cells: [
        nameCell(item),
        ...(hasSummary ? [summaryCell(item)] : []),
        ...(isInside ? [holderCell(item)] : []),
        ...relations.map(({ type }): Cell => ({ links: targetsOf(item, type).map((each) => itemLink(each.item)) })),
        ...attributes.map((each): Cell => {
          const value = item.values[each.name]
          if (value === undefined) return {}
          if (each.category !== 'ENUM') {
            const sort = typeof value === 'string' || typeof value === 'number' ? { sort: value } : {}
            return { ...valueCell(each, value, prose, catalogue.model), ...sort }
          }
          return { badges: [{ text: enumLabel(String(value)), tone: toneOf(String(value)) }] }
        }),
        ...(hasOwner ? [{ links: targetsOf(item, 'OWNED_BY').map((each) => itemLink(each.item)) }] : []),
      ],
    })),
  }
}

function nameCell(item: Item): Cell {
  const aliases = item.values['aliases'] as readonly string[] | undefined
  return {
    strong: true,
    links: [itemLink(item)],
    ...(aliases === undefined ? {} : { hidden: aliases.join(' ') }),
  }
}

function holderCell(item: Item): Cell {
  const holder = holderOf(item)
  const position = Number(item.values['position'] ?? 0)
  return holder === undefined
    ? {}
    : { links: [itemLink(holder)], sort: `${holder.name} ${String(position).padStart(4, '0')}` }
}

const isTelling = ({ name, category, list }: Attribute, items: readonly Item[]): boolean =>
  !list && (category === 'ENUM' || telling.includes(name)) && items.some(({ values }) => values[name] !== undefined)
