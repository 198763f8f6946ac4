import type { Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import express, { Router } from 'express'
import type { Logger } from 'pino'
import type { Api } from '../execute.ts'
import { apolloGateway } from '../execution/apollo-gateway.ts'
import { queryEditor, toEditor } from './editor/query-editor.ts'
import { limitRules, limits } from './limits/limits.ts'
import { maskError } from './mask-error.ts'
import { staticSite } from './static-site.ts'

/** What is served to the same readers: the API over what they may see, and the site that was built from it. */
export interface Publication {
  readonly api: Api
  /** Folder of the built site; none: only the API is served. */
  readonly site?: { readonly folder: string; readonly base: string }
}

/** What the routes of all publications share. */
export interface Serving {
  readonly http: Server
  readonly log: Logger
}

/** The routes of one publication. */
export interface Routes {
  readonly router: Router
  /** Answers the requests that have begun, then lets go. */
  close(): Promise<void>
}

/** `/graphql`, the query editor under `/graphiql/`, and the site. */
export async function routes({ api, site }: Publication, { http, log }: Serving): Promise<Routes> {
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
  const router = Router()
  router.use(
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
  router.use('/graphiql', queryEditor(log))
  if (site === undefined)
    router.get('/', (_, response) => {
      response.redirect('graphiql/')
    })
  else router.use(staticSite(site))
  return { router, close: () => apollo.stop() }
}
