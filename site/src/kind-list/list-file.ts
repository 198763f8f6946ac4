import type { Tone } from '../page/table.ts'

/**
 * The items of a kind in columns, as the page of a small kind holds them and the page of a large one fetches them. A row is an
 * item's place in every column, from 0.
 */
export interface ListFile {
  /** The kind's folder. */
  readonly folder: string
  readonly names: readonly string[]
  /** What follows the folder in an item's address. */
  readonly paths: readonly string[]
  /** What stands behind names, of those that have something: "as-is". */
  readonly notes: readonly (readonly [row: number, note: string])[]
  /** Other names, of those that have some. */
  readonly aliases: readonly (readonly [row: number, names: readonly string[]])[]
  /** Items that columns of links lead to, each once, sorted by name. */
  readonly items: readonly ListedItem[]
  /** Addresses that these items had before, with those that they have now: queries may hold them. Left out: none. */
  readonly moved?: readonly (readonly [path: string, now: string])[]
  /** All but the name, which every list has. */
  readonly columns: readonly ListColumn[]
}

/** An item that a link leads to: its address below the base without slashes around it, its name, what stands behind that. */
export type ListedItem = readonly [path: string, name: string, note?: string]

/** A column of a list. */
export type ListColumn = {
  /** The field's name in the model: it stands in addresses. */
  readonly key: string
  readonly title: string
  /** Whether the table has it unless somebody chooses otherwise. */
  readonly shown: boolean
} & ColumnValues

/** What a column holds. Words and items are places in a list of them, from 1; 0, an empty list, null or '' is nothing. */
export type ColumnValues =
  | { readonly is: 'words'; readonly words: readonly ListedWord[]; readonly values: readonly Places[] }
  | { readonly is: 'links'; readonly values: readonly Places[] }
  | { readonly is: 'text'; readonly values: readonly string[] }
  | { readonly is: 'number'; readonly values: readonly (number | null)[] }
  | { readonly is: 'percent'; readonly values: readonly (number | null)[] }
  | { readonly is: 'day' | 'duration' | 'period'; readonly values: readonly string[] }
  | { readonly is: 'money'; readonly values: readonly (readonly [amount: number, currency: string] | null)[] }

/** One place, or several. */
export type Places = number | readonly number[]

/** A word of a closed list, or a text that many rows share: how it is written in the model, how it is said, its colour. */
export type ListedWord = readonly [word: string, said: string, tone?: Tone]

/** What a row has in a column of words or links: places from 1. */
export const placesIn = (values: readonly Places[], row: number): readonly number[] => {
  const places = values[row] ?? 0
  return typeof places === 'number' ? (places === 0 ? [] : [places]) : places
}
