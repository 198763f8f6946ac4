import { GraphQLInt, GraphQLString } from 'graphql'
import type { GraphQLFieldConfigArgumentMap } from 'graphql'
import type { Derivation } from './derivation.ts'
import { filterType } from './filters.ts'
import { orderType } from './orders.ts'
import { pageSize } from '../plan/page-size.ts'

/** Arguments that turn a list's pages. */
export const turning: GraphQLFieldConfigArgumentMap = {
  first: {
    type: GraphQLInt,
    description: `How many from the start: ${pageSize.usual} unless said, at most ${pageSize.most}.`,
  },
  after: { type: GraphQLString, description: 'Only what follows this cursor.' },
  last: { type: GraphQLInt, description: `How many from the end, at most ${pageSize.most}. Not with \`first\`.` },
  before: { type: GraphQLString, description: 'Only what precedes this cursor.' },
}

/** Arguments of a list of items of a type. */
export function pageArguments(derivation: Derivation, type: string, usualOrder: string): GraphQLFieldConfigArgumentMap {
  return {
    ...turning,
    filter: { type: filterType(derivation, type), description: 'Which of them: all unless said.' },
    orderBy: { type: orderType(derivation, type), description: `How they are sorted: by ${usualOrder} unless said.` },
  }
}
