import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import express from 'express'
import type { Logger } from 'pino'
import type { Api } from '../execute.ts'
import { apolloGateway } from '../execution/apollo-gateway.ts'
import { queryEditor, toEditor } from './editor/query-editor.ts'
import { health } from './health.ts'
import { limitRules, limits } from './limits.ts'
import { maskError } from './mask-error.ts'
import { requestLog } from './request-log.ts'
import { staticSite } from './static-site.ts'
import { tellError } from './tell-error.ts'

/** Where and what to serve. */
export interface ServeOptions {
  readonly api: Api
  /** 0 takes a free port. */
  readonly port: number
  readonly host: string
  readonly log: Logger
  /** Folder of the built site; none: only the API is served. */
  readonly site?: { readonly folder: string; readonly base: string }
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
export async function serve({ api, port, host, log, site }: ServeOptions): Promise<RunningServer> {
  const app = express()
  app.disable('x-powered-by')
  const http = createServer(app)
  const apollo = new ApolloServer({
    gateway: apolloGateway(api),
    validationRules: limitRules,
    parseOptions: { maxLexicalTokens: limits.tokens },
    formatError: maskError(log),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer: http }), ApolloServerPluginLandingPageDisabled()],
  })
  await apollo.start()

  app.use(requestLog(log))
  app.use(health(api))
  app.use(
    '/graphql',
    toEditor,
    express.json({ limit: `${String(limits.bodyKilobytes)}kb` }),
    expressMiddleware(apollo, {
      context: async () => {
        await api.refresh()
        return {}
      },
    }),
  )
  app.use('/graphiql', queryEditor(log))
  if (site === undefined)
    app.get('/', (_, response) => {
      response.redirect('graphiql/')
    })
  else app.use(staticSite(site))
  app.use(tellError(log))
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, resolve)
  })
  const { port: taken } = http.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return { address: `http://${name}:${String(taken)}`, close: () => apollo.stop() }
}
