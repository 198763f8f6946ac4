import { constants } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import type { QueryResult } from '@grafeo-db/js'
import type { GraphFiles } from './graph-files.ts'
import { embeddedError, Grafeo, isDamage } from './grafeo.ts'
import type { EmbeddedGraph, Graph } from './grafeo.ts'
import type { Parameters } from '../store.ts'

/**
 * A graph in a folder. Queries read the file that is current when they start, from any number of processes; a change
 * is made on a copy, which becomes current when it is complete. A process killed at any moment leaves the graph as it
 * was, and what it left behind goes with the next change.
 */
export class FileGraph implements EmbeddedGraph {
  readonly #files: GraphFiles
  #reading: Reading | undefined
  /** The current file, where it is damaged and one that isn't is still open; empty: it isn't known which it is. */
  #damaged: string | undefined

  constructor(files: GraphFiles) {
    this.#files = files
  }

  async query(cypher: string, parameters: Parameters): Promise<QueryResult> {
    const reading = this.#current()
    reading.queries++
    try {
      return await reading.graph.executeCypher(cypher, parameters)
    } finally {
      reading.queries--
      closeWhenDone(reading)
    }
  }

  async change(change: (graph: Graph) => Promise<void>): Promise<void> {
    await mkdir(this.#files.folder, { recursive: true })
    const unlock = this.#files.lock()
    try {
      const current = this.#files.current()
      await this.#files.sweep()
      const next = this.#files.next(current)
      await this.#write(current, next, change)
      await this.#files.point(next)
    } finally {
      // Removes the file before the last, or what a failure left; where that doesn't work, the next change will.
      await this.#files.sweep().catch(() => {})
      unlock()
    }
  }

  close(): void {
    this.#retire()
    this.#reading = undefined
  }

  async #write(current: string | undefined, next: string, change: (graph: Graph) => Promise<void>): Promise<void> {
    const path = this.#files.path(next)
    if (current !== undefined) await copyFile(this.#files.path(current), path, constants.COPYFILE_FICLONE)
    const graph = Grafeo.create(path)
    try {
      await change(graph)
      graph.walCheckpoint() // Closing does this too, but says nothing when it fails.
    } finally {
      graph.close()
    }
  }

  /**
   * The current file, opened; the one before is closed when its queries are done. Where the current one is damaged, what is
   * open is read on: the engine has it in memory.
   */
  #current(): Reading {
    const before = this.#reading
    let name: string | undefined
    try {
      name = this.#files.current()
      if (before && (before.name === name || this.#damaged === name)) return before
      const opened = this.#open(name)
      this.#retire()
      this.#reading = opened
      this.#damaged = undefined
      return opened
    } catch (error) {
      if (before?.name === undefined || !isDamage(error)) throw error
      if (this.#damaged === undefined) tellDamage(this.#files, error)
      this.#damaged = name ?? ''
      return before
    }
  }

  #open(name: string | undefined): Reading {
    try {
      const graph = name === undefined ? Grafeo.create() : Grafeo.openReadOnly(this.#files.path(name))
      return { name, graph, queries: 0, retired: false }
    } catch (error) {
      // Two changes since the pointer was read may have removed the file.
      const now = this.#files.current()
      if (now === name) throw error
      return this.#open(now)
    }
  }

  #retire(): void {
    if (!this.#reading) return
    this.#reading.retired = true
    closeWhenDone(this.#reading)
  }
}

/** An open graph file, or an empty graph in memory where there is none. */
interface Reading {
  readonly name: string | undefined
  readonly graph: Graph
  queries: number
  retired: boolean
}

/** Nobody is refused anything, so nobody else would tell. */
function tellDamage(files: GraphFiles, error: unknown): void {
  const { message, hint } = embeddedError(files.address, 'can’t be opened', error)
  const detail = ['What was loaded before is answered from.', hint].join('\n')
  process.emitWarning(message, { type: 'TributaryWarning', detail })
}

function closeWhenDone(reading: Reading): void {
  if (reading.retired && reading.queries === 0) reading.graph.close()
}
