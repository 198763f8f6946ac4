import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { damaged, Grafeo, isLocked } from './grafeo.ts'
import { StoreError } from '../store.ts'

/** A graph file: its number counts the writes, and the rest tells apart folders that were deleted and made anew. */
const graphFile = /^graph-(\d+)-[0-9a-f]{8}\.grafeo$/
/** Files that belong to a write: graphs with what the engine puts beside them, and pointers not yet in place. */
const ownFile = /^(graph-\d+-[0-9a-f]{8}\.grafeo|current\.)/

/**
 * The files of one embedded graph. A folder holds graph files, each written once and never changed after, and
 * `current`, which names the one to read. Only a writer that holds the lock adds, removes or points.
 */
export class GraphFiles {
  readonly folder: string
  /** The graph's address, for messages. */
  readonly address: string

  constructor(folder: string, address: string) {
    this.folder = folder
    this.address = address
  }

  /**
   * The name of the graph file to read, or undefined where nothing has been written. Takes microseconds.
   * @throws StoreError when the pointer names no graph file.
   */
  current(): string | undefined {
    let text: string
    try {
      text = readFileSync(join(this.folder, 'current'), 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
    const name = text.trimEnd()
    if (graphFile.test(name)) return name
    throw damaged(this.address, '"current" names no graph file')
  }

  /** The path of a graph file. */
  path(name: string): string {
    return join(this.folder, name)
  }

  /** The names of all graph files there are, the newest first. */
  async names(): Promise<string[]> {
    const names = (await readdir(this.folder)).filter((name) => graphFile.test(name))
    return names.sort((a, b) => numberOf(b) - numberOf(a))
  }

  /** Puts a graph file where no writer finds or removes it. @returns its path there. */
  async putAside(name: string): Promise<string> {
    const aside = this.path(`damaged-${name}`)
    await rename(this.path(name), aside)
    return aside
  }

  /** Says that nothing has been written yet. */
  async pointNowhere(): Promise<void> {
    await rm(this.path('current'), { force: true })
    await this.#sync()
  }

  /** A new name for the graph file that is to follow `name`. */
  next(name: string | undefined): string {
    return `graph-${numberOf(name) + 1}-${randomBytes(4).toString('hex')}.grafeo`
  }

  /** Makes a complete graph file the current one: at every moment, readers find either the old or the new one. */
  async point(name: string): Promise<void> {
    await this.#sync()
    await writeFileAtomic(join(this.folder, 'current'), `${name}\n`)
    await this.#sync()
  }

  /**
   * Removes what isn't the current graph file or the one before, which a reader may be about to open.
   * @throws StoreError, and removes nothing, when the pointer names no graph file.
   */
  async sweep(): Promise<void> {
    const number = numberOf(this.current())
    for (const name of await readdir(this.folder)) {
      const kept = graphFile.test(name) && (numberOf(name) === number || numberOf(name) === number - 1)
      if (kept || !ownFile.test(name)) continue
      // Windows refuses to remove what a reader has open: a later write will.
      await rm(this.path(name), { recursive: true, force: true }).catch(() => {})
    }
  }

  /**
   * Keeps other writers away, also those in other processes, until the function it returns is called or the process
   * ends.
   * @throws StoreError when another writer is at work.
   */
  lock(): () => void {
    try {
      // Node has no file locks. The engine has: it locks a graph that is open for writing.
      const lock = Grafeo.create(this.path('lock.grafeo'))
      return () => lock.close()
    } catch (error) {
      if (!isLocked(error)) throw error
      throw new StoreError(`The graph at ${this.address} is being written by another load`, {
        failure: 'busy',
        hint: 'Wait until it is done and try again',
        cause: error,
      })
    }
  }

  /** Makes new names in the folder survive a power cut. */
  async #sync(): Promise<void> {
    // Windows can't, and needn't: its file system keeps names in a journal.
    const folder = await open(this.folder, 'r').catch(() => undefined)
    await folder?.sync().catch(() => {})
    await folder?.close()
  }
}

function numberOf(name: string | undefined): number {
  return Number(graphFile.exec(name ?? '')?.[1] ?? 0)
}
