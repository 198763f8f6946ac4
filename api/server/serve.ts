import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Logger } from 'pino'
import { routes } from './routes.ts'
import type { Publication } from './routes.ts'
import { tellError } from './tell-error.ts'
import { health } from './watch/health.ts'
import { requestLog } from './watch/request-log.ts'

/** Where and what to serve. */
export interface ServeOptions extends Publication {
  /** 0 takes a free port. */
  readonly port: number
  readonly host: string
  readonly log: Logger
}

/** A server that answers. */
export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a slash at its end. */
  readonly address: string
  /** Stops taking requests, answers those that have begun, then closes. */
  close(): Promise<void>
}

/**
 * Serves the API under `/graphql`, a query editor under `/graphiql/`, health under `/health` and `/ready`, and the site, in one process.
 * @throws when the port is taken.
 */
export async function serve({ port, host, log, ...publication }: ServeOptions): Promise<RunningServer> {
  const app = express()
  app.disable('x-powered-by')
  const http = createServer(app)
  const { router, close } = await routes(publication, { http, log })
  app.use(requestLog(log))
  app.use(health(publication.api))
  app.use(router)
  app.use(tellError(log))
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, resolve)
  })
  const { port: taken } = http.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return { address: `http://${name}:${String(taken)}`, close }
}
