import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Columns, LogRecord } from '../columns.ts'
import { LogError } from '../log-event.ts'
import type { LogEvent } from '../log-event.ts'
import { WideRows } from './wide-rows.ts'
import type { WideColumns } from '../wide-table.ts'
import type { MissingValues } from './missing.ts'
import type { TableHead } from './table-head.ts'

/** A longer row is hardly one. */
const longestRow = 1_000_000

/**
 * Reads events from a table's text, row by row: nothing is held.
 * @param head how the table is written.
 * @throws LogError where a row isn't as the heading says, with its line.
 */
export async function* csvEvents(
  texts: AsyncIterable<string>,
  head: TableHead,
  columns: Columns | WideColumns,
  missing: MissingValues,
): AsyncGenerator<LogEvent, void> {
  const wanted = new Set(Object.values(columns).flat())
  const parser = parse({
    delimiter: head.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    from_line: head.line,
    columns: (headings: string[]) =>
      headings.map((each, i, all) => {
        const heading = each.trim()
        return wanted.has(heading) && all.findIndex((other) => other.trim() === heading) === i ? heading : false
      }),
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: longestRow,
  })
  pipeline(Readable.from(texts), parser, () => undefined)
  try {
    const wide = 'dates' in columns ? new WideRows(columns, missing) : undefined
    for await (const record of parser as AsyncIterable<LogRecord>) {
      if (wide !== undefined) yield* wide.events(record)
      if ('dates' in columns) continue
      const read = (column: string | undefined): string => (column === undefined ? '' : missing.read(record[column]))
      yield {
        case: read(columns.case),
        activity: read(columns.activity),
        time: read(columns.time),
        start: read(columns.start),
        resource: read(columns.resource),
        lifecycle: columns.lifecycle && read(columns.lifecycle),
      }
    }
  } catch (error) {
    throw error instanceof CsvError ? explained(error, head) : error
  }
}

function explained(error: CsvError, head: TableHead): LogError {
  const line = typeof error['lines'] === 'number' ? error['lines'] : undefined
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH': {
      const values = Array.isArray(error['record']) ? error['record'].length : 0
      return new LogError(
        `This row has ${values} ${values === 1 ? 'value' : 'values'}, the heading ${head.headings.length}. Put values that have a "${head.delimiter}" or a line break in them into quotes.`,
        { line },
      )
    }
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new LogError('A quote (") is opened before here and never closed. Close it, or double it within text.', {
        line,
      })
    default:
      return new LogError(
        'There is a quote (") in the middle of a value. Put the whole value into quotes and double those within it.',
        { line },
      )
  }
}
