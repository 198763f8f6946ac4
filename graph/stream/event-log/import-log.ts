import { namesState } from './columns.ts'
import type { Columns } from './columns.ts'
import { discover } from './discover.ts'
import type { DiscoverOptions, LogDiscovery } from './log-discovery.ts'
import { LogError } from './log-event.ts'
import { openLog } from './read-log.ts'
import type { LogSource, ReadLogOptions } from './read-log.ts'
import { shown } from './shown.ts'

/** What was found in a log's file, and what the file was taken for. */
export interface ImportedLog {
  readonly source: LogSource
  readonly found: LogDiscovery
}

/**
 * Finds an as-is stream in a log's file. What single timestamps stand for, where it isn't said, is told by the activity's
 * heading: a state ("Status") begins with its line, and lines that repeat it are updates within it; everything else is
 * something that is done when its line is written.
 * @throws LogError with file and line where the log can't be read as it is, and with what to do.
 */
export async function importLog(file: string, options: DiscoverOptions & ReadLogOptions = {}): Promise<ImportedLog> {
  try {
    const log = await openLog(file, options)
    const stamps = options.stamps ?? (tellsStates(log.columns) ? 'BEGIN' : 'END')
    const repeats = options.repeats ?? (stamps === 'BEGIN' ? 'MERGE' : 'KEEP')
    const found = await discover(log.events, { ...options, stamps, repeats })
    return { source: log.source(), found }
  } catch (error) {
    if (!(error instanceof LogError)) throw error
    const line = error.line === undefined ? '' : `:${error.line}`
    throw new LogError(shown(`${file}${line}: ${error.message}`), error.line)
  }
}

const tellsStates = ({ activity, start, lifecycle }: Columns): boolean =>
  start === undefined && lifecycle === undefined && namesState(activity)
