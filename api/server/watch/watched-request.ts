import { AsyncLocalStorage } from 'node:async_hooks'
import type { Context } from '@opentelemetry/api'
import { Phases } from './phases.ts'

/** What is known of a request while it is answered. Whoever works for it adds what he knows; its log line says it in the end. */
export class WatchedRequest {
  /** Tells it apart in answers, logs and errors. */
  readonly id: string
  /** When it came: milliseconds of `performance.now()`. */
  readonly started: number = performance.now()
  readonly phases: Phases = new Phases(this.started)
  /** Statements that were sent to the graph for it, and the rows that they answered. */
  statements = 0
  rows = 0
  /** The operation that it asks for, once its text has been understood. */
  operation: AskedOperation | undefined
  /** Number of the revision that it was answered from. */
  revision: number | undefined
  /** Whether the answer was there before the question. */
  cached: boolean | undefined
  /** The audience whose API or site was asked. */
  audience: string | undefined
  /** Codes of the errors that it was answered with. */
  readonly errors: string[] = []
  /** The limits that it met. */
  readonly limits: string[] = []

  constructor(id: string) {
    this.id = id
  }

  /** It is answered with an error, perhaps because it met a limit. */
  fails(code: unknown, limit?: unknown): void {
    this.errors.push(typeof code === 'string' ? code : 'UNKNOWN')
    if (typeof limit === 'string') this.limits.push(limit)
  }
}

/** An operation of a GraphQL request, as people recognise it. */
export interface AskedOperation {
  /** Its name, or what stands for it where it has none: a hash of its text and its first fields. */
  readonly name: string
  /** The span that its parts belong to. */
  readonly within: Context
}

const running = new AsyncLocalStorage<WatchedRequest>()

/** The request that the running code works for; undefined where it works for none. */
export const currentRequest = (): WatchedRequest | undefined => running.getStore()

/** Does something, and all that follows from it, for a request. */
export const workFor = <Result>(request: WatchedRequest, work: () => Result): Result => running.run(request, work)
