import { GraphQLError } from 'graphql'
import type { ASTNode } from 'graphql'

/** A problem that a rule of the model found, placed where the node stands. */
export const problem = (message: string, node: ASTNode | null | undefined): GraphQLError =>
  new GraphQLError(message, node == null ? {} : { nodes: [node] })
