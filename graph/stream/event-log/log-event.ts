/** One line of an event log: something was done in a case. All fields are the log's own text. */
export interface LogEvent {
  readonly case: string
  readonly activity: string
  /** When it ended, or the only time that the log has. Empty: not recorded. */
  readonly time: string
  /** When it began, where the log says both in one line. */
  readonly start?: string | undefined
  /** Who did it. */
  readonly resource?: string | undefined
  /** XES's `lifecycle:transition`: start, complete … Left out: each line stands for something done. */
  readonly lifecycle?: string | undefined
}

/** A column that can't be told, a case a line where cases should have several, and several where they should have one. */
export type LogErrorKind = 'UNKNOWN_COLUMN' | 'ONE_LINE_A_CASE' | 'SEVERAL_LINES_A_CASE'

/** The log can't be read as it is. The message says what is wrong and what to do. */
export class LogError extends Error {
  override readonly name = 'LogError'
  /** Line of the file, from 1, where it is one line's fault. */
  readonly line: number | undefined
  /** What is wrong, where something else may be tried before it is said. */
  readonly kind: LogErrorKind | undefined

  constructor(
    message: string,
    { line, kind }: { readonly line?: number | undefined; readonly kind?: LogErrorKind } = {},
  ) {
    super(message)
    this.line = line
    this.kind = kind
  }
}
