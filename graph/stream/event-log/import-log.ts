import { namesState } from './columns.ts'
import { discover } from './discover.ts'
import type { DiscoverOptions, LogDiscovery } from './log-discovery.ts'
import { LogError } from './log-event.ts'
import { openLog } from './read-log.ts'
import type { LogSource, OpenLog, ReadLogOptions } from './read-log.ts'
import { shown } from './shown.ts'

/** What was found in a log's file, and what the file was taken for. */
export interface ImportedLog {
  readonly source: LogSource
  readonly found: LogDiscovery
}

/** How to read a log's file, and how to look at it. */
export type ImportLogOptions = Omit<DiscoverOptions, 'dates'> & ReadLogOptions

/**
 * Finds an as-is stream in a log's file. What single timestamps stand for, where it isn't said, is told by the activity's
 * heading: a state ("Status") begins with its line, and lines that repeat it are updates within it; everything else is
 * something that is done when its line is written. A table that can't be read so, and that has one line a case and several
 * dates, is read date by date.
 * @throws LogError with file and line where the log can't be read as it is, and with what to do.
 */
export async function importLog(file: string, options: ImportLogOptions = {}): Promise<ImportedLog> {
  try {
    return await find(file, options).catch((error: unknown) => findByDates(file, options, error))
  } catch (error) {
    if (!(error instanceof LogError)) throw error
    const line = error.line === undefined ? '' : `:${error.line}`
    throw new LogError(shown(`${file}${line}: ${error.message}`), { line: error.line })
  }
}

async function find(file: string, options: ImportLogOptions): Promise<ImportedLog> {
  const log = await openLog(file, options)
  const stamps = options.stamps ?? (tellsStates(log.columns) ? 'BEGIN' : undefined)
  const repeats = options.repeats ?? (stamps === 'BEGIN' ? 'MERGE' : 'KEEP')
  const dates = 'dates' in log.columns ? log.columns.dates : undefined
  const found = await discover(log.events, { ...options, stamps, repeats, dates })
  const source = log.source()
  if ('dates' in source.columns || found.transitions.understood > 0) return { source, found }
  return { source: { ...source, columns: { ...source.columns, lifecycle: undefined } }, found }
}

/**
 * Reads a log by its dates after it couldn't be read otherwise, unless it was said what to read.
 * @throws the error of before where it isn't one line a case with several dates.
 */
async function findByDates(file: string, options: ImportLogOptions, before: unknown): Promise<ImportedLog> {
  const { activity, time, start } = options.columns ?? {}
  const said = options.dates ?? activity ?? time ?? start
  const other = before instanceof LogError && (before.kind === 'UNKNOWN_COLUMN' || before.kind === 'ONE_LINE_A_CASE')
  if (said !== undefined || !other) throw before
  return find(file, { ...options, dates: 'ALL' }).catch((error: unknown) => {
    throw error instanceof LogError && error.kind === 'SEVERAL_LINES_A_CASE' ? before : error
  })
}

const tellsStates = (columns: OpenLog['columns']): boolean =>
  'activity' in columns &&
  columns.start === undefined &&
  columns.lifecycle === undefined &&
  namesState(columns.activity)
