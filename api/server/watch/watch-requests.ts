import { AsyncLocalStorage } from 'node:async_hooks'
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'
import { requestId } from './request-id.ts'
import { routeOf } from './route-of.ts'
import type { Route } from './route-of.ts'
import { tracer } from './spans.ts'
import { currentRequest, WatchedRequest, workFor } from './watched-request.ts'

/** Where what is seen of requests goes. */
export interface Watching {
  readonly log: Logger
  readonly metrics: Metrics
  /** From how many milliseconds on an operation is slow. */
  readonly slowMilliseconds: number
}

/**
 * Watches a request from its arrival until its answer is sent: gives it an id, which the answer carries too (`x-request-id`), a
 * span in the trace of whoever asks, a line in the log and its place in the metrics. Questions to the API are logged as `info`,
 * all others as `debug`, what went wrong on this side as `error`, and what was slow once more as `warn`.
 */
export function watchRequests(watching: Watching): RequestHandler {
  return (request, response, next) => {
    const watched = new WatchedRequest(requestId(request.headers['x-request-id']))
    response.setHeader('x-request-id', watched.id)
    const { method, path } = request
    const route = routeOf(path)
    const from = propagation.extract(context.active(), request.headers)
    const attributes = { 'http.request.method': method, 'http.route': route, 'url.path': path }
    const span = tracer().startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, from)
    const sentBefore = request.socket.bytesWritten
    watching.metrics.inFlight.inc()
    context.with(trace.setSpan(from, span), () => {
      workFor(watched, () => {
        // What listens to events runs in the context of who fires them, unless it is bound.
        const end = AsyncLocalStorage.bind(() => {
          const status = response.writableFinished ? response.statusCode : 499
          const bytes = request.socket.bytesWritten - sentBefore
          tell(watching, watched, { method, route, path, status, bytes })
          span.setAttribute('http.response.status_code', status)
          if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        })
        response.once('close', end)
        next()
      })
    })
  }
}

/** Notes that a request is for what an audience sees; none: for everything. */
export const askedFor =
  (audience: string | undefined): RequestHandler =>
  (_request, _response, next) => {
    const watched = currentRequest()
    if (watched !== undefined) watched.audience = audience
    next()
  }

/** What a request came to. */
interface Seen {
  readonly method: string
  readonly route: Route
  /** Without what stands behind the question mark: it may hold what is asked for, or a token. */
  readonly path: string
  /** 499: the client went away before it was answered. */
  readonly status: number
  /** What was sent, as it went over the wire, headers included. */
  readonly bytes: number
}

function tell(watching: Watching, watched: WatchedRequest, { method, route, path, status, bytes }: Seen): void {
  const { log, metrics } = watching
  const { operation, revision, cached, audience, errors } = watched
  const milliseconds = performance.now() - watched.started
  const ms = Math.round(milliseconds)
  metrics.inFlight.dec()
  metrics.requests.observe({ route, method: methods.has(method) ? method : 'other', status }, milliseconds / 1000)
  metrics.sent.inc({ route }, bytes)
  if (operation !== undefined || cached === true) metrics.answers.inc({ from: fromOf(status, cached) })
  for (const code of errors) metrics.errors.inc({ code })
  for (const limit of watched.limits) metrics.refusals.inc({ limit })
  const line = {
    ...{ method, path: path.slice(0, longestPath), status, ms, bytes },
    ...{ operation: operation?.name, audience, revision, cached, errors: errors.length > 0 ? errors : undefined },
  }
  if (status >= 500) log.error(line, 'request')
  else if (route === 'api') log.info(line, 'request')
  else log.debug(line, 'request')
  if (operation === undefined || milliseconds < watching.slowMilliseconds) return
  const { phases, statements, rows } = watched
  metrics.slow.inc()
  log.warn({ operation: operation.name, ms, phases: phases.spent(), statements, rows }, 'slow operation')
}

const fromOf = (status: number, cached: boolean | undefined): string =>
  status === 304 ? 'unchanged' : cached === true ? 'kept' : 'new'

/** The methods that metrics tell apart: whoever asks may make up others. */
const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])

/** How much of a path a line of the log holds. */
const longestPath = 200
