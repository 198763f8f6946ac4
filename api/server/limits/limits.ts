import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives'
import { GraphQLError } from 'graphql'
import type { ValidationContext, ValidationRule } from 'graphql'
import { nodeLimitRule } from './node-limit.ts'

/** What one request may ask for. What is beyond is answered with status 400 and says which limit it met. */
export const limits = {
  /** Fields within fields. The deepest useful question goes stream → step → practice → resource → supplier: 15 levels. */
  depth: 20,
  /** Other names for fields. */
  aliases: 50,
  /** Directives such as `@include`. */
  directives: 50,
  /** Words, names and signs of the request's text. */
  tokens: 5_000,
  /** Items that its pages could hold, pages within pages multiplied. */
  nodes: 500_000,
  /** Size of the request's body. */
  bodyKilobytes: 256,
} as const

/** The limits that are checked on the parsed request. Introspection is free: tools ask it deeply. */
export const limitRules: ValidationRule[] = [
  maxDepthRule({ n: limits.depth, ignoreIntrospection: true, flattenFragments: true, ...reported() }),
  maxAliasesRule({ n: limits.aliases, ...reported() }),
  maxDirectivesRule({ n: limits.directives, ...reported() }),
  nodeLimitRule(limits.nodes),
]

/** The library throws, which would be answered as a fault of ours: have it report instead. */
function reported(): {
  propagateOnRejection: false
  onReject: ((context: ValidationContext | null, error: GraphQLError) => void)[]
} {
  const report = (context: ValidationContext | null, error: GraphQLError): void =>
    context?.reportError(new GraphQLError(error.message.replace('Syntax Error: ', '')))
  return { propagateOnRejection: false, onReject: [report] }
}
