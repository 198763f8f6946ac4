import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives'
import { GraphQLError, visit } from 'graphql'
import type { ASTVisitor, DocumentNode, ValidationContext, ValidationRule } from 'graphql'
import { validationAbortedError } from 'graphql/validation/validationAbortedError.js'
import type { ServerSettings } from '../settings/settings.ts'
import { costLimitRule } from './cost-limit.ts'
import { listsLimitRule } from './lists-limit.ts'
import { repeatsLimitRule } from './repeats-limit.ts'

/** What one request may ask for: the settings under `limits`. */
export type Limits = ServerSettings['limits']

/**
 * The limits that are checked on the parsed request, as one rule: before all others, some of which take long where a request
 * is beyond the limits. What is beyond is answered with status 400; the error says which limit it met, in words and as its
 * extension `limit`. Introspection is bounded by a rule of GraphQL's own: tools ask it deeply.
 */
export function limitsRule(limits: Limits): ValidationRule {
  const library = { propagateOnRejection: false, onReject: [report] }
  const rules: [limit: keyof Limits, rule: (context: ValidationContext) => object][] = [
    ['depth', maxDepthRule({ n: limits.depth, ignoreIntrospection: true, flattenFragments: true, ...library })],
    // No name is free: `__typename` under a hundred names is a hundred names.
    ['aliases', maxAliasesRule({ n: limits.aliases, allowList: [], ...library })],
    ['repeats', repeatsLimitRule(limits.repeats)],
    ['directives', maxDirectivesRule({ n: limits.directives, ...library })],
    ['listEntries', listsLimitRule(limits.listEntries)],
    ['cost', costLimitRule(limits.cost)],
  ]
  return (context) => ({
    Document(document) {
      const beyond = rules.flatMap(([limit, rule]) => errorsOf(rule, document, context, limit))
      for (const error of beyond) context.reportError(error)
      if (beyond.length > 0) throw validationAbortedError
    },
  })
}

function errorsOf(
  rule: (context: ValidationContext) => object,
  document: DocumentNode,
  context: ValidationContext,
  limit: keyof Limits,
): GraphQLError[] {
  const found: GraphQLError[] = []
  const reportError = ({ message, nodes }: GraphQLError): void => {
    found.push(new GraphQLError(message, { nodes: nodes ?? [], extensions: { limit } }))
  }
  visit(
    document,
    rule(Object.create(context, { reportError: { value: reportError } }) as ValidationContext) as ASTVisitor,
  )
  return found
}

/** The library throws, which would be answered as a fault of ours: have it report instead. */
const report = (context: ValidationContext | null, error: GraphQLError): void =>
  context?.reportError(new GraphQLError(error.message.replace('Syntax Error: ', '')))

/**
 * What is told of everything that is wrong with a request: the limits that it met, and nothing else where it met one. The
 * same thing wrong in several places is one error with all of them.
 */
export function toldErrors(errors: readonly GraphQLError[]): GraphQLError[] {
  const beyond = errors.filter(({ extensions }) => 'limit' in extensions)
  const told = Map.groupBy(beyond.length > 0 ? beyond : errors, ({ message }) => message)
  return [...told].map(([message, same]) => {
    const nodes = same.flatMap((each) => each.nodes ?? [])
    return new GraphQLError(message, { nodes, extensions: same[0]?.extensions })
  })
}
