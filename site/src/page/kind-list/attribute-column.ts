import type { Item } from '../../catalogue/catalogue.ts'
import type { Attribute, Model } from '../../catalogue/model.ts'
import type { Value } from '../../catalogue/read-items.ts'
import type { ColumnValues, ListedWord } from '../../kind-list/list-file.ts'
import { messages } from '../../messages/messages.ts'
import { enumLabel } from '../../words/labels.ts'
import { toneOf } from '../value-cell.ts'

/** Texts of which there are so few that rows can be chosen by them. */
const mostWords = 100

/** What a column of an attribute holds; undefined where no item says anything, or what it says isn't for a table. */
export function attributeColumn(attribute: Attribute, items: readonly Item[], model: Model): ColumnValues | undefined {
  const values = items.map((item) => item.values[attribute.name] ?? null)
  if (values.every((value) => value === null)) return undefined
  const { name, type, category, list } = attribute
  if (type === 'Money' && !list) return { is: 'money', values: values.map(amount) }
  if (category === 'VALUE' || type === 'Markdown') return undefined
  if (category === 'ENUM') {
    const order = model.enums.get(type)?.values.map((word) => word.name) ?? []
    return wordColumn(values, order, (word) => [word, enumLabel(word), toneOf(word)])
  }
  if (type === 'Boolean') {
    return wordColumn(values, ['true', 'false'], (word) => [
      word,
      word === 'true' ? messages.words.yes : messages.words.no,
    ])
  }
  if (list)
    return wordColumn(values, sorted(values), (word) => (name === 'tags' ? [word, word, 'plain'] : [word, word]))
  const scalar = scalars[type]
  if (scalar === 'number' || scalar === 'percent') return { is: scalar, values: values.map(numberOf) }
  const texts = values.map((value) => (value === null ? '' : String(value)))
  if (scalar !== undefined) return { is: scalar, values: texts }
  const words = sorted(values)
  const isShared = name !== 'summary' && words.length <= mostWords && words.length <= items.length / 2
  return isShared ? wordColumn(values, words, (word) => [word, word]) : { is: 'text', values: texts }
}

const scalars: Readonly<Record<string, 'number' | 'percent' | 'day' | 'duration' | 'period'>> = {
  Int: 'number',
  Float: 'number',
  Percent: 'percent',
  Date: 'day',
  Duration: 'duration',
  Period: 'period',
}

/** @param order of the words: in the model's order, rows sort as people rank them. */
function wordColumn(
  values: readonly (Value | null)[],
  order: readonly string[],
  say: (word: string) => ListedWord,
): ColumnValues {
  const used = new Set(values.flatMap(wordsIn))
  const words = order.filter((word) => used.has(word))
  const places = new Map(words.map((word, i) => [word, i + 1]))
  return {
    is: 'words',
    words: words.map(say),
    values: values.map((value) => {
      const own = wordsIn(value).flatMap((word) => places.get(word) ?? [])
      return own.length < 2 ? (own[0] ?? 0) : own
    }),
  }
}

const wordsIn = (value: Value | null): string[] =>
  value === null ? [] : Array.isArray(value) ? value.map(String) : [String(value)]

const sorted = (values: readonly (Value | null)[]): string[] =>
  [...new Set(values.flatMap(wordsIn))].sort(new Intl.Collator(messages.intlLocale, { numeric: true }).compare)

const numberOf = (value: Value | null): number | null => (typeof value === 'number' ? value : null)

function amount(value: Value | null): readonly [number, string] | null {
  if (value === null || typeof value !== 'object' || !('amount' in value)) return null
  return [Number(value['amount']), String(value['currency'])]
}
