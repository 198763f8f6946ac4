import { chooseColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import type { LogEvent } from './log-event.ts'

/** A table's row by heading, as a CSV parser yields it (`columns: true`). */
export type LogRecord = Readonly<Record<string, string | undefined>>

/**
 * Reads events from a table's rows, one at a time: nothing is held.
 * @param named the columns to read, where their headings don't say it.
 * @throws LogError where it can't be told which column holds case, activity or timestamp.
 */
export async function* eventsOfRecords(
  records: AsyncIterable<LogRecord> | Iterable<LogRecord>,
  named: Partial<Columns> = {},
): AsyncGenerator<LogEvent> {
  let columns: Columns | undefined
  for await (const record of records) {
    columns ??= chooseColumns(Object.keys(record), named)
    yield {
      case: record[columns.case]?.trim() ?? '',
      activity: record[columns.activity]?.trim() ?? '',
      time: record[columns.time]?.trim() ?? '',
      start: columns.start && record[columns.start]?.trim(),
      resource: columns.resource && record[columns.resource]?.trim(),
      lifecycle: columns.lifecycle && record[columns.lifecycle]?.trim(),
    }
  }
}
