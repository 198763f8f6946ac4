import { isObjectType } from 'graphql'
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import type { ApiContext } from '../context.ts'
import type { OwnRead } from '../plan/own-read.ts'
import { means } from './meaning.ts'

/** The resolvers of fields that are written by hand, by type and field. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver | OwnItemField>>>>

type Resolver = GraphQLFieldResolver<never, ApiContext, never>

/** A field on an item that is written by hand: it says what must be read for it, and answers from what was read. */
export interface OwnItemField {
  readonly read: OwnRead
  readonly resolve: Resolver
}

/**
 * Puts resolvers on the schema's fields.
 * @throws when the schema has no such field: a resolver that nobody calls is a mistake.
 */
export function attachResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    for (const [name, own] of Object.entries(fields)) {
      const field = isObjectType(type) ? type.getFields()[name] : undefined
      if (field === undefined) throw new Error(`The schema has no field ${typeName}.${name} to resolve.`)
      const { resolve, read } = typeof own === 'function' ? { resolve: own, read: undefined } : own
      field.resolve = resolve as GraphQLFieldResolver<unknown, ApiContext>
      if (read !== undefined) field.extensions = { ...field.extensions, ...means({ is: 'own', read }) }
    }
  }
}
