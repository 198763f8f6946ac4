import { Router } from 'express'
import type { Metrics } from './metrics.ts'

/** `/metrics`: what the server counts and times, for Prometheus. */
export function metricsPage(metrics: Metrics): Router {
  const router = Router()
  router.get('/metrics', async (_, response) => {
    response
      .set('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text())
  })
  return router
}
