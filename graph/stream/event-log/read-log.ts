import { basename } from 'node:path'
import { chooseColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { wideColumns } from './wide-table.ts'
import type { WideColumns } from './wide-table.ts'
import { csvEvents } from './file/csv-events.ts'
import { openBytes } from './file/log-bytes.ts'
import type { OnRead } from './file/log-bytes.ts'
import { MissingValues } from './file/missing.ts'
import { tableHead } from './file/table-head.ts'
import { GuessingDecoder } from '../../text/guessing-decoder.ts'
import { xesEvents } from './file/xes-events.ts'
import { understood } from './lifecycle.ts'
import { LogError } from './log-event.ts'
import type { LogEvent } from './log-event.ts'
import { shown } from './shown.ts'
import { XesReader } from './xes-reader.ts'

/** How to read a log's file. */
export interface ReadLogOptions {
  /** Columns (of XES: keys) by name, where they can't be told or are told wrong. */
  readonly columns?: Partial<Columns> | undefined
  /**
   * The log has one line a case: each of these columns holds the time of what its heading names. ALL: every column that holds
   * dates. Left out: each line is an event.
   */
  readonly dates?: readonly string[] | 'ALL' | undefined
  readonly onRead?: OnRead | undefined
}

/** What a file was taken for. */
export interface LogSource {
  /** Its name, without the folder. */
  readonly name: string
  readonly format: 'CSV' | 'XES'
  /** Whether it was packed with gzip. */
  readonly packed: boolean
  /** UTF-8, UTF-16 or Windows-1252. */
  readonly encoding: string
  /** Whether some bytes are no text in that encoding. */
  readonly damaged: boolean
  /** What stands between the values of a CSV. */
  readonly delimiter: string | undefined
  /** Which column (of XES: key) was taken for what. */
  readonly columns: Columns | WideColumns
  /** Headings that several columns have, of those that are read: the first one is. */
  readonly twice: readonly string[]
  /** Values that were taken for missing, such as "?" and "NULL", and how often each was there. */
  readonly missing: Readonly<Record<string, number>>
}

/** A log's file, opened. */
export interface OpenLog {
  readonly columns: Columns | WideColumns
  /** Its events in the order of the file, once. */
  readonly events: AsyncGenerator<LogEvent, void>
  /** What it was taken for: complete once all events are read. */
  readonly source: () => LogSource
}

/** What is read of a file. */
interface Opened {
  readonly columns: OpenLog['columns']
  readonly events: OpenLog['events']
  readonly delimiter?: string
  readonly twice?: readonly string[]
}

/** So much shows what a file is. */
const headSize = 1 << 16

/**
 * Opens a log: CSV or XES, packed with gzip or not, told apart by what is in it. The file is read as events are asked for,
 * and never held.
 * @throws LogError where it is neither, or where it can't be told which columns to read.
 */
export async function openLog(file: string, options: ReadLogOptions = {}): Promise<OpenLog> {
  const { packed, chunks } = await openBytes(file, options.onRead)
  const decoder = new GuessingDecoder()
  const { head, whole } = await beginning(chunks, decoder)
  const texts = (async function* (): AsyncGenerator<string, void> {
    yield head
    for await (const chunk of chunks) yield decoder.decode(chunk)
    yield decoder.end()
  })()
  const missing = new MissingValues()
  const named = options.columns ?? {}
  const opened = /^\s*</.test(head) ? openXes() : openCsv()
  return {
    ...opened,
    source: () => ({
      name: shown(basename(file)).replaceAll('\n', ' '),
      format: opened.delimiter === undefined ? 'XES' : 'CSV',
      packed,
      encoding: decoder.encoding,
      damaged: decoder.damaged,
      delimiter: opened.delimiter,
      columns: opened.columns,
      twice: opened.twice ?? [],
      missing: Object.fromEntries(missing.found),
    }),
  }

  function openXes(): Opened {
    if (options.dates !== undefined && options.dates !== 'ALL') {
      throw new LogError('XES has an event for each time: name one key of it, --time <key>.')
    }
    const reader = new XesReader(named)
    return { columns: reader.keys, events: xesEvents(texts, reader, missing, named) }
  }

  function openCsv(): Opened {
    const table = tableHead(head, whole)
    const { headings, sample, delimiter } = table
    const dates = options.dates === 'ALL' ? undefined : options.dates
    if (dates !== undefined && (named.activity ?? named.start ?? named.resource) !== undefined) {
      throw new LogError(
        'With several --time columns, each is an activity of its own: leave out --activity, --start and --resource.',
      )
    }
    const wide = options.dates && wideColumns(headings, sample, { case: named.case, dates })
    if (options.dates !== undefined && wide === undefined) {
      throw new LogError('It isn’t one line a case with several dates.', { kind: 'SEVERAL_LINES_A_CASE' })
    }
    const columns = wide ?? understood(chooseColumns(headings, named, sample), sample)
    const twice = [...new Set(headings)].filter(
      (heading) =>
        Object.values(columns).flat().includes(heading) && headings.filter((each) => each === heading).length > 1,
    )
    return { columns, twice, events: csvEvents(texts, table, columns, missing), delimiter }
  }
}

/** The text that a file begins with, and whether that is all of it. */
async function beginning(
  chunks: AsyncGenerator<Buffer, void>,
  decoder: GuessingDecoder,
): Promise<{ head: string; whole: boolean }> {
  let [head, whole] = ['', false]
  while (!whole && head.length < headSize) {
    const { value, done } = await chunks.next()
    if (done === true) whole = true
    else head += decoder.decode(value)
  }
  if (head.startsWith('PK\u0003\u0004')) {
    throw new LogError('This is a zip archive or a workbook (.xlsx). Unpack it, or save the sheet as CSV.')
  }
  if (head.includes('\0')) throw new LogError('This is no text. A log is a CSV or XES file, packed with gzip or not.')
  if (whole && head.trim() === '') throw new LogError('The file is empty.')
  return { head, whole }
}
