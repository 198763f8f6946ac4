import { targetsOf } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'
import { enumLabel, fieldLabel } from '../words/labels.ts'
import { longDay } from '../words/values.ts'
import { itemLinkWithKind } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Attribute } from '../catalogue/model.ts'
import type { Badge, Cell, Fact } from './section.ts'
import { toneOf, valueCell } from './value-cell.ts'

/** Attributes that stand elsewhere on every item's page. */
const elsewhere = new Set(['id', 'formerIds', 'name', 'aliases', 'summary', 'body', 'sources', 'position'])
/** Attributes that every item may have, and that nobody looks for first. */
const last = ['tags', 'links', 'reviewBy']

/** Words that an item always has of a closed list: they stand under its name. */
export function badgesOf({ item }: PageContext, shown: ReadonlySet<string>): Badge[] {
  return item.kind.attributes.filter(isBadge).flatMap(({ name }) => {
    const word = item.values[name]
    return typeof word !== 'string' || shown.has(name) ? [] : [{ text: enumLabel(word), tone: toneOf(word) }]
  })
}

/** "Optional: no" is what every reader assumes. */
const isUsual = ({ name, type, default: usual }: Attribute, { item }: PageContext): boolean =>
  type === 'Boolean' && usual === JSON.stringify(item.values[name])

const isBadge = ({ category, required, list }: Attribute): boolean => category === 'ENUM' && required && !list

/** What is said of an item: its owner, then its attributes in the model's order. */
export function factsOf(context: PageContext, shown: ReadonlySet<string>, own: readonly Fact[] = []): Fact[] {
  const { item, prose, catalogue } = context
  const said = item.kind.attributes.filter(
    (attribute) =>
      item.values[attribute.name] !== undefined &&
      !elsewhere.has(attribute.name) &&
      !shown.has(attribute.name) &&
      !isBadge(attribute) &&
      !isUsual(attribute, context),
  )
  const fact = (attribute: Attribute): Fact => {
    const cell = valueCell(attribute, item.values[attribute.name] ?? null, prose, catalogue.model)
    const full = attribute.type === 'Markdown' || cell.details !== undefined
    const width = full ? 'full' : cell.list === undefined ? undefined : 'half'
    return { label: fieldLabel(attribute.name), cell: withToday(attribute, cell, context), ...(width && { width }) }
  }
  const [first, rest] = [
    said.filter(({ name }) => !last.includes(name)),
    said.filter(({ name }) => last.includes(name)),
  ]
  return [...owner(context), ...first.map(fact), ...own, ...rest.map(fact)].sort(
    (a, b) => Number(a.width !== undefined) - Number(b.width !== undefined),
  )
}

function owner({ item }: PageContext): Fact[] {
  const [owned] = targetsOf(item, 'OWNED_BY')
  return owned === undefined ? [] : [{ label: messages.words.owner, cell: { links: [itemLinkWithKind(owned.item)] } }]
}

/** Days on which something ends or is due say so once they are past. */
function withToday({ name, type }: Attribute, cell: Cell, { item, today }: PageContext): Cell {
  const day = item.values[name]
  if (type !== 'Date' || typeof day !== 'string') return cell
  const text = longDay(day)
  const past = pastWords[name]
  const isDone = ['DONE', 'REJECTED'].includes(String(item.values['status']))
  return past !== undefined && day < today && !isDone ? { text, badges: [{ text: past, tone: 'warn' }] } : { text }
}

const pastWords: Readonly<Record<string, string>> = {
  reviewBy: messages.facts.overdue,
  due: messages.facts.overdue,
  expires: messages.facts.expired,
  end: messages.facts.ended,
  inForceUntil: messages.facts.notInForce,
}
