import { SpanKind } from '@opentelemetry/api'
import { StoreError } from '../../../graph/store/store.ts'
import type { Json, Store } from '../../../graph/store/store.ts'
import type { Metrics } from './metrics.ts'
import { inSpan } from './spans.ts'
import { currentRequest } from './watched-request.ts'

/**
 * A store whose reading is counted, timed and traced, and told to the request that it is for. Values of parameters go nowhere.
 * A server doesn't write.
 * @param system what the database is; an audience's graph is an embedded one, wherever the whole graph is.
 */
export function watchedStore(store: Store, metrics: Metrics, system: DatabaseSystem = systemOf(store)): Store {
  return {
    address: store.address,
    async read<Row extends Json>(...[cypher, ...rest]: Arguments<Store['read']>) {
      const request = currentRequest()
      const leave = request?.phases.enter('graph')
      const started = performance.now()
      const tell = (outcome: string): void =>
        metrics.statements.observe({ store: system, outcome }, (performance.now() - started) / 1000)
      const attributes = { 'db.system.name': system, 'db.query.text': cypher }
      try {
        const rows = await inSpan(`${system} read`, { kind: SpanKind.CLIENT, attributes }, async (span) => {
          const answered = await store.read<Row>(cypher, ...rest)
          span.setAttribute('db.response.returned_rows', answered.length)
          return answered
        })
        tell('ok')
        metrics.rows.inc({ store: system }, rows.length)
        if (request !== undefined) request.rows += rows.length
        return rows
      } catch (error) {
        tell(error instanceof StoreError ? error.failure : 'error')
        throw error
      } finally {
        leave?.()
        if (request !== undefined) request.statements++
      }
    },
    write: (...given) => store.write(...given),
    close: () => store.close(),
  }
}

/** Databases, as OpenTelemetry calls them. */
export type DatabaseSystem = 'neo4j' | 'grafeo'

const systemOf = ({ address }: Store): DatabaseSystem => (/^(neo4j|bolt)/.test(address) ? 'neo4j' : 'grafeo')

/** What a function is called with. */
type Arguments<Called> = Called extends (...given: infer Given) => unknown ? Given : never
