import { GraphQLError } from 'graphql'
import type { ASTNode } from 'graphql'

/** An error that the client can mend: says what is wrong, then what to do. */
export function badUserInput(message: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT' },
    ...(node === undefined ? {} : { nodes: node }),
  })
}
