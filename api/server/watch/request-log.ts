import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** One structured line a request, with an id that the answer carries too (`x-request-id`). Pages are logged as debug. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID()
    const start = performance.now()
    response.setHeader('x-request-id', id)
    response.once('finish', () => {
      const line = {
        id,
        method: request.method,
        path: request.baseUrl + request.path,
        status: response.statusCode,
        ms: Math.round(performance.now() - start),
      }
      if (response.statusCode >= 500) log.error(line, 'request')
      else log.debug(line, 'request')
    })
    next()
  }
}
