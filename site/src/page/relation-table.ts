import type { Connection, Item } from '../catalogue/catalogue.ts'
import type { Attribute, Relation } from '../catalogue/model.ts'
import type { Value } from '../catalogue/read-items.ts'
import { messages } from '../messages/messages.ts'
import { fieldLabel, kindLabel, sentenceCase } from '../words/labels.ts'
import { itemLinkWithHolder, itemLinkWithKind } from './item-link.ts'
import { endOf } from './page-context.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Cell, Column, Fact, Row, Table } from './section.ts'
import { plainText, valueCell } from './value-cell.ts'

/** Every relation of an item that isn't shown yet, both ways, each under its verb. */
export function relationGroups(context: PageContext, shown: ReadonlySet<string>): Block[] {
  const { item } = context
  return [...groups(item.holds, 'holds', context, shown), ...groups(item.isHeldBy, 'isHeldBy', context, shown)]
}

function groups(
  connections: readonly Connection[],
  end: 'holds' | 'isHeldBy',
  context: PageContext,
  shown: ReadonlySet<string>,
): Block[] {
  return [...Map.groupBy(connections, ({ relation }) => relation)]
    .filter(([{ type }]) => !shown.has(endOf(type, end)))
    .map(([relation, inAnyOrder]): Block => {
      const title = sentenceCase(relation.verbs[end === 'holds' ? 0 : 1])
      const some = inAnyOrder.sort(byStrength)
      const id = context.prose.anchor(title)
      const alike = saidAlike(relation, some)
      const said = alike.map((each) => ({
        label: fieldLabel(each.name),
        cell: shortCell(each, some[0]?.values ?? {}, context),
      }))
      const table = relationTable(title, relation, some, context, alike)
      return { is: 'group', id, title, count: some.length, ...(said.length === 0 ? {} : { alike: said }), table }
    })
}

const strengths = ['ESSENTIAL', 'IMPORTANT', 'SUPPORTING']

/** What matters most first, in the order that it had otherwise. */
export const byStrength = (a: Connection, b: Connection): number => strengthOf(a) - strengthOf(b)

const strengthOf = ({ values }: Connection): number => strengths.indexOf(String(values['criticality']))

/** The short words that several relations all carry alike: a column of them would say the same row by row. */
const saidAlike = ({ edge }: Relation, connections: readonly Connection[]): readonly Attribute[] => {
  const [first, ...others] = connections
  if (first === undefined || others.length === 0) return []
  return edge.filter(
    (each) =>
      isShort(each) &&
      says(each, first.values) &&
      others.every(({ values }) => values[each.name] === first.values[each.name]),
  )
}

/**
 * What one relation leads to: the items, what is said of each, and what else the relation carries.
 * @param elsewhere what is told elsewhere and has no place in the table.
 */
export function relationTable(
  label: string,
  relation: Relation,
  connections: readonly Connection[],
  context: PageContext,
  elsewhere: readonly Attribute[] = [],
): Table {
  const edge = relation.edge.filter((each) => !elsewhere.includes(each))
  const short = edge.filter((each) => isShort(each) && connections.some(({ values }) => says(each, values)))
  const long = edge.filter((each) => !short.includes(each))
  const anyDetails = connections.some(({ values }) => long.some((each) => says(each, values)))
  const anySummary = connections.some(({ item }) => item.summary !== undefined)
  const mixed = new Set(connections.map(({ item }) => item.kind)).size > 1
  const columns: Column[] = [
    { title: titleOf(mixed ? undefined : connections[0]?.item) },
    ...short.map((each) => ({ title: fieldLabel(each.name), numeric: each.category !== 'ENUM' })),
    ...(anyDetails || anySummary
      ? [{ title: anyDetails ? messages.relations.details : messages.relations.summary, wide: true, quiet: true }]
      : []),
  ]
  const rows = connections.map(({ item, values }): Row => {
    const details = anyDetails ? detailsCell(long, values, context) : {}
    return {
      cells: [
        { strong: true, links: [mixed ? itemLinkWithKind(item) : itemLinkWithHolder(item, context.item)] },
        ...short.map((each) => shortCell(each, values, context)),
        ...(anyDetails || anySummary ? [Object.keys(details).length > 0 ? details : summaryCell(item)] : []),
      ],
    }
  })
  return { label, steady: true, columns, rows }
}

const titleOf = (item: Item | undefined): string => (item === undefined ? messages.words.item : kindLabel(item.kind))

/** The summary, smaller: it is said of the item, not of the relation. */
export const summaryCell = (item: Item): Cell => (item.summary === undefined ? {} : { sub: item.summary })

const shortTypes = new Set(['Int', 'Float', 'Percent', 'Boolean'])
const isShort = ({ name, category, type, list }: Attribute): boolean =>
  !list && name !== 'atLeast' && (category === 'ENUM' || shortTypes.has(type))

const says = ({ name }: Attribute, values: Connection['values']): boolean =>
  values[name] != null && values[name] !== false

function shortCell(attribute: Attribute, values: Connection['values'], { prose, catalogue }: PageContext): Cell {
  const value = values[attribute.name]
  return value == null || value === false ? {} : valueCell(attribute, value, prose, catalogue.model)
}

/** What a relation carries in words: a lone remark as it is, several things each with its label. */
export function detailsCell(
  attributes: readonly Attribute[],
  values: Connection['values'],
  context: PageContext,
): Cell {
  const said = attributes.filter((each) => says(each, values) && each.name !== 'atLeast')
  const [only, ...others] = said
  if (only === undefined) return {}
  if (others.length === 0 && (only.name === 'note' || only.list)) {
    return valueCell(only, values[only.name] ?? null, context.prose, context.catalogue.model)
  }
  return { details: said.map((each) => detail(each, values, context)) }
}

function detail(attribute: Attribute, values: Connection['values'], { prose, catalogue }: PageContext): Fact {
  const value: Value = values[attribute.name] ?? null
  if (attribute.name === 'redundancyGroup') {
    const atLeast = values['atLeast']
    const text = typeof atLeast === 'number' ? messages.relations.coverLeast(String(value), atLeast) : String(value)
    return { label: messages.relations.coverGroup, cell: { text } }
  }
  if (attribute.name === 'note') return { label: messages.relations.note, cell: { html: prose.short(String(value)) } }
  const text = attribute.list ? undefined : plainText(attribute, value)
  const cell =
    attribute.type === 'Markdown' || text === undefined ? valueCell(attribute, value, prose, catalogue.model) : { text }
  return { label: fieldLabel(attribute.name), cell }
}
