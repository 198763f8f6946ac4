import { GraphQLError, parse, specifiedRules, validate } from 'graphql'
import type { GraphQLSchema, ValidationRule } from 'graphql'
import { limitsRule, toldErrors } from '../limits/limits.ts'
import type { Limits } from '../limits/limits.ts'
import type { PersistedOperation, PersistedOperations } from './manifest.ts'

/** An operation that can't be answered, and why. */
export interface Misfit {
  readonly operation: PersistedOperation
  readonly problems: readonly string[]
}

/** The operations of a manifest that are beyond the limits, or don't fit the schema: a client is older or newer than the model. */
export function misfits(operations: PersistedOperations, schema: GraphQLSchema, limits: Limits): Misfit[] {
  const rules = [...specifiedRules, limitsRule(limits)]
  return [...operations.values()].flatMap((operation) => {
    const problems = problemsOf(operation.text, schema, rules)
    return problems.length === 0 ? [] : [{ operation, problems }]
  })
}

function problemsOf(text: string, schema: GraphQLSchema, rules: readonly ValidationRule[]): string[] {
  try {
    return toldErrors(validate(schema, parse(text), rules)).map(({ message }) => message)
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message]
    throw error
  }
}
