import { trace } from '@opentelemetry/api'
import { pino } from 'pino'
import type { DestinationStream, Logger } from 'pino'
import { currentRequest } from './watched-request.ts'

/** How much a log says: what is less important than its level is left out. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Whether a text is a level. */
export const isLogLevel = (text: string): text is LogLevel => (logLevels as readonly string[]).includes(text)

/**
 * The log of a server: one JSON object a line. Every line that is written for a request carries the request's id, and where
 * traces are kept, the trace's and the span's.
 */
export function serverLog(level: LogLevel, to: DestinationStream = pino.destination(2)): Logger {
  return pino({ level, mixin: whoseLine }, to)
}

function whoseLine(): object {
  const request = currentRequest()
  const span = trace.getActiveSpan()?.spanContext()
  return {
    ...(request === undefined ? {} : { requestId: request.id }),
    ...(span === undefined ? {} : { traceId: span.traceId, spanId: span.spanId }),
  }
}
