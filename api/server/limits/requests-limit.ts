import type { RequestHandler } from 'express'
import { HttpError } from '../http-error.ts'

/** Works on so many requests at the same time; more are told to come back in a second, before anything of them is read. */
export function requestsLimit(most: number): RequestHandler {
  let underWay = 0
  return (_, response, next) => {
    if (underWay >= most) {
      const message = `The server works on ${String(most)} requests already. Ask again in a second.`
      next(new HttpError(503, 'SERVICE_UNAVAILABLE', message, { 'retry-after': '1' }))
      return
    }
    underWay += 1
    response.once('close', () => (underWay -= 1))
    next()
  }
}
