import type { GraphQLInputObjectType } from 'graphql'
import type { FormerIds } from '../../graph/catalogue/former-ids.ts'
import type { Condition } from '../../graph/query/condition.ts'
import { filterMeaningOf } from './meaning.ts'

/**
 * The condition that a filter's value states; undefined when it states none.
 * @param former ids that items had before, which mean these items.
 */
export function conditionFrom(
  type: GraphQLInputObjectType,
  value: Readonly<Record<string, unknown>>,
  former: FormerIds,
): Condition | undefined {
  const nested = (each: unknown): Condition =>
    conditionFrom(type, each as Readonly<Record<string, unknown>>, former) ?? { is: 'all', of: [] }
  const of = Object.entries(value).flatMap(([name, given]): Condition[] => {
    if (given === null || given === undefined) return []
    const field = type.getFields()[name]
    const meaning = field === undefined ? undefined : filterMeaningOf(field)
    if (meaning !== undefined) return listed(meaning(given, former))
    if (name === 'not') return [{ is: 'not', condition: nested(given) }]
    return [{ is: name === 'or' ? 'some' : 'all', of: (given as unknown[]).map(nested) }]
  })
  return of.length === 1 ? of[0] : of.length === 0 ? undefined : { is: 'all', of }
}

const listed = (condition: Condition | undefined): Condition[] => (condition === undefined ? [] : [condition])
