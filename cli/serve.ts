import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { createApi } from '../api/execute.ts'
import { serve } from '../api/server/serve.ts'
import { requireLoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import type { Store } from '../graph/store/store.ts'
import { Failure } from './failure.ts'
import { answer, say } from './progress.ts'
import { stopSignal } from './stop-signal.ts'

/** Serves until the process is told to stop (SIGINT, SIGTERM); running requests are answered first. */
export async function serveUntilStopped(
  store: Store,
  said: { site: string; base?: string; port: number; host: string },
): Promise<void> {
  const loaded = await requireLoadedCatalogue(store)
  const api = await createApi(store)
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'info' }, pino.destination(2))
  const folder = resolve(said.site)
  const base = said.base ?? loaded.site.base
  const hasSite = existsSync(join(folder, 'index.html'))
  const server = await serve({
    api,
    port: said.port,
    host: said.host,
    log,
    ...(hasSite ? { site: { folder, base } } : {}),
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Failure(`Port ${String(said.port)} is taken. Choose another with --port; --port 0 takes a free one.`)
  })
  if (hasSite) answer(`Site  ${server.address}${base}`)
  else say(`There is no site in ${said.site}: "tributary build" makes one.`)
  answer(`API   ${server.address}/graphql`)
  await stopSignal()
  say('Stopping …')
  await server.close()
}
