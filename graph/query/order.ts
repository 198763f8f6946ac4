import { itemProperties } from '../representation.ts'
import type { Subjects } from './compile-condition.ts'
import type { Place } from './cursor.ts'
import { propertyOf } from './names.ts'
import type { Names } from './names.ts'

/** One thing that items can be sorted by. */
export interface OrderField {
  /** Its name in the API, which cursors carry: NAME. */
  readonly name: string
  readonly property: string
  /** Some items may lack it: they come last, whichever the direction. */
  readonly optional: boolean
  /** For values of a closed list, words or booleans: sorted in this order. */
  readonly ranks?: readonly (string | boolean)[]
  /** Text that is sorted without regard to case. */
  readonly foldCase?: boolean
}

/** An order of items. Ids break ties, so that every item has exactly one place. */
export interface Order {
  readonly by: OrderField
  readonly descending: boolean
}

/** One thing that an order compares, after all before it are equal. */
export interface OrderKey {
  /** As Cypher. */
  readonly expression: string
  readonly optional: boolean
  readonly descending: boolean
}

/** What an order compares, one after the other. Along any relation, an item may stand there several times. */
export function orderKeys({ by, descending }: Order, { node, relation, direction }: Subjects): OrderKey[] {
  const always = (expression: string): OrderKey => ({ expression, optional: false, descending: false })
  const ties = direction === undefined ? [] : [always(`type(${relation ?? ''})`), always(direction)]
  const id = always(`${node}.id`)
  if (by.property === 'id') return [{ ...id, descending }, ...ties]
  return [{ expression: expressionOf(by, node), optional: by.optional, descending }, id, ...ties]
}

/** How many values a place in an order has. */
export const placeLength = ({ by }: Order, alongAny: boolean): number =>
  (by.property === 'id' ? 1 : 2) + (alongAny ? 2 : 0)

function expressionOf({ property, ranks, foldCase }: OrderField, node: string): string {
  const value = propertyOf(node, property)
  if (ranks === undefined) return foldCase === true ? `toLower(${value})` : value
  return `CASE ${value} ${ranks.map((each, rank) => `WHEN ${typeof each === 'string' ? `'${each}'` : each} THEN ${rank}`).join(' ')} END`
}

/** The keys as Cypher's ORDER BY takes them; reversed to read a list from its end. */
export function orderBy(keys: readonly OrderKey[], reversed: boolean): string {
  return keys
    .flatMap(({ expression, optional, descending }) => [
      ...(optional ? [`${expression} IS NULL${reversed ? ' DESC' : ''}`] : []),
      `${expression}${descending !== reversed ? ' DESC' : ''}`,
    ])
    .join(', ')
}

/**
 * A condition as Cypher that every item meets, and that lets an index hand the items over in order; none where some items
 * may lack what they are sorted by.
 */
export function isSorted({ by }: Order, node: string): string[] {
  return by.property === 'id' || by.property === itemProperties.sort
    ? [`${propertyOf(node, by.property)} IS NOT NULL`]
    : []
}

/** A condition as Cypher: the item stands behind a place, or before it. */
export function beyond(keys: readonly OrderKey[], place: Place, side: 'after' | 'before', names: Names): string {
  const [key, ...others] = keys
  const [value, ...values] = place.values
  if (key === undefined || value === undefined) return 'false'
  const next = others.length === 0 ? undefined : beyond(others, { values }, side, names)
  if (value === null) {
    const tie = next === undefined ? [] : [`(${key.expression} IS NULL AND ${next})`]
    return anyOf(side === 'before' ? [`${key.expression} IS NOT NULL`, ...tie] : tie)
  }
  const parameter = names.parameter(value)
  const sign = (side === 'after') === key.descending ? '<' : '>'
  if (!key.optional && next !== undefined) {
    // Said this way, an index finds where to begin.
    return `(${key.expression} ${sign}= ${parameter} AND (${key.expression} ${sign} ${parameter} OR ${next}))`
  }
  return anyOf([
    `${key.expression} ${sign} ${parameter}`,
    ...(next === undefined ? [] : [`(${key.expression} = ${parameter} AND ${next})`]),
    ...(key.optional && side === 'after' ? [`${key.expression} IS NULL`] : []),
  ])
}

const anyOf = (parts: readonly string[]): string => (parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`)
