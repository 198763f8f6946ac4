import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Api } from '../../execute.ts'
import type { Answers } from '../answers/answers.ts'
import { OperationNames } from './operation-names.ts'

/** Upper ends of the buckets of durations, in seconds: from an answer out of memory to the longest that is waited for. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** What one server counts and times, for Prometheus: names and units as its conventions want them. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #apis = new Map<string, Pick<Api, 'revision' | 'loadedAt'>>()
  #kept: Pick<Answers, 'bytes'> | undefined
  #hasDefaults = false

  /** The names of operations that are told apart. */
  readonly names = new OperationNames()

  readonly inFlight = new Gauge({
    name: 'tributary_http_requests_in_flight',
    help: 'Requests that are being answered.',
    registers: [this.#registry],
  })
  readonly requests = new Histogram({
    name: 'tributary_http_request_duration_seconds',
    help: 'Time from a request until its answer is sent. Status 499: the client went away before.',
    labelNames: ['route', 'method', 'status'],
    buckets: seconds,
    registers: [this.#registry],
  })
  readonly sent = new Counter({
    name: 'tributary_http_sent_bytes_total',
    help: 'Bytes of answers as they went over the wire, with their headers.',
    labelNames: ['route'],
    registers: [this.#registry],
  })
  readonly operations = new Histogram({
    name: 'tributary_graphql_operation_duration_seconds',
    help: 'Time that a GraphQL operation takes. Of unknown names only the first are told apart; the rest is "other".',
    labelNames: ['operation', 'outcome'],
    buckets: seconds,
    registers: [this.#registry],
  })
  readonly errors = new Counter({
    name: 'tributary_graphql_errors_total',
    help: 'Errors in answers, by their code.',
    labelNames: ['code'],
    registers: [this.#registry],
  })
  readonly refusals = new Counter({
    name: 'tributary_refusals_total',
    help: 'Requests that were refused because they met a limit, by that limit.',
    labelNames: ['limit'],
    registers: [this.#registry],
  })
  readonly slow = new Counter({
    name: 'tributary_slow_operations_total',
    help: 'Operations that took longer than the setting "watch.slowMilliseconds".',
    registers: [this.#registry],
  })
  readonly answers = new Counter({
    name: 'tributary_answers_total',
    help: 'Answers of the API: worked out (new), from memory (kept), or known to the client already (unchanged).',
    labelNames: ['from'],
    registers: [this.#registry],
  })
  readonly statements = new Histogram({
    name: 'tributary_store_statement_duration_seconds',
    help: 'Time that the graph takes to answer a statement.',
    labelNames: ['store', 'outcome'],
    buckets: seconds,
    registers: [this.#registry],
  })
  readonly rows = new Counter({
    name: 'tributary_store_rows_total',
    help: 'Rows that the graph has answered.',
    labelNames: ['store'],
    registers: [this.#registry],
  })
  readonly computations = new Histogram({
    name: 'tributary_computation_duration_seconds',
    help: 'Time that it takes to compute an answer of impact, to read the snapshot and to build the search index.',
    labelNames: ['name', 'outcome'],
    buckets: seconds,
    registers: [this.#registry],
  })

  constructor() {
    const apis = this.#apis
    const keptBytes = (): number => this.#kept?.bytes ?? 0
    const registers = [this.#registry]
    new Gauge({
      name: 'tributary_kept_answers_bytes',
      help: 'What the answers in memory take.',
      registers,
      collect() {
        this.set(keptBytes())
      },
    })
    new Gauge({
      name: 'tributary_revision',
      help: 'Number of the revision that is answered from.',
      labelNames: ['audience'],
      registers,
      collect() {
        for (const [audience, { revision }] of apis) this.set({ audience }, revision)
      },
    })
    new Gauge({
      name: 'tributary_revision_loaded_timestamp_seconds',
      help: 'When the revision that is answered from was loaded. How long ago: time() minus this.',
      labelNames: ['audience'],
      registers,
      collect() {
        for (const [audience, { loadedAt }] of apis) this.set({ audience }, Date.parse(loadedAt) / 1000)
      },
    })
  }

  /** Has metrics say which revision an API answers from. @param audience whose API it is; empty: everything's. */
  show(api: Pick<Api, 'revision' | 'loadedAt'>, audience = ''): void {
    this.#apis.set(audience, api)
  }

  /** Has metrics say how much the answers in memory take. */
  showKept(answers: Pick<Answers, 'bytes'>): void {
    this.#kept = answers
  }

  /** The form of `text()`. */
  get contentType(): string {
    return this.#registry.contentType
  }

  /** All of it in Prometheus' text format, the process's memory, CPU, garbage collection and event loop included from the first time on. */
  async text(): Promise<string> {
    if (!this.#hasDefaults) {
      this.#hasDefaults = true
      collectDefaultMetrics({ register: this.#registry })
    }
    return this.#registry.metrics()
  }
}
