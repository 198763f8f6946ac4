import type { JsonValue } from '../store/store.ts'

/** Where an item stands in an order: what the order compares, value by value, the tie-breakers included. */
export interface Place {
  readonly values: readonly (string | number | boolean | null)[]
}

/** A place as clients carry it about: opaque text. */
export function cursorAt(orderName: string, values: readonly JsonValue[]): string {
  return Buffer.from(JSON.stringify([orderName, ...values])).toString('base64url')
}

/**
 * The place that a cursor stands for.
 * @returns undefined when it isn't a cursor of a list in this order.
 */
export function placeFrom(cursor: string, orderName: string, length: number): Place | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
  if (!Array.isArray(parsed) || parsed[0] !== orderName || parsed.length !== length + 1) return undefined
  const values = parsed.slice(1) as unknown[]
  return values.every(isComparable) ? { values } : undefined
}

const isComparable = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
