import grafeo from '@grafeo-db/js'
import type { GrafeoDB, QueryResult } from '@grafeo-db/js'
import { isDiskFull } from '../disk-full.ts'
import { parametersOf, StoreError } from '../store.ts'
import type { Parameters, Statement } from '../store.ts'

/** The embedded engine. Its package is CommonJS: named imports don't work. */
export const { GrafeoDB: Grafeo } = grafeo

/** An open graph of the embedded engine. */
export type Graph = GrafeoDB

/** The two kinds of embedded graph, in memory and in files, as the embedded store uses them. */
export interface EmbeddedGraph {
  /** Runs a statement on the graph as it is now; refuses one that would change it. */
  query(cypher: string, parameters: Parameters): Promise<QueryResult>
  /** Lets `change` work on the graph; when it throws, the graph stays as it was. One at a time. */
  change(change: (graph: Graph) => Promise<void>): Promise<void>
  /** Lets go of memory and files once the queries under way are done. */
  close(): void
}

/**
 * Runs the schema statements one by one, then the others in one transaction, in the order given. Those that are `apart` run
 * outside of it: a transaction takes the engine about as much memory again as what it writes.
 * @throws what the engine reports; no statement but those of the schema, and those apart, has then taken effect.
 */
export async function applyStatements(
  graph: Graph,
  statements: readonly Statement[],
  onStatement?: (done: number, of: number) => void,
): Promise<void> {
  let done = 0
  const run = async (on: Pick<Graph, 'executeCypher'>, statement: Statement): Promise<void> => {
    await on.executeCypher(statement.cypher, parametersOf(statement))
    onStatement?.(++done, statements.length)
  }
  for (const statement of statements) if (statement.schema) await run(graph, statement)
  const transaction = graph.beginTransaction()
  try {
    for (const statement of statements) {
      if (!statement.schema) await run(statement.apart ? graph : transaction, statement)
    }
    transaction.commit()
  } catch (error) {
    try {
      if (transaction.isActive) transaction.rollback()
    } catch {
      // What has to be told is why it failed. A transaction whose commit failed says that it is active, and refuses.
    }
    throw error
  }
}

/**
 * Says in the product's words what the embedded engine, or the file system, reported.
 * @param failure what the graph did, after its name.
 */
export function embeddedError(address: string, failure: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const message = error instanceof Error ? error.message.trim() : String(error)
  if (isDamage(error)) return damaged(address, message, error)
  const hint = hintFor(error, message)
  const options = hint === undefined ? { cause: error } : { hint, cause: error }
  return new StoreError(`The graph at ${address} ${failure}: ${message}`, options)
}

/** Whether the engine refuses a file because another process has it open. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /\blocked\b/.test(error.message)
}

/** The error to tell that a graph's files aren't as they were written. */
export function damaged(address: string, how: string, cause?: unknown): StoreError {
  return new StoreError(`The graph at ${address} is damaged: ${how}`, {
    failure: 'damaged',
    hint: 'Load the catalogue again ("tributary load"): what is damaged is put aside, and the graph is made anew',
    cause,
  })
}

/**
 * Headers (X002) and pages (S…) that aren't as they were written, and a current file that is gone. The engine holds all of a
 * file against its checksums when it opens it, and then has it in memory.
 */
export function isDamage(error: unknown): boolean {
  if (error instanceof StoreError) return error.failure === 'damaged'
  if (!(error instanceof Error)) return false
  if (/GRAFEO-(X002|S\d{3})|requires an existing database/.test(error.message)) return true
  return 'code' in error && error.code === 'ENOENT'
}

function hintFor(error: unknown, message: string): string | undefined {
  if (isDiskFull(error)) return 'Make room on the disk: the graph is as it was'
  if (message.includes('UNIQUE constraint')) return 'A value that must be unique is taken'
  if (message.includes('Cannot delete node')) return 'Something still points at a node that was to be removed'
  if (!(error instanceof Error && 'code' in error)) return undefined
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') {
    return 'Choose a folder that this user may write to: --store file:PATH'
  }
  if (error.code === 'ENOTDIR' || error.code === 'EEXIST') return 'Choose a folder, not a file: --store file:PATH'
  return undefined
}
