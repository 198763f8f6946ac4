import { GraphQLID, GraphQLList, GraphQLNonNull, GraphQLObjectType } from 'graphql'
import type { GraphQLFieldConfig, GraphQLFieldConfigMap, GraphQLOutputType } from 'graphql'
import type { Kind } from '../../graph/model/model.ts'
import type { ApiContext } from '../context.ts'
import { readItem, readItems, readList } from '../plan/read-root.ts'
import { wholeId } from '../plan/whole-id.ts'
import { rootConnection } from './connections.ts'
import type { Derivation } from './derivation.ts'
import { itemType } from './item-types.ts'
import { means } from '../plan/meaning.ts'
import { byName } from './orders.ts'
import { pageArguments } from './page-arguments.ts'
import { spoken, withArticle } from './words.ts'

type Field = GraphQLFieldConfig<unknown, ApiContext>

/** The entries to the graph: any item by id, and for each kind one by id and all in pages. */
export function queryType(derivation: Derivation): GraphQLObjectType<unknown, ApiContext> {
  const kinds = [...derivation.model.kinds.values()]
  return new GraphQLObjectType<unknown, ApiContext>({
    name: 'Query',
    description: 'What can be asked of the catalogue.',
    fields: () => {
      const fields: GraphQLFieldConfigMap<unknown, ApiContext> = {
        node: node(derivation),
        nodes: nodes(derivation),
        items: list(derivation, 'Item', [], 'Items of all kinds, a page at a time.'),
      }
      for (const kind of kinds) {
        add(fields, kind.singular, one(derivation, kind))
        add(
          fields,
          kind.plural,
          list(derivation, kind.name, [kind.name], `Every ${spoken(kind.name)}, a page at a time. ${kind.description}`),
        )
      }
      return fields
    },
  })
}

function add(fields: GraphQLFieldConfigMap<unknown, ApiContext>, name: string, field: Field): void {
  if (name in fields)
    throw new Error(`The API needs the field Query.${name} twice: rename a kind or a folder in the model.`)
  fields[name] = field
}

function node(derivation: Derivation): Field {
  return {
    type: itemType(derivation, 'Item'),
    description: 'The item that has or had this id, of whatever kind. Null when there is none.',
    args: { id: { type: new GraphQLNonNull(GraphQLID), description: 'The whole id: `practice/incident-management`.' } },
    resolve: (_, { id }, context, info) => readItem(String(id), [...derivation.model.kinds.keys()], context, info),
  }
}

function nodes(derivation: Derivation): Field {
  return {
    type: new GraphQLNonNull(new GraphQLList(itemType(derivation, 'Item'))),
    description: 'The items with these ids, in the same order, with null where there is none. At most 100.',
    args: {
      ids: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLID))),
        description: 'Whole ids.',
      },
    },
    resolve: (_, { ids }, context, info) =>
      readItems(ids as string[], [...derivation.model.kinds.keys()], context, info),
  }
}

function one(derivation: Derivation, kind: Kind): Field {
  const what = withArticle(spoken(kind.name))
  return {
    type: itemType(derivation, kind.name),
    description: `${what.charAt(0).toUpperCase()}${what.slice(1)} by id. Null when there is none.`,
    args: {
      id: {
        type: new GraphQLNonNull(GraphQLID),
        description: `The whole id, or what follows \`${kind.idPrefix}/\` in it.`,
      },
    },
    resolve: (_, { id }, context, info) =>
      readItem(wholeId(kind, context.former.now(String(id))), [kind.name], context, info),
  }
}

function list(derivation: Derivation, type: string, kinds: readonly string[], description: string): Field {
  return {
    type: new GraphQLNonNull(rootConnection(derivation, type) as GraphQLOutputType) as GraphQLNonNull<
      GraphQLOutputType & { ofType?: never }
    >,
    description,
    args: pageArguments(derivation, type, 'name'),
    extensions: means({
      is: 'page',
      hop: undefined,
      kinds: kinds.length === 0 ? [...derivation.model.kinds.keys()] : kinds,
      edge: undefined,
      passed: undefined,
      order: byName,
    }),
    resolve: (_, __, context, info) => readList(context, info),
  }
}
