import { Router } from 'express'
import type { Api } from '../../execute.ts'

/** `/health`: the process answers. `/ready`: the graph does too, and something is loaded in it. */
export function health(api: Api): Router {
  const router = Router()
  router.get('/health', (_, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/ready', async (_, response) => {
    const result = await api.execute('{ catalogue { revision } }').catch(() => undefined)
    const catalogue = result?.errors === undefined ? result?.data?.['catalogue'] : undefined
    if (catalogue != null) response.json({ status: 'ready', ...catalogue })
    else response.status(503).json({ status: 'the graph does not answer, or holds nothing' })
  })
  return router
}
