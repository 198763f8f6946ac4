import { GraphQLError, parse, specifiedRules, validate } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { usualSettings } from '../settings/settings.ts'
import { checkVariables } from './lists-limit.ts'
import { limitsRule, toldErrors } from './limits.ts'

/** The limits of the API over HTTP where nobody settles others. */
export const usualLimits = usualSettings.limits

const rules = [...specifiedRules, limitsRule(usualLimits)]

/**
 * Parses a request and holds it against the schema and the usual limits of the API over HTTP, for those who ask it otherwise.
 * @returns the document, or what is wrong with it.
 */
export function checkLimits(
  schema: GraphQLSchema,
  text: string,
  variables: Readonly<Record<string, unknown>>,
): { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] } {
  try {
    const document = parse(text, { maxTokens: usualLimits.tokens })
    const errors = validate(schema, document, rules)
    checkVariables(variables, usualLimits.listEntries)
    return errors.length > 0 ? { errors: toldErrors(errors) } : { document }
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] }
    throw error
  }
}
