import { extendSchema, GraphQLSchema, parse } from 'graphql'
import type { GraphQLObjectType } from 'graphql'
import type { Model } from '../../graph/model/model.ts'
import { ownFields } from '../fields/own-fields.ts'
import { attachResolvers } from './attach-resolvers.ts'
import { Derivation } from './derivation.ts'
import { itemType } from './item-types.ts'
import { queryType } from './query-type.ts'

/**
 * The API's schema for a model: everything that the model says, and the product's own questions (`api/fields`).
 * @throws when the model uses a name that the API needs for something of its own.
 */
export function deriveSchema(model: Model): GraphQLSchema {
  const derivation = new Derivation(model)
  const derived = new GraphQLSchema({
    description: 'The catalogue of an organisation’s service management: what there is, and how it hangs together.',
    query: queryType(derivation),
    types: [...model.kinds.keys()].map((kind) => itemType(derivation, kind) as GraphQLObjectType),
  })
  return ownFields(model).reduce((schema, { definitions, resolvers }) => {
    const extended = extendSchema(schema, parse(definitions))
    attachResolvers(extended, resolvers)
    return extended
  }, derived)
}
