import { randomUUID } from 'node:crypto'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { currentRequest } from './watch/watched-request.ts'

/**
 * What a client sees of an error. Errors in the request are told as they are; everything else is logged under an id, and
 * the client gets that id, and the one under which the log has the whole request.
 */
export function maskError(log: Logger): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    // What was thrown, wherever: Apollo unwraps only what resolvers throw.
    const cause =
      error instanceof GraphQLError && error.originalError ? error.originalError : unwrapResolverError(error)
    const { stacktrace: _, ...extensions } = formatted.extensions ?? {}
    if (extensions['code'] !== 'INTERNAL_SERVER_ERROR' || cause instanceof GraphQLError)
      return { ...formatted, extensions }
    const id = randomUUID()
    const requestId = currentRequest()?.id
    log.error({ err: cause, errorId: id, path: formatted.path }, 'request failed')
    return {
      message: `The question could not be answered. The server's log says why, under ${id}.`,
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: id, ...(requestId === undefined ? {} : { requestId }) },
    }
  }
}
