import { GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql'
import type { GraphQLFieldConfigMap, GraphQLOutputType } from 'graphql'
import { attributeFields, valueType } from './attributes.ts'
import type { Source } from '../plan/source.ts'
import type { Derivation } from './derivation.ts'
import { relationDirectionEnum, relationTypeEnum } from './enums.ts'
import { itemType } from './item-types.ts'
import { means } from '../plan/meaning.ts'
import type { RelationField } from './relation-field.ts'
import { capitalized, firstSentence } from './words.ts'
import type { ApiContext } from '../context.ts'

type Fields = GraphQLFieldConfigMap<Source, ApiContext>
type Nullable = Exclude<GraphQLOutputType, GraphQLNonNull<never>>
const required = (type: Nullable): GraphQLOutputType => new GraphQLNonNull(type)
const many = (type: Nullable): GraphQLOutputType => required(new GraphQLList(required(type)))

/** Where a page stands in its list. */
export function pageInfoType(derivation: Derivation): GraphQLObjectType {
  return derivation.once(
    'PageInfo',
    "the API's own type",
    () =>
      new GraphQLObjectType<Source>({
        name: 'PageInfo',
        description: 'Where a page stands in its list.',
        fields: {
          hasNextPage: {
            type: required(GraphQLBoolean),
            description: 'Whether there is more behind it. Reading backwards: whether `before` was given.',
          },
          hasPreviousPage: {
            type: required(GraphQLBoolean),
            description: 'Whether there is more before it. Reading forwards: whether `after` was given.',
          },
          startCursor: { type: GraphQLString, description: 'The cursor of its first item, for `before`.' },
          endCursor: { type: GraphQLString, description: 'The cursor of its last item, for `after`.' },
        },
      }),
  )
}

/** A page of every item of a kind or of all kinds: `PracticeConnection`. */
export function rootConnection(derivation: Derivation, target: string): GraphQLObjectType {
  return connection(derivation, target, target, `the list of every ${target}`, {})
}

/** A page of what a relation or a path leads to: `ResourceNeedConnection`, shared by all that carry the same. */
export function relationConnection(derivation: Derivation, field: RelationField): GraphQLObjectType {
  const { target, edge, passed } = field
  if (passed !== undefined) {
    const name = `${target}Via${capitalized(passed.field)}`
    return connection(derivation, name, target, `the path to ${target} past ${passed.kind} in ${passed.field}`, {
      [passed.field]: {
        type: many(itemType(derivation, passed.kind)),
        description: `The items passed on the way. ${firstSentence(derivation.model.kinds.get(passed.kind)?.description ?? '')}`,
        extensions: means({ is: 'passed' }),
      },
    })
  }
  return connection(
    derivation,
    `${target}${edge?.name ?? 'Relation'}`,
    target,
    `relations to ${target} with ${edge?.name ?? 'nothing'}`,
    {
      ...attributeFields<ApiContext>(derivation, edge?.attributes ?? []),
      ...sources(derivation),
    },
  )
}

/** A page of all relations of an item, whatever their type. */
export function anyConnection(derivation: Derivation): GraphQLObjectType {
  return connection(derivation, 'Relation', 'Item', 'all relations of an item', {
    type: { type: required(relationTypeEnum(derivation)), description: 'The type of the relation.' },
    direction: {
      type: required(relationDirectionEnum(derivation)),
      description: 'Which end of it the item stands at.',
    },
    verb: { type: required(GraphQLString), description: 'How to say it from the item: "uses", "is used by".' },
    field: { type: required(GraphQLString), description: "The item's own field for it: `resources`, `usedBy`." },
    ...sources(derivation),
  })
}

const sources = (derivation: Derivation): Fields => ({
  sources: {
    type: many(valueType(derivation, 'Source')),
    description: 'Where the relation is written: one place for each layer that says so, last word first.',
    extensions: means({ is: 'attribute', property: 'sources' }),
  },
})

function connection(
  derivation: Derivation,
  name: string,
  target: string,
  meant: string,
  more: Fields,
): GraphQLObjectType {
  return derivation.once(`${name}Connection`, meant, () => {
    const node = (): GraphQLOutputType => required(itemType(derivation, target))
    const edge = derivation.once(
      `${name}Edge`,
      meant,
      () =>
        new GraphQLObjectType<Source, ApiContext>({
          name: `${name}Edge`,
          description: `One place in a list of ${target}, with what the list says of it.`,
          fields: () => ({
            cursor: { type: required(GraphQLString), description: 'Its place in the list, for `after` and `before`.' },
            node: { type: node(), description: 'The item.' },
            ...more,
          }),
        }),
    )
    return new GraphQLObjectType<Source, ApiContext>({
      name: `${name}Connection`,
      description: `A page of a list of ${target}.`,
      fields: () => ({
        nodes: { type: required(new GraphQLList(node())), description: 'The items alone.' },
        edges: { type: many(edge), description: 'The items, each with what the list says of it.' },
        totalCount: { type: required(GraphQLInt), description: 'How many there are on all pages.' },
        pageInfo: { type: required(pageInfoType(derivation)), description: 'Where the page stands in the list.' },
      }),
    })
  })
}
