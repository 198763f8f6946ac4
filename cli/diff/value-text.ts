import type { FieldDifference, RelationDifference } from '../../graph/diff/item-differences.ts'
import { textParts } from '../../graph/diff/text-parts.ts'
import type { JsonValue } from '../../graph/store/store.ts'

/** How what went and what came is marked within a line. */
export interface Marks {
  readonly went: (text: string) => string
  readonly came: (text: string) => string
  /** Everything else: escaped where that must be. */
  readonly plain: (text: string) => string
}

/** Words that are told before and after a change. */
const around = 4

/** From here on a text is told by what changes in it. */
const longText = 40

/** The most that is told of one value. */
const longest = 160

/** A field's change in one line: long text by the words that change, a list by its entries. */
export function fieldText({ field, before, after, added, removed }: FieldDifference, marks: Marks): string {
  const { went, came, plain } = marks
  if (added !== undefined && removed !== undefined) {
    if (added.length + removed.length === 0) return `${plain(field)}: ${plain('in another order')}`
    const parts = [...removed.map((each) => went(valueText(each))), ...added.map((each) => came(valueText(each)))]
    return `${plain(field)}: ${parts.join(' ')}`
  }
  if (typeof before === 'string' && typeof after === 'string' && Math.max(before.length, after.length) > longText) {
    return `${plain(field)}: ${wordsText(before, after, marks)}`
  }
  const sides = [
    ...(before === undefined ? [] : [went(valueText(before))]),
    ...(after === undefined ? [] : [came(valueText(after))]),
  ]
  return `${plain(field)}: ${sides.join(' ')}`
}

/** A relation's change in one line: where it leads, and what it carries. */
export function relationText({ action, field, to, values }: RelationDifference, marks: Marks): string {
  const name = `${to.name} (${to.id})`
  if (action === 'CHANGED') {
    return `${marks.plain(`${field} ${name}`)}: ${values.map((value) => fieldText(value, marks)).join(', ')}`
  }
  const mark = action === 'ADDED' ? marks.came : marks.went
  const said = values.map(({ field: part, before, after }) => `${part} ${valueText(before ?? after ?? '')}`)
  return `${marks.plain(field)}: ${mark(said.length === 0 ? name : `${name}, ${said.join(', ')}`)}`
}

/** The changed words of a text, each with some words around it. */
function wordsText(before: string, after: string, { went, came, plain }: Marks): string {
  const [was, is] = [inOneLine(before), inOneLine(after)]
  if (was === is) return plain('only white space differs')
  const parts = textParts(was, is)
  return parts
    .map(({ text, in: where }, i) => {
      const line = text.trim()
      if (where === 'BEFORE') return went(cut(line))
      return where === 'AFTER' ? came(cut(line)) : plain(shortened(line, i === 0, i === parts.length - 1))
    })
    .join(' ')
}

/** Control characters and signs that change the direction of writing are no text: a terminal would obey them. */
const inOneLine = (text: string): string =>
  text.replace(/[\s\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()

/** The words of an unchanged run that stand next to changes. */
function shortened(text: string, first: boolean, last: boolean): string {
  const words = text.split(' ')
  const [start, end] = [first ? [] : words.slice(0, around), last ? [] : words.slice(-around)]
  return words.length <= start.length + end.length ? text : [...start, '…', ...end].join(' ')
}

/** A value in one line. */
function valueText(value: JsonValue): string {
  const text = typeof value === 'string' ? value : isRecord(value) ? recordText(value) : JSON.stringify(value)
  return cut(inOneLine(text) || '""')
}

const isRecord = (value: JsonValue): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const recordText = (value: Readonly<Record<string, JsonValue>>): string =>
  Object.entries(value)
    .map(([part, each]) => `${part} ${typeof each === 'string' ? each : JSON.stringify(each)}`)
    .join(', ')

function cut(text: string): string {
  const letters = Array.from(text)
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text
}
