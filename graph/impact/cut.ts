/** What an answer may be limited by: the options `maxDegree` and `maxDistance`. */
export type Limit = 'MAX_DEGREE' | 'MAX_DISTANCE'

/** A limit that left something out of an answer. An answer without cuts is complete. */
export interface Cut {
  readonly limit: Limit
  /** What the limit was set to. */
  readonly value: number
  /** How many items it left out. */
  readonly items: number
}

/** What a limit leaves of some items, and the cut where that isn't all of them. */
export function cutAt(
  limit: Limit,
  value: number | undefined,
  items: Int32Array,
  measure: (item: number) => number,
): { readonly kept: Int32Array; readonly cuts: readonly Cut[] } {
  if (value === undefined) return { kept: items, cuts: [] }
  const kept = items.filter((item) => measure(item) <= value)
  const left = items.length - kept.length
  return { kept, cuts: left === 0 ? [] : [{ limit, value, items: left }] }
}
