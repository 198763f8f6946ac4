import type { CompiledRead } from '../../graph/query/compile-read.ts'
import { joinReads } from '../../graph/query/join-reads.ts'
import type { Store } from '../../graph/store/store.ts'

/** A read that waits for the others of its request. */
interface Waiting {
  readonly read: CompiledRead<unknown>
  readonly answer: (result: unknown) => void
  readonly fail: (error: unknown) => void
}

/**
 * The reads of one request. Those that are asked for together, as root fields are, become one statement, so that they are
 * answered from one state of the graph.
 */
export class RequestReads {
  readonly #store: Store
  #count = 0
  #waiting: Waiting[] = []

  constructor(store: Store) {
    this.#store = store
  }

  /**
   * Answers a read.
   * @param compile makes it, with the number that tells it apart from the request's others.
   */
  async read<Result>(compile: (number: number) => CompiledRead<Result>): Promise<Result> {
    const read = compile(this.#count++)
    return new Promise<Result>((resolve, reject) => {
      // Root fields are asked for in one go: once they all have been, what waits is complete.
      if (this.#waiting.length === 0) queueMicrotask(() => void this.#flush())
      this.#waiting.push({ read, answer: resolve as (result: unknown) => void, fail: reject })
    })
  }

  async #flush(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    try {
      const { cypher, parameters, decode } = joinReads(waiting.map(({ read }) => read))
      const results = decode(await this.#store.read(cypher, parameters))
      waiting.forEach(({ answer }, i) => answer(results[i]))
    } catch (error) {
      for (const { fail } of waiting) fail(error)
    }
  }
}
