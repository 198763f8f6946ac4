import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { StoreError } from '../../graph/store/store.ts'
import { HttpError } from './http-error.ts'

/** What clients are told of a graph that doesn't answer, and nothing of where it is. */
export const graphUnavailable = {
  status: 503,
  code: 'GRAPH_UNAVAILABLE',
  message: 'The graph doesn’t answer at the moment: try again shortly.',
  headers: { 'retry-after': '5' },
} as const

/** Whether the same question may be answered later: the graph doesn't answer now, or one load follows the other. */
const isPassing = (error: unknown): boolean =>
  error instanceof StoreError && (error.failure === 'unreachable' || error.failure === 'busy')

/** Has a question that fails because the graph doesn't answer say so, with status 503. */
export async function tellingUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!isPassing(error)) throw error
    const { status, code, message, headers } = graphUnavailable
    const http = { status, headers: new HeaderMap(Object.entries(headers)) }
    throw new GraphQLError(message, { extensions: { code, http } })
  }
}

/** The same for what fails before GraphQL sees the request; any other error as it is. */
export function orUnavailable<Failure>(error: Failure): Failure | HttpError {
  const { status, code, message, headers } = graphUnavailable
  return isPassing(error) ? new HttpError(status, code, message, headers) : error
}
