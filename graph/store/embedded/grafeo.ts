import grafeo from '@grafeo-db/js'
import type { GrafeoDB, QueryResult } from '@grafeo-db/js'
import { StoreError } from '../store.ts'
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
 * Runs the schema statements one by one, then the others in one transaction, in the order given.
 * @throws what the engine reports; no statement but those of the schema has then taken effect.
 */
export async function applyStatements(
  graph: Graph,
  statements: readonly Statement[],
  onStatement?: (done: number, of: number) => void,
): Promise<void> {
  let done = 0
  for (const { cypher, parameters } of statements.filter((statement) => statement.schema)) {
    await graph.executeCypher(cypher, parameters)
    onStatement?.(++done, statements.length)
  }
  const transaction = graph.beginTransaction()
  try {
    for (const { cypher, parameters } of statements.filter((statement) => !statement.schema)) {
      await transaction.executeCypher(cypher, parameters)
      onStatement?.(++done, statements.length)
    }
    transaction.commit()
  } catch (error) {
    if (transaction.isActive) transaction.rollback()
    throw error
  }
}

/**
 * Says in the product's words what the embedded engine, or the file system, reported.
 * @param failure what the graph did, after its name.
 * @param hintWhenDamaged what to do when a file isn't as the engine wrote it.
 */
export function embeddedError(address: string, failure: string, error: unknown, hintWhenDamaged?: string): StoreError {
  if (error instanceof StoreError) return error
  const message = error instanceof Error ? error.message.trim() : String(error)
  if (hintWhenDamaged !== undefined && isDamage(error, message)) {
    return new StoreError(`The graph at ${address} is damaged: ${message}`, { hint: hintWhenDamaged, cause: error })
  }
  const hint = hintFor(error, message)
  const options = hint === undefined ? { cause: error } : { hint, cause: error }
  return new StoreError(`The graph at ${address} ${failure}: ${message}`, options)
}

/** Whether the engine refuses a file because another process has it open. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /\blocked\b/.test(error.message)
}

/** Headers (X002) and pages (S…) that aren't as they were written, and a current file that is gone. */
function isDamage(error: unknown, message: string): boolean {
  if (/GRAFEO-(X002|S\d{3})|requires an existing database/.test(message)) return true
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function hintFor(error: unknown, message: string): string | undefined {
  if (message.includes('UNIQUE constraint')) return 'A value that must be unique is taken'
  if (message.includes('Cannot delete node')) return 'Something still points at a node that was to be removed'
  if (!(error instanceof Error && 'code' in error)) return undefined
  if (error.code === 'EACCES' || error.code === 'EPERM' || error.code === 'EROFS') {
    return 'Choose a folder that this user may write to: --store file:PATH'
  }
  if (error.code === 'ENOTDIR' || error.code === 'EEXIST') return 'Choose a folder, not a file: --store file:PATH'
  return error.code === 'ENOSPC' ? 'Make room on the disk' : undefined
}
