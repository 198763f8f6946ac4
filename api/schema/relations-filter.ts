import { GraphQLID, GraphQLInputObjectType, GraphQLList, GraphQLNonNull } from 'graphql'
import { itemProperties } from '../../graph/representation.ts'
import type { HopDirection } from '../../graph/query/hop.ts'
import type { Derivation } from './derivation.ts'
import { kindEnum, relationDirectionEnum, relationTypeEnum } from './enums.ts'
import { anyOf } from './filter-meanings.ts'
import { means } from '../plan/meaning.ts'

/** The filter of `Item.relations`. */
export function relationsFilter(derivation: Derivation): GraphQLInputObjectType {
  return derivation.once(
    'RelationsFilter',
    "the API's own filter",
    () =>
      new GraphQLInputObjectType({
        name: 'RelationsFilter',
        description: 'Which relations of an item are wanted. All that is given must hold.',
        fields: {
          type: {
            type: new GraphQLList(new GraphQLNonNull(relationTypeEnum(derivation))),
            description: 'It is of one of these types.',
            extensions: means((types: readonly string[]) => ({ is: 'relationType', types })),
          },
          direction: {
            type: relationDirectionEnum(derivation),
            description: 'The item stands at this end of it.',
            extensions: means((direction: HopDirection) => ({ is: 'relationDirection', direction })),
          },
          kind: {
            type: new GraphQLList(new GraphQLNonNull(kindEnum(derivation))),
            description: 'The item at its other end is of one of these kinds.',
            extensions: means(anyOf(itemProperties.kind)),
          },
          id: {
            type: new GraphQLList(new GraphQLNonNull(GraphQLID)),
            description: 'The item at its other end is one of these.',
            extensions: means(anyOf('id')),
          },
        },
      }),
  )
}
