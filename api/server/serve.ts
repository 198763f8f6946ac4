import express from 'express'
import type { Logger } from 'pino'
import { admission, admitEverybody, wholeOnly } from './access/admission.ts'
import { Answers } from './answers/answers.ts'
import { crossOrigin } from './access/cross-origin.ts'
import { Publications } from './access/publications.ts'
import { securityHeaders } from './access/security-headers.ts'
import { noEditor, queryEditor, toEditor } from './editor/query-editor.ts'
import { requestsLimit } from './limits/requests-limit.ts'
import { listen } from './listen.ts'
import type { Listening } from './listen.ts'
import { readManifest } from './operations/manifest.ts'
import { tellMisfits } from './operations/tell-misfits.ts'
import type { Publication } from './routes.ts'
import { mayExplore } from './settings/may-explore.ts'
import { usualSettings } from './settings/settings.ts'
import type { ServerSettings } from './settings/settings.ts'
import { tellError } from './tell-error.ts'
import { health } from './watch/health.ts'
import { metricsPage } from './watch/metrics-page.ts'
import { Metrics } from './watch/metrics.ts'
import { watchRequests } from './watch/watch-requests.ts'

/** Where and what to serve. */
export interface ServeOptions extends Publication {
  /** What is so where they are left out: `usualSettings`. */
  readonly settings?: ServerSettings
  /** Opens what an audience sees, where the settings control access. Its API is closed with the server. */
  readonly forAudience?: (audience: string) => Promise<Publication>
  /** 0, which is usual, takes a free port. */
  readonly port?: number
  /** This machine only, unless said otherwise. */
  readonly host?: string
  /** What has a port already, because the graph had to be waited for. */
  readonly listening?: Listening
  readonly log: Logger
  /** Where the store and the API that are served are counted too; its own where nobody gives any. */
  readonly metrics?: Metrics
}

/** A server that answers. */
export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a slash at its end. */
  readonly address: string
  /** Stops taking requests, answers those that have begun, then closes. */
  close(): Promise<void>
}

/**
 * Serves the API under `/graphql`, a query editor under `/graphiql/`, health under `/health` and `/ready`, metrics under `/metrics`, and the site, in one process.
 * @throws when the port is taken, and ManifestError.
 */
export async function serve({
  port = 0,
  host = '127.0.0.1',
  log,
  metrics = new Metrics(),
  settings = usualSettings,
  forAudience = noAudience,
  listening,
  ...publication
}: ServeOptions): Promise<RunningServer> {
  const app = express()
  app.disable('x-powered-by')
  // Answers and files have entity tags of their own.
  app.disable('etag')
  app.set('trust proxy', settings.proxies)
  const at = listening ?? (await listen(port, host, settings))
  const { access, cors } = settings
  const { manifest } = settings.operations
  const operations = manifest === undefined ? new Map<string, never>() : readManifest(manifest)
  for (const { name } of operations.values()) metrics.names.know(name)
  tellMisfits(operations, publication.api, settings.limits, log)
  const answers = new Answers(settings.answers.megabytes * 2 ** 20)
  metrics.showKept(answers)
  const publications = new Publications(publication, forAudience, {
    http: at.http,
    log,
    metrics,
    settings,
    operations,
    answers,
    isPrivate: access !== undefined,
  })
  await publications.prepare()
  app.use(watchRequests({ log, metrics, slowMilliseconds: settings.watch.slowMilliseconds }))
  app.use(securityHeaders)
  if (cors.origins.length > 0) app.use(crossOrigin(cors))
  app.use(health(publication.api, access === undefined))
  // The editor is the same for everybody: what it shows it asks the API for.
  app.use('/graphiql', mayExplore(settings) ? queryEditor(log) : noEditor)
  if (mayExplore(settings)) app.use('/graphql', toEditor)
  app.use(access === undefined ? admitEverybody : admission(access, log))
  app.use('/metrics', wholeOnly)
  app.use(metricsPage(metrics))
  app.use(requestsLimit(settings.limits.requests))
  app.use(publications.handle)
  app.use(tellError(log))
  at.admit(app)
  return { address: at.address, close: () => publications.close() }
}

const noAudience = (audience: string): Promise<Publication> =>
  Promise.reject(new Error(`Nobody has said how to open what "${audience}" sees`))
