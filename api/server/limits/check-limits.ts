import { GraphQLError, parse, specifiedRules, validate } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { limitRules, limits } from './limits.ts'

/**
 * Parses a request and holds it against the schema and the limits of the API over HTTP, for those who ask it otherwise.
 * @returns the document, or what is wrong with it.
 */
export function checkLimits(
  schema: GraphQLSchema,
  text: string,
): { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] } {
  try {
    const document = parse(text, { maxTokens: limits.tokens })
    const errors = validate(schema, document, [...specifiedRules, ...limitRules])
    return errors.length > 0 ? { errors } : { document }
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] }
    throw error
  }
}
