import { SpanStatusCode, trace } from '@opentelemetry/api'
import type { Span, SpanOptions, Tracer } from '@opentelemetry/api'

/** Where the product's spans are made: they go nowhere, and cost nothing, until `startTracing` or whoever else starts an SDK. */
export const tracer = (): Tracer => trace.getTracer('tributary')

/** Does some work in a span of its own. What goes wrong is told by its kind alone: messages may hold what was asked for. */
export async function inSpan<Result>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer().startActiveSpan(name, options, async (span) => {
    try {
      return await work(span)
    } catch (error) {
      failSpan(span, typeOf(error))
      throw error
    } finally {
      span.end()
    }
  })
}

/** Says in a span that its work has failed. @param type the error's name or code. */
export function failSpan(span: Span, type: string): void {
  span.setAttribute('error.type', type)
  span.setStatus({ code: SpanStatusCode.ERROR })
}

const typeOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
