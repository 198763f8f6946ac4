/**
 * The narrow contract between the product and a graph database (design, "The graph"). Everything above it speaks one
 * subset of Cypher that all stores run; nothing above it knows which store it talks to.
 */
export interface Store {
  /** The address it was opened with, without credentials: for messages. */
  readonly address: string

  /**
   * Runs a statement that changes nothing.
   * @returns its rows as plain JSON: whole numbers are numbers, nulls are `null`, nodes are never returned.
   * @throws StoreError when the graph can't be reached or refuses the statement, and when `options.signal` aborts.
   */
  read<Row extends Json = Json>(cypher: string, parameters?: Parameters, options?: ReadOptions): Promise<Row[]>

  /**
   * Runs statements in order in one transaction: all of them take effect, or none; those that are `apart` may anyhow.
   * Schema statements (constraints, indexes) are run and committed before the others. While another writer is at work
   * the store either waits for it or refuses; readers see the graph as it was until all is done.
   * @param onStatement told after each statement, for progress. A server may make the store start again after a
   * passing failure; `done` then falls back.
   * @throws StoreError when the graph can't be reached or refuses a statement; nothing of `statements` is then in the
   * graph (constraints and indexes may be, and what is `apart`).
   */
  write(statements: readonly Statement[], onStatement?: (done: number, of: number) => void): Promise<void>

  /** Lets go of connections and files. The store can't be used afterwards; closing twice is fine. */
  close(): Promise<void>
}

/** How a statement is read. */
export interface ReadOptions {
  /**
   * Cancels the statement: whoever asked is answered at once, with a StoreError whose `failure` is `cancelled`. Neo4j then
   * ends the query too; the embedded engine can't: it works on, and the rows are dropped.
   */
  readonly signal?: AbortSignal
}

/** One statement with its parameters. */
export interface Statement {
  readonly cypher: string
  /** A function is asked when the statement is about to run: then not the parameters of all are held at once. */
  readonly parameters?: Parameters | (() => Parameters)
  /** It defines a constraint or an index: it can't share a transaction with data, and must be safe to repeat. */
  readonly schema?: boolean
  /**
   * It may take effect by itself, in its turn, whatever becomes of the others: for rows that nobody reads before one of the
   * others says that they count. A server then needs memory for one such statement, where a transaction takes it for all. The
   * others may not see it.
   */
  readonly apart?: boolean
}

/** The parameters that a statement runs with. */
export const parametersOf = ({ parameters = {} }: Statement): Parameters =>
  typeof parameters === 'function' ? parameters() : parameters

/** Parameters of a statement: plain JSON. Whole numbers reach the graph as integers. */
export type Parameters = Readonly<Record<string, JsonValue>>

/** A value as JSON has them. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** A row: column names and values. */
export type Json = { readonly [key: string]: JsonValue }

/**
 * What kind of failure it was:
 * - `unreachable`: the graph gave no answer. The same question may be answered later.
 * - `cancelled`: whoever asked didn't want to wait any longer.
 * - `busy`: another writer is at work.
 * - `damaged`: what is stored isn't as it was written. It stays so until it is loaded again.
 * - `refused`: anything else.
 */
export type StoreFailure = 'unreachable' | 'cancelled' | 'busy' | 'damaged' | 'refused'

/**
 * A graph that can't be reached or that refuses a statement: says which store, what happened and, in `hint`, what to
 * do. Never holds credentials.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  /** What kind of failure it was, for those who go on differently. */
  readonly failure: StoreFailure
  /** What to do about it. */
  readonly hint: string | undefined

  constructor(message: string, options: { failure?: StoreFailure; hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.failure = options.failure ?? 'refused'
    this.hint = options.hint
  }
}
