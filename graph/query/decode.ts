import type { JsonValue } from '../store/store.ts'
import type { ReadItem, StoredAs } from './read.ts'

/** A row of an answer. */
export type Row = readonly JsonValue[]

/** Makes something of a row. Decoders are put together once a statement and run once a row: they must do nothing twice. */
export type Decode<Result> = (row: Row, kind?: string) => Result

/** What an item gets under a key. */
export type Fill = readonly [key: string, decode: Decode<unknown>]

/**
 * Makes items.
 * @param kind the kind of every item, or the position of the column that says each one's.
 */
export function itemDecoder(kind: string | number, fills: readonly Fill[]): Decode<ReadItem> {
  const keys = fills.map(([key]) => key)
  const decoders = fills.map(([, decode]) => decode)
  return (row) => {
    const __typename = typeof kind === 'string' ? kind : (row[kind] as string)
    const item: { __typename: string; [key: string]: unknown } = { __typename }
    for (let i = 0; i < keys.length; i++) item[keys[i] as string] = (decoders[i] as Decode<unknown>)(row, __typename)
    return item
  }
}

/** Reads a property at a position as it is stored. */
export function parser(storedAs: StoredAs, position: number): Decode<unknown> {
  if (storedAs === 'plain') return (row) => row[position]
  if (storedAs === 'json') return (row) => parsed(row[position])
  return (row, kind) => (storedAs.has(kind ?? '') ? parsed(row[position]) : row[position])
}

const parsed = (value: JsonValue | undefined): unknown => (typeof value === 'string' ? JSON.parse(value) : value)
