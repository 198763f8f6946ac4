import { wordsOf } from '../scripts/fold.ts'
import { cellTexts } from './cell-text.ts'
import { placesIn } from './list-file.ts'
import type { ListColumn, ListFile } from './list-file.ts'
import type { ListState } from './list-state.ts'
import { sortKeys } from './sort-keys.ts'

/** A value that rows can be chosen by. */
export interface Option {
  /** How it stands in addresses: a word of the model, an item's path, '' for rows without any. */
  readonly value: string
  readonly said: string
  /** How many rows have it, of those that the rest of the state leaves. */
  readonly count: number
}

/** Filters and sorts the rows of a list. What takes long is worked out once, when it is first needed. */
export class ListRows {
  readonly file: ListFile
  readonly #byKey: ReadonlyMap<string, ListColumn>
  readonly #locale: string
  readonly #sorted = new Map<string, Float64Array>()
  #texts: readonly string[] | undefined

  /** @param locale of the site: names are sorted as its readers expect. */
  constructor(file: ListFile, locale: string) {
    this.file = file
    this.#locale = locale
    this.#byKey = new Map(file.columns.map((column) => [column.key, column]))
  }

  /** The rows that a state leaves, in its order, on all pages. */
  select({ words, filters, sort }: Pick<ListState, 'words' | 'filters' | 'sort'>): number[] {
    const rows = this.#filtered(words, filters)
    if (sort === undefined) return rows
    const keys = this.#keysOf(sort.key)
    const way = sort.descending ? -1 : 1
    // Rows without a value come last both ways; those with the same one stay in the list's order.
    const compare = (a: number, b: number): number => {
      const [first = NaN, second = NaN] = [keys[a], keys[b]]
      if (Number.isNaN(first) || Number.isNaN(second)) return Number(Number.isNaN(first)) - Number(Number.isNaN(second))
      return (first - second) * way
    }
    return rows.sort(compare)
  }

  /** What rows can be chosen by in a column, with how many of the rows that the other filters leave have it. */
  options(key: string, { words, filters }: Pick<ListState, 'words' | 'filters'>, none: string): Option[] {
    const column = this.#byKey.get(key)
    if (column === undefined || !isFacet(column)) return []
    const others = new Map([...filters].filter(([other]) => other !== key))
    const named = column.is === 'words' ? column.words : this.file.items
    const counts = new Map<number, number>()
    for (const row of this.#filtered(words, others)) {
      const places = placesIn(column.values, row)
      for (const place of places.length === 0 ? [0] : places) counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    const asked = filters.get(key)
    const all = new Set(column.values.flatMap((_, row) => orNone(placesIn(column.values, row))))
    return [...all]
      .sort((a, b) => Number(a === 0) - Number(b === 0) || a - b)
      .map((place) => {
        const [value = '', said = none] = named[place - 1] ?? []
        return { value, said, count: counts.get(place) ?? 0 }
      })
      .filter(({ value, count }) => count > 0 || asked?.has(value))
  }

  /**
   * The columns that rows are chosen by: those that stand in the table, owner, tags, and those that are chosen by already,
   * where there is a choice.
   */
  facets({ columns, filters }: Pick<ListState, 'columns' | 'filters'>): FacetColumn[] {
    const offered = new Set([...this.shown({ columns }).map(({ key }) => key), 'owner', 'tags', ...filters.keys()])
    return this.file.columns
      .filter(isFacet)
      .filter(({ key, values }) => offered.has(key) && new Set(values.map((each) => String(each))).size > 1)
  }

  /** The columns that stand in the table, in the list's order. */
  shown({ columns }: Pick<ListState, 'columns'>): ListColumn[] {
    return this.file.columns.filter(({ key, shown }) => (columns === undefined ? shown : columns.includes(key)))
  }

  #filtered(words: string, filters: ListState['filters']): number[] {
    const sought = wordsOf(words)
    const tests = [...filters].flatMap(([key, values]) => this.#test(key, values))
    const texts = sought.length === 0 ? [] : (this.#texts ??= this.#foldedTexts())
    return this.file.names.flatMap((_, row) =>
      tests.every((test) => test(row)) && sought.every((word) => texts[row]?.includes(word)) ? [row] : [],
    )
  }

  #test(key: string, values: ReadonlySet<string>): ((row: number) => boolean)[] {
    const column = this.#byKey.get(key)
    if (column === undefined || !isFacet(column)) return []
    const named = column.is === 'words' ? column.words : this.file.items
    const wanted = new Set(named.flatMap(([value], i) => (values.has(value) ? [i + 1] : [])))
    if (values.has('')) wanted.add(0)
    return [(row) => orNone(placesIn(column.values, row)).some((place) => wanted.has(place))]
  }

  #keysOf(key: string): Float64Array {
    const known = this.#sorted.get(key) ?? sortKeys(this.file, this.#byKey.get(key), this.#locale)
    this.#sorted.set(key, known)
    return known
  }

  /** What each row says in all its columns, shown or not, and its other names. */
  #foldedTexts(): string[] {
    const aliases = new Map(this.file.aliases)
    return this.file.names.map((name, row) => {
      const texts = this.file.columns.flatMap((column) => cellTexts(this.file, column, row))
      return wordsOf([name, ...(aliases.get(row) ?? []), ...texts].join(' ')).join(' ')
    })
  }
}

/** A column that rows can be chosen by: of words or items, not of texts or numbers. */
export type FacetColumn = Extract<ListColumn, { readonly is: 'words' | 'links' }>

const isFacet = (column: ListColumn): column is FacetColumn => column.is === 'words' || column.is === 'links'

const orNone = (places: readonly number[]): readonly number[] => (places.length === 0 ? [0] : places)
