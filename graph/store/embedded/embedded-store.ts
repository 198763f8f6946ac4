import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FileGraph } from './file-graph.ts'
import { GraphFiles } from './graph-files.ts'
import { applyStatements, embeddedError } from './grafeo.ts'
import type { EmbeddedGraph } from './grafeo.ts'
import { MemoryGraph } from './memory-graph.ts'
import { mendFiles } from './mend-files.ts'
import { StoreError } from '../store.ts'
import type { Json, Parameters, ReadOptions, Statement, Store } from '../store.ts'
import { untilAborted } from '../until-aborted.ts'

/**
 * Opens a graph in this process: `memory:` is new and empty, `file:PATH` is a folder, which needn't exist before
 * something is written. A path is taken from the working directory; `file:///PATH` is a URL.
 * @throws StoreError when the address is neither.
 */
export async function openEmbeddedStore(address: string): Promise<Store> {
  if (address === 'memory:') return new EmbeddedStore(address, new MemoryGraph())
  return new EmbeddedStore(address, new FileGraph(new GraphFiles(folderOf(address), address)))
}

/** Makes a damaged graph in a folder one that can be loaded again (`mendFiles`). A graph in memory is never damaged. */
export async function mendEmbeddedStore(address: string): Promise<string | undefined> {
  if (address === 'memory:') return undefined
  try {
    return await mendFiles(new GraphFiles(folderOf(address), address))
  } catch (error) {
    throw embeddedError(address, 'can’t be mended', error)
  }
}

class EmbeddedStore implements Store {
  readonly address: string
  readonly #graph: EmbeddedGraph
  #closed = false

  constructor(address: string, graph: EmbeddedGraph) {
    this.address = address
    this.#graph = graph
  }

  async read<Row extends Json = Json>(
    cypher: string,
    parameters: Parameters = {},
    { signal }: ReadOptions = {},
  ): Promise<Row[]> {
    return this.#attempt('refused to read', async () => {
      const cancelled = { address: this.address, hint: hintWhenCancelled }
      const result = await untilAborted(signal, cancelled, () => this.#graph.query(cypher, parameters))
      return result.toArray() as Json[] as Row[]
    })
  }

  async write(statements: readonly Statement[], onStatement?: (done: number, of: number) => void): Promise<void> {
    await this.#attempt('refused to be written', async () => {
      if (statements.length === 0) return
      await this.#graph.change((graph) => applyStatements(graph, statements, onStatement))
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#graph.close()
  }

  async #attempt<T>(failure: string, work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreError(`The graph at ${this.address} is closed`)
    try {
      return await work()
    } catch (error) {
      throw embeddedError(this.address, failure, error)
    }
  }
}

const hintWhenCancelled = 'The embedded engine can’t end a query that has begun: ask for less, or give it more time'

function folderOf(address: string): string {
  const path = /^file:(.*)$/i.exec(address)?.[1] ?? ''
  if (path === '' || path === '//') {
    throw new StoreError(`The address "${address}" names no graph`, { hint: 'Write memory: or file:PATH' })
  }
  return path.startsWith('//') ? fileURLToPath(`file:${path}`) : resolve(path)
}
