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
   * @throws StoreError when the graph can't be reached or refuses the statement.
   */
  read<Row extends Json = Json>(cypher: string, parameters?: Parameters): Promise<Row[]>

  /**
   * Runs statements in order in one transaction: all of them take effect, or none.
   * Schema statements (constraints, indexes) are run and committed before the others. While another writer is at work
   * the store either waits for it or refuses; readers see the graph as it was until all is done.
   * @param onStatement told after each statement, for progress. A server may make the store start again after a
   * passing failure; `done` then falls back.
   * @throws StoreError when the graph can't be reached or refuses a statement; nothing of `statements` is then in the
   * graph (constraints and indexes may be).
   */
  write(statements: readonly Statement[], onStatement?: (done: number, of: number) => void): Promise<void>

  /** Lets go of connections and files. The store can't be used afterwards; closing twice is fine. */
  close(): Promise<void>
}

/** One statement with its parameters. */
export interface Statement {
  readonly cypher: string
  readonly parameters?: Parameters
  /** It defines a constraint or an index: it can't share a transaction with data, and must be safe to repeat. */
  readonly schema?: boolean
}

/** Parameters of a statement: plain JSON. Whole numbers reach the graph as integers. */
export type Parameters = Readonly<Record<string, JsonValue>>

/** A value as JSON has them. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** A row: column names and values. */
export type Json = { readonly [key: string]: JsonValue }

/**
 * A graph that can't be reached or that refuses a statement: says which store, what happened and, in `hint`, what to
 * do. Never holds credentials.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  /** What to do about it. */
  readonly hint: string | undefined

  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.hint = options.hint
  }
}
