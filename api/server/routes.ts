import type { Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import express, { Router } from 'express'
import { NoSchemaIntrospectionCustomRule } from 'graphql'
import type { Logger } from 'pino'
import type { Api } from '../execute.ts'
import { apolloGateway } from '../execution/apollo-gateway.ts'
import type { GatewayContext } from '../execution/apollo-gateway.ts'
import type { Answers } from './answers/answers.ts'
import { completing, keepAnswers, keepCompleteOnly } from './answers/keep-answers.ts'
import { packed } from './answers/packed.ts'
import { tellingUnavailable } from './graph-unavailable.ts'
import { deadline, refreshed, signalOf } from './limits/deadline.ts'
import { limitsPlugin } from './limits/limits-plugin.ts'
import { limitsRule } from './limits/limits.ts'
import { maskError } from './mask-error.ts'
import type { PersistedOperations } from './operations/manifest.ts'
import { persistedOperations } from './operations/persisted-operations.ts'
import { mayExplore } from './settings/may-explore.ts'
import type { ServerSettings } from './settings/settings.ts'
import { noSite, staticSite } from './static-site.ts'
import type { Metrics } from './watch/metrics.ts'
import { executing, watchOperations } from './watch/watch-operations.ts'
import { askedFor } from './watch/watch-requests.ts'

/** A built site: its folder, and the path that it is served under. */
export interface Site {
  readonly folder: string
  readonly base: string
}

/** What is served to the same readers: the API over what they may see, and the site that was built from it. */
export interface Publication {
  readonly api: Api
  /** The audience that it is for; none: it is everything. */
  readonly audience?: string
  /** None: only the API is served. */
  readonly site?: Site
}

/** What the routes of all publications share. */
export interface Serving {
  readonly http: Server
  readonly log: Logger
  readonly metrics: Metrics
  readonly settings: Pick<ServerSettings, 'explore' | 'limits' | 'operations'>
  /** The operations that clients ask by their ids. */
  readonly operations: PersistedOperations
  /** What was answered before, by all publications. */
  readonly answers: Answers
  /** Whether others get other answers at the same addresses (access control): nobody between may keep them. */
  readonly isPrivate: boolean
}

/** The routes of one publication. */
export interface Routes {
  readonly router: Router
  /** Answers the requests that have begun, then lets go. */
  close(): Promise<void>
}

/** How long a server that is told to stop waits for requests that have begun, milliseconds: less than Docker, which then kills. */
const grace = 8_000

/** `/graphql` and the site. */
export async function routes({ api, audience, site }: Publication, serving: Serving): Promise<Routes> {
  const { http, log, metrics, settings, operations, answers, isPrivate } = serving
  const { limits } = settings
  const apollo = new ApolloServer<GatewayContext>({
    gateway: apolloGateway(api, (work) => tellingUnavailable(() => executing(api, work))),
    validationRules: [limitsRule(limits), ...(settings.explore === false ? [NoSchemaIntrospectionCustomRule] : [])],
    hideSchemaDetailsFromClientErrors: !mayExplore(settings),
    parseOptions: { maxLexicalTokens: limits.tokens },
    formatError: maskError(log),
    includeStacktraceInErrorResponses: false,
    introspection: true,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: grace }),
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every resolver to look for hints that nobody gives, and so keep answers from being shaped without resolvers.
      ApolloServerPluginCacheControlDisabled(),
      keepCompleteOnly,
      limitsPlugin(limits),
      watchOperations(metrics),
    ],
  })
  await apollo.start()
  metrics.show(api, audience)
  const router = Router()
  router.use(askedFor(audience))
  router.use(
    '/graphql',
    express.json({ limit: `${String(limits.bodyKilobytes)}kb` }),
    persistedOperations(operations, settings.operations.only),
    deadline(limits.seconds),
    refreshed(api),
    keepAnswers({ api, audience, answers, isPrivate }),
    expressMiddleware(apollo, { context: async ({ res }) => ({ signal: signalOf(res), ...completing(res) }) }),
  )
  router.use(packed)
  router.use(
    site === undefined
      ? noSite(mayExplore(settings) && !isPrivate)
      : staticSite({ ...site, isPrivate, hasEditor: mayExplore(settings) }),
  )
  return { router, close: () => apollo.stop() }
}
