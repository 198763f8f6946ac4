import type { Observe } from '../../observe.ts'
import type { Metrics } from './metrics.ts'
import { inSpan } from './spans.ts'
import { currentRequest } from './watched-request.ts'

/** Has what an API computes timed and traced, and told to the request that it is for. */
export const observedWork =
  (metrics: Metrics): Observe =>
  async (name, work) => {
    const leave = currentRequest()?.phases.enter('compute')
    const started = performance.now()
    let outcome: 'ok' | 'error' = 'error'
    try {
      const result = await inSpan(name, {}, work)
      outcome = 'ok'
      return result
    } finally {
      leave?.()
      metrics.computations.observe({ name, outcome }, (performance.now() - started) / 1000)
    }
  }
