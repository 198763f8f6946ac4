import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { orUnavailable } from './graph-unavailable.ts'
import { HttpError } from './http-error.ts'
import { currentRequest } from './watch/watched-request.ts'

/** Answers what went wrong before GraphQL saw the request, a body that is no JSON say, as GraphQL's clients expect it. */
export function tellError(log: Logger): ErrorRequestHandler {
  return (thrown: Failed | HttpError, request, response, next) => {
    if (response.headersSent) {
      next(thrown)
      return
    }
    const error = orUnavailable(thrown)
    if (error instanceof HttpError) {
      const { status, code, message, headers } = error
      currentRequest()?.fails(code, limitsByCode[code])
      response
        .status(status)
        .set(headers)
        .json({ errors: [{ message, extensions: { code } }] })
      return
    }
    const status = error.status ?? 500
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST'
    currentRequest()?.fails(code, status === 413 ? 'bodyKilobytes' : undefined)
    if (status >= 500) log.error({ err: error, path: request.path }, 'request failed')
    const message =
      status >= 500
        ? "The request could not be answered. The server's log says why."
        : (words[error.type ?? ''] ?? error.message)
    response.status(status).json({ errors: [{ message, extensions: { code } }] })
  }
}

/** The limits that requests meet before GraphQL sees them. */
const limitsByCode: Readonly<Record<string, string>> = {
  SERVICE_UNAVAILABLE: 'requests',
  DEADLINE_EXCEEDED: 'seconds',
}

/** An error as Express's body parser makes them. */
interface Failed extends Error {
  readonly status?: number
  readonly type?: string
}

const words: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'The body of the request is no JSON.',
  'entity.too.large': 'The body of the request is too large.',
}
