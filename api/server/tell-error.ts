import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'

/** Answers what went wrong before GraphQL saw the request, a body that is no JSON say, as GraphQL's clients expect it. */
export function tellError(log: Logger): ErrorRequestHandler {
  return (error: Failed, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status = error.status ?? 500
    if (status >= 500) log.error({ err: error, path: request.path }, 'request failed')
    const message =
      status >= 500
        ? "The request could not be answered. The server's log says why."
        : (words[error.type ?? ''] ?? error.message)
    response
      .status(status)
      .json({ errors: [{ message, extensions: { code: status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' } }] })
  }
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
