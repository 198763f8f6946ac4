import { Router } from 'express'
import type { Api } from '../execute.ts'

/** `/health`: the process answers. `/ready`: the graph does too, and something is loaded in it. */
export function health(api: Api): Router {
  const router = Router()
  router.get('/health', (_, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/ready', async (_, response) => {
    const result = await api.execute('{ catalogue { revision } }')
    if (result.errors === undefined) response.json({ status: 'ready', ...(result.data?.['catalogue'] as object) })
    else response.status(503).json({ status: 'the graph does not answer' })
  })
  return router
}
