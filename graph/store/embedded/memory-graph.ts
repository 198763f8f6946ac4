import type { QueryResult } from '@grafeo-db/js'
import { Grafeo } from './grafeo.ts'
import type { EmbeddedGraph, Graph } from './grafeo.ts'
import { StoreError } from '../store.ts'
import type { Parameters } from '../store.ts'

/** A graph in this process, empty at first and gone when it is closed. */
export class MemoryGraph implements EmbeddedGraph {
  readonly #graph = Grafeo.create()
  #changing = false
  #queries = 0
  #closed = false

  async query(cypher: string, parameters: Parameters): Promise<QueryResult> {
    // A graph in memory can't be opened read-only: whatever a query changes is undone.
    const transaction = this.#graph.beginTransaction()
    this.#queries++
    try {
      const result = await transaction.executeCypher(cypher, parameters)
      if (Object.values(result.counters).some((count) => count > 0)) {
        throw new StoreError('The graph at memory: refused to read: the statement changes the graph')
      }
      return result
    } finally {
      transaction.rollback()
      this.#queries--
      this.#closeWhenDone()
    }
  }

  async change(change: (graph: Graph) => Promise<void>): Promise<void> {
    if (this.#changing) {
      throw new StoreError('The graph at memory: is being written: wait for the first to end', { failure: 'busy' })
    }
    this.#changing = true
    try {
      await change(this.#graph)
    } finally {
      this.#changing = false
    }
  }

  close(): void {
    this.#closed = true
    this.#closeWhenDone()
  }

  #closeWhenDone(): void {
    if (this.#closed && this.#queries === 0) this.#graph.close()
  }
}
