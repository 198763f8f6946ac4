import { createApi } from '../../../../api/execute.ts'
import { serve } from '../../../../api/server/serve.ts'
import type { ServerSettings } from '../../../../api/server/settings/settings.ts'
import { usualSettings } from '../../../../api/server/settings/settings.ts'
import { Metrics } from '../../../../api/server/watch/metrics.ts'
import { observedWork } from '../../../../api/server/watch/observed-work.ts'
import { serverLog } from '../../../../api/server/watch/server-log.ts'
import type { LogLevel } from '../../../../api/server/watch/server-log.ts'
import { watchedStore } from '../../../../api/server/watch/watched-store.ts'
import { openStore } from '../../../../graph/store/open-store.ts'
import type { Store } from '../../../../graph/store/store.ts'
import { seed } from '../../seed.ts'

/** A line of a log. */
export type Line = Readonly<Record<string, unknown>>

/** A log that is kept instead of written. */
export function keptLog(level: LogLevel = 'debug'): {
  readonly log: ReturnType<typeof serverLog>
  readonly lines: Line[]
} {
  const lines: Line[] = []
  const log = serverLog(level, { write: (text) => lines.push(JSON.parse(text) as Line) })
  return { log, lines }
}

/** A server over a small graph, watched as the product's own is. */
export interface WatchedServer {
  readonly address: string
  /** What it has logged. */
  readonly lines: readonly Line[]
  /** Asks the API. */
  ask(body: object | string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** The line of the log that says what a request came to: it is written when the answer has been sent, perhaps a moment later. */
  line(requestId: string, message?: string): Promise<Line>
  close(): Promise<void>
}

/** Serves an application that a team runs. @param around put around the store, below what watches it. */
export async function watchedServer(
  settings: Partial<ServerSettings> = {},
  around: (store: Store) => Store = (store) => store,
): Promise<WatchedServer> {
  const store = await openStore('memory:')
  await seed(store, {
    items: [{ id: 'application/mail', name: 'Mail' }, { id: 'application/crm' }, { id: 'team/desk' }],
    relations: [['application/crm', 'NEEDS', 'application/mail']],
  })
  const { log, lines } = keptLog()
  const metrics = new Metrics()
  const watched = watchedStore(around(store), metrics)
  // Nothing is loaded meanwhile: how slow the machine is mustn't decide whether it is looked for.
  const api = await createApi(watched, { observe: observedWork(metrics), freshFor: Infinity })
  const server = await serve({
    api,
    log,
    metrics,
    port: 0,
    host: '127.0.0.1',
    settings: { ...usualSettings, ...settings },
  })
  return {
    address: server.address,
    lines,
    ask: (body, headers = {}) =>
      fetch(`${server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async line(requestId, message = 'request') {
      for (;;) {
        const found = lines.find((line) => line['requestId'] === requestId && line['msg'] === message)
        if (found !== undefined) return found
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    close: async () => {
      await server.close()
      await store.close()
    },
  }
}
