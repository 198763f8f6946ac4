import { resolve } from 'node:path'
import type { Logger } from 'pino'
import { createApi } from '../api/execute.ts'
import { audiencesNamed } from '../api/server/access/access-settings.ts'
import { audienceFolder, audiencePublication, siteIn } from '../api/server/access/audience-publication.ts'
import { ManifestError } from '../api/server/operations/manifest.ts'
import { listen } from '../api/server/listen.ts'
import type { Listening } from '../api/server/listen.ts'
import { serve } from '../api/server/serve.ts'
import { servingStore } from '../api/server/serving-store.ts'
import { readServerSettings, SettingsProblems } from '../api/server/settings/read-settings.ts'
import { usualSettings } from '../api/server/settings/settings.ts'
import type { ServerSettings } from '../api/server/settings/settings.ts'
import { Metrics } from '../api/server/watch/metrics.ts'
import { observedWork } from '../api/server/watch/observed-work.ts'
import { isLogLevel, logLevels, serverLog } from '../api/server/watch/server-log.ts'
import type { LogLevel } from '../api/server/watch/server-log.ts'
import { startTracing } from '../api/server/watch/tracing.ts'
import { watchedStore } from '../api/server/watch/watched-store.ts'
import { requireLoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import type { Store } from '../graph/store/store.ts'
import { refuseAudience, requireAudiences } from './access.ts'
import { exitCodes, Failure } from './failure.ts'
import { answer, say } from './progress.ts'
import { stopSignal } from './stop-signal.ts'

/** What is served, and how. */
interface Served {
  readonly site: string
  readonly base?: string
  /** What the graph was opened for; left out: everything. */
  readonly audience?: string
  readonly settings: ServerSettings
}

/**
 * Serves until the process is told to stop (SIGINT, SIGTERM); running requests are answered first, then the process ends. It
 * listens at once, and waits for a graph that doesn't answer yet.
 * @param open opens the graph; what it opened is closed here.
 */
export async function serveUntilStopped(
  open: () => Promise<Store>,
  said: Served & { readonly port: number; readonly host: string },
): Promise<void> {
  refuseAudience(said.settings.access, said.audience)
  const log = serverLog(logLevel())
  const stop = new AbortController()
  const stopped = stopSignal().then(() => {
    stop.abort()
  })
  const listening = await listen(said.port, said.host, said.settings).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Failure(`Port ${String(said.port)} is taken. Choose another with --port; --port 0 takes a free one.`)
  })
  try {
    const store = await servingStore(open, log, stop.signal)
    await serveStore(store, { ...said, listening, log, stopped })
    await store.close()
  } catch (error) {
    listening.close()
    if (!stop.signal.aborted) throw error
  }
  // A query that the embedded engine was to give up, and can't, would keep the process until it is done.
  process.exit(exitCodes.fine)
}

/** Serves what is loaded in the store until it is told to stop. */
async function serveStore(
  store: Store,
  said: Served & { readonly listening: Listening; readonly log: Logger; readonly stopped: Promise<void> },
): Promise<void> {
  const { listening, log } = said
  const loaded = await requireLoadedCatalogue(store)
  const { access } = said.settings
  await requireAudiences(access, store)
  const stopTracing = await startTracing(log)
  const metrics = new Metrics()
  const watched = watchedStore(store, metrics)
  const observe = observedWork(metrics)
  const site = { folder: resolve(said.site), base: said.base ?? loaded.site.base }
  const hasSite = siteIn(site) !== undefined
  const api = await createApi(watched, { observe })
  const server = await serve({
    api,
    forAudience: (audience) =>
      audiencePublication(watched, audience, site, { observe }, (own) => watchedStore(own, metrics, 'grafeo')),
    listening,
    log,
    metrics,
    settings: said.settings,
    ...(hasSite ? { site } : {}),
  }).catch((error: unknown) => {
    if (error instanceof ManifestError) throw new Failure(error.message)
    throw error
  })
  if (hasSite) answer(`Site  ${server.address}${site.base}`)
  else say(`There is no site in ${said.site}: "tributary build" makes one.`)
  for (const audience of access === undefined ? [] : audiencesNamed(access))
    if (siteIn({ ...site, folder: audienceFolder(site.folder, audience) }) === undefined)
      say(`There is no site for the audience ${audience}: "tributary build --audience ${audience}" makes one.`)
  answer(`API   ${server.address}/graphql`)
  // Nobody waits for it here: where it fails, whoever asks about impact first tries again, and is told.
  api.prepareImpact().catch((error: unknown) => log.warn({ err: error }, 'what impact needs could not be read'))
  await said.stopped
  say('Stopping …')
  await server.close()
  await stopTracing()
}

function logLevel(): LogLevel {
  const level = process.env['LOG_LEVEL'] || 'info'
  if (isLogLevel(level)) return level
  throw new Failure(`LOG_LEVEL is "${level}": choose one of ${logLevels.join(', ')}.`)
}

/** The settings that `--settings` names; the usual ones where it names none. */
export function settingsOf(file: string | undefined): ServerSettings {
  if (file === undefined) return usualSettings
  try {
    return readServerSettings(file)
  } catch (error) {
    if (error instanceof SettingsProblems) throw new Failure(error.message)
    throw error
  }
}
