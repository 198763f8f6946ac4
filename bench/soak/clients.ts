import { createHistogram } from 'node:perf_hooks'
import type { RecordableHistogram } from 'node:perf_hooks'
import type { Client, SoakQuestion } from './questions.ts'

/** So many wrong answers are enough. */
const enough = 100

/** Clients that ask without a pause, each one question after the other. */
export class Clients {
  /** Durations by question, in microseconds. */
  readonly durations = new Map<string, RecordableHistogram>()
  /** How often something was wrong, by what was. */
  readonly faults = new Map<string, number>()
  readonly #clients: readonly Client[]
  #isAsking = true

  constructor(count: number) {
    this.#clients = Array.from({ length: count }, () => ({ revision: 0 }))
  }

  /** How many answers came. */
  get answers(): number {
    return [...this.durations.values()].reduce((sum, each) => sum + each.count, 0)
  }

  /** The newest revision that all clients have seen. */
  get revision(): number {
    return Math.min(...this.#clients.map((each) => each.revision))
  }

  /** Asks until {@link stop}, or until enough was wrong. Each client begins with another question. */
  async ask(questions: readonly SoakQuestion[]): Promise<void> {
    await Promise.all(
      this.#clients.map(async (client, number) => {
        for (let turn = number; this.#isAsking && this.faults.size < enough; turn += 1) {
          const question = questions[turn % questions.length]
          if (question !== undefined) await this.#askOne(question, client)
        }
      }),
    )
  }

  stop(): void {
    this.#isAsking = false
  }

  async #askOne({ name, ask }: SoakQuestion, client: Client): Promise<void> {
    const durations = this.durations.get(name) ?? createHistogram()
    this.durations.set(name, durations)
    const before = performance.now()
    try {
      await ask(client)
    } catch (error) {
      const told =
        error instanceof Error
          ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`
          : String(error)
      const fault = `${name}: ${told.trim()}`
      this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1)
    }
    durations.record(Math.max(1, Math.round((performance.now() - before) * 1_000)))
  }
}
