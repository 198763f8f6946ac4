import type { Attribute, Model } from '../catalogue/model.ts'
import type { Value } from '../catalogue/read-items.ts'
import { messages } from '../messages/messages.ts'
import { longPeriod, shortDuration } from '../words/durations.ts'
import { enumLabel, fieldLabel } from '../words/labels.ts'
import { longDay, money, percent, plainNumber } from '../words/values.ts'
import type { PageProse } from './prose.ts'
import type { Cell, Fact, Tone } from './section.ts'

/** How a value is shown, by its type in the model. */
export function valueCell(attribute: Attribute, value: Value, prose: PageProse, model: Model): Cell {
  if (Array.isArray(value)) return listCell(attribute, value as readonly Value[], prose, model)
  if (attribute.category === 'ENUM')
    return { badges: [{ text: enumLabel(String(value)), tone: toneOf(String(value)) }] }
  if (attribute.category === 'VALUE')
    return partsCell(attribute, value as Readonly<Record<string, Value>>, prose, model)
  if (attribute.type === 'Markdown') return { html: prose.short(String(value)) }
  if (attribute.type === 'URL') return { away: [{ href: String(value), name: String(value) }] }
  return { text: plainText(attribute, value), sort: typeof value === 'number' ? value : String(value) }
}

/** A value in plain words. */
export function plainText({ type, category }: Pick<Attribute, 'type' | 'category'>, value: Value): string {
  if (category === 'ENUM') return enumLabel(String(value))
  if (type === 'Date') return longDay(String(value))
  if (type === 'Duration') return shortDuration(String(value))
  if (type === 'Period') return longPeriod(String(value))
  if (type === 'Percent') return percent(Number(value))
  if (typeof value === 'boolean') return value ? messages.words.yes : messages.words.no
  return typeof value === 'number' ? plainNumber(value) : String(value)
}

function listCell(attribute: Attribute, values: readonly Value[], prose: PageProse, model: Model): Cell {
  if (attribute.type === 'Link')
    return { away: values.map((value) => linkAway(value as Readonly<Record<string, Value>>)) }
  if (attribute.category === 'VALUE') {
    const parts = values.map((value) => partFacts(attribute, value as Readonly<Record<string, Value>>, prose, model))
    return { details: parts.flatMap((facts) => combined(facts)) }
  }
  const texts = values.map((value) => plainText(attribute, value))
  return attribute.name === 'tags' ? { badges: texts.map((text) => ({ text, tone: 'plain' })) } : { list: texts }
}

/** A first part that is a word names the rest: an answer stands under its question. */
function combined(facts: readonly Fact[]): readonly Fact[] {
  const [first, second, ...rest] = facts
  const name = first?.cell.badges?.[0]?.text ?? first?.cell.text
  return second === undefined || rest.length > 0 || name === undefined ? facts : [{ label: name, cell: second.cell }]
}

function partsCell(attribute: Attribute, value: Readonly<Record<string, Value>>, prose: PageProse, model: Model): Cell {
  if (attribute.type === 'Money') {
    const [amount, currency] = [Number(value['amount']), String(value['currency'])]
    return { text: money({ amount, currency }), sort: amount }
  }
  if (attribute.type === 'Link') return { away: [linkAway(value)] }
  return { details: partFacts(attribute, value, prose, model) }
}

const linkAway = (link: Readonly<Record<string, Value>>): { href: string; name: string } => ({
  href: String(link['url']),
  name: String(link['title']),
})

function partFacts(
  attribute: Attribute,
  value: Readonly<Record<string, Value>>,
  prose: PageProse,
  model: Model,
): Fact[] {
  return (model.values.get(attribute.type)?.attributes ?? []).flatMap((part): Fact[] => {
    const said = value[part.name]
    return said == null ? [] : [{ label: fieldLabel(part.name), cell: valueCell(part, said, prose, model) }]
  })
}

/** Colours that words of closed lists have: how urgent, how good, how much it matters. */
export const toneOf = (word: string): Tone => tones[word] ?? 'plain'

const tones: Readonly<Record<string, Tone>> = {
  AS_IS: 'as-is',
  TO_BE: 'to-be',
  ESSENTIAL: 'strong',
  IMPORTANT: 'medium',
  SUPPORTING: 'weak',
  LIVE: 'good',
  APPROVED: 'good',
  DONE: 'good',
  IN_USE: 'good',
  PLANNED: 'weak',
  PILOT: 'warn',
  PROPOSED: 'weak',
  IDEA: 'weak',
  EXCEPTION: 'warn',
  SUNSETTING: 'warn',
  RETIRED: 'bad',
  DENIED: 'bad',
  WITHDRAWN: 'bad',
  REJECTED: 'bad',
  HIGH: 'strong',
  MEDIUM: 'medium',
  LOW: 'weak',
}
