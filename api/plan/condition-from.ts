import type { GraphQLInputObjectType } from 'graphql'
import type { Condition } from '../../graph/query/condition.ts'
import { filterMeaningOf } from './meaning.ts'

/** The condition that a filter's value states; undefined when it states none. */
export function conditionFrom(
  type: GraphQLInputObjectType,
  value: Readonly<Record<string, unknown>>,
): Condition | undefined {
  const of = Object.entries(value).flatMap(([name, given]): Condition[] => {
    if (given === null || given === undefined) return []
    const field = type.getFields()[name]
    const meaning = field === undefined ? undefined : filterMeaningOf(field)
    if (meaning !== undefined) return listed(meaning(given))
    if (name === 'not') return [{ is: 'not', condition: nested(type, given) }]
    return [{ is: name === 'or' ? 'some' : 'all', of: (given as unknown[]).map((each) => nested(type, each)) }]
  })
  return of.length === 1 ? of[0] : of.length === 0 ? undefined : { is: 'all', of }
}

const listed = (condition: Condition | undefined): Condition[] => (condition === undefined ? [] : [condition])
const nested = (type: GraphQLInputObjectType, value: unknown): Condition =>
  conditionFrom(type, value as Readonly<Record<string, unknown>>) ?? { is: 'all', of: [] }
