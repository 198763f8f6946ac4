import type { ListColumn, ListFile } from './list-file.ts'

/**
 * For each row a number to sort it by in a column: NaN where it has nothing there. Numbers, not texts, because comparing
 * texts as a language does is slow and is done here once.
 * @param column undefined for the name.
 */
export function sortKeys(file: ListFile, column: ListColumn | undefined, locale: string): Float64Array {
  if (column === undefined) return ranks(file.names, locale)
  switch (column.is) {
    // Words stand in the model's order and items by name: the first of several counts.
    case 'words':
    case 'links':
      return Float64Array.from(column.values, (places) => (typeof places === 'number' ? places : places[0]) || NaN)
    case 'number':
    case 'percent':
      return Float64Array.from(column.values, (value) => value ?? NaN)
    case 'money':
      return Float64Array.from(column.values, (value) => value?.[0] ?? NaN)
    case 'day':
      return Float64Array.from(column.values, (value) => Date.parse(value))
    case 'duration':
    case 'period':
      return Float64Array.from(column.values, minutesIn)
    case 'text':
      return ranks(column.values, locale)
  }
}

/** Each text's place among all of them, alike ones the same. */
function ranks(texts: readonly string[], locale: string): Float64Array {
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const places = new Map([...new Set(texts)].sort(compare).map((text, place) => [text, place]))
  return Float64Array.from(texts, (text) => (text === '' ? NaN : (places.get(text) ?? NaN)))
}

/** How long a duration or period is, for sorting alone: a day counts as 24 hours, a month as 30 days. NaN for nothing. */
function minutesIn(iso: string): number {
  const [date = '', time = ''] = iso.split('T')
  const part = (text: string, letter: string): number => Number(new RegExp(`([\\d.]+)${letter}`).exec(text)?.[1] ?? 0)
  const days = part(date, 'Y') * 365 + part(date, 'M') * 30 + part(date, 'W') * 7 + part(date, 'D')
  return iso === '' ? NaN : days * 1440 + part(time, 'H') * 60 + part(time, 'M') + part(time, 'S') / 60
}
