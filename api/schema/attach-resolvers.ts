import { isObjectType } from 'graphql'
import type { GraphQLField, GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import type { ApiContext } from '../context.ts'
import { attachItemField } from './own-item-field.ts'
import type { OwnItemField } from './own-item-field.ts'

/** The resolvers of fields that are written by hand, by type and field. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver | OwnItemField>>>>

type Resolver = GraphQLFieldResolver<never, ApiContext, never>

/** Questions that aren't derived from the model: their part of the schema, and what answers them. */
export interface OwnFields {
  /** In GraphQL's schema language. */
  readonly definitions: string
  readonly resolvers: Resolvers
}

/**
 * Puts resolvers on the schema's fields.
 * @throws when the schema has no such field: a resolver that nobody calls is a mistake.
 */
export function attachResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    for (const [name, own] of Object.entries(fields)) {
      if (!isObjectType(type)) throw new Error(`The schema has no type ${typeName}.`)
      const field: GraphQLField<unknown, ApiContext> | undefined = type.getFields()[name]
      if (field === undefined) throw new Error(`The schema has no field ${typeName}.${name} to resolve.`)
      if (typeof own === 'function') field.resolve = own as GraphQLFieldResolver<unknown, ApiContext>
      else attachItemField(schema, type, field, own)
    }
  }
}
