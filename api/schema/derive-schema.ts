import { concatAST, extendSchema, GraphQLSchema, parse } from 'graphql'
import type { GraphQLObjectType } from 'graphql'
import type { Model } from '../../graph/model/model.ts'
import { attachResolvers } from './attach-resolvers.ts'
import type { OwnFields } from './attach-resolvers.ts'
import { Derivation } from './derivation.ts'
import { itemType } from './item-types.ts'
import { queryType } from './query-type.ts'

/**
 * The API's schema for a model: everything that the model says, and questions written by hand.
 * @param own the questions written by hand.
 * @throws when the model uses a name that the API needs for something of its own.
 */
export function deriveSchema(model: Model, own: readonly OwnFields[]): GraphQLSchema {
  const derivation = new Derivation(model)
  const derived = new GraphQLSchema({
    description: 'The catalogue of an organisation’s service management: what there is, and how it hangs together.',
    query: queryType(derivation),
    types: [...model.kinds.keys()].map((kind) => itemType(derivation, kind) as GraphQLObjectType),
  })
  if (own.length === 0) return derived
  const extended = extendSchema(derived, concatAST(own.map(({ definitions }) => parse(definitions))))
  for (const { resolvers } of own) attachResolvers(extended, resolvers)
  return extended
}
