import type { RequestHandler, Response } from 'express'
import { GraphQLError } from 'graphql'
import type { Api } from '../../execute.ts'
import { within } from '../../within.ts'
import { HttpError } from '../http-error.ts'

/**
 * Gives each request a signal (`signalOf`) that aborts once its answer has taken too long, or nobody waits for it any more. What is
 * the matter then may be the graph as well as the question: the answer has status 503.
 */
export function deadline(seconds: number): RequestHandler {
  return (_, response, next) => {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(tooLate(seconds)), seconds * 1000)
    response.once('close', () => {
      clearTimeout(timer)
      if (!response.writableFinished) abort.abort(new GraphQLError('Whoever asked has gone.', gone))
    })
    ;(response.locals as WithSignal).signal = abort.signal
    next()
  }
}

interface WithSignal {
  signal?: AbortSignal
}

/** The signal of a request that `deadline` has seen. */
export function signalOf(response: Response): AbortSignal {
  const { signal } = response.locals as WithSignal
  if (signal === undefined) throw new Error('The request has no deadline.')
  return signal
}

/** Has the API look for a new revision, before a request is held against its schema. */
export function refreshed(api: Pick<Api, 'refresh'>): RequestHandler {
  return async (_, response, next) => {
    try {
      await within(signalOf(response), () => api.refresh())
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      throw new HttpError(503, String(error.extensions['code']), error.message)
    }
    next()
  }
}

const tooLate = (seconds: number): GraphQLError =>
  new GraphQLError(
    `The answer takes longer than ${String(seconds)} s and was given up. Ask for less: smaller pages, fewer levels, one question at a time. Where small questions take that long too, the graph is slow: tell whoever runs the server.`,
    { extensions: { code: 'DEADLINE_EXCEEDED', limit: 'seconds', http: { status: 503 } } },
  )

/** Nobody reads it; the log has it. The status is that of nginx for the same. */
const gone = { extensions: { code: 'CLIENT_CLOSED_REQUEST', http: { status: 499 } } }
