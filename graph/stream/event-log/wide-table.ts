import { caseColumn, columnNamed } from './columns.ts'
import type { LogRecord } from './columns.ts'
import { LogError } from './log-event.ts'
import { readTimestamp } from '../../text/timestamp.ts'

/** A table with one line a case: each of its dates tells of one thing that was done. */
export interface WideColumns {
  readonly case: string
  /** Headings of dates, two or more: the names of what was done. */
  readonly dates: readonly string[]
}

/** Dates of what hasn't been done, or of whatever was done last. */
const noEvent = /due|planned|plan(start|end)|expected|estimated|target|scheduled|sla|updated|modified|lastchange/

/**
 * Which columns of a table with one line a case to read: the dates that were named, or all columns that hold nothing but
 * dates, save those of plans and of the last change.
 * @returns undefined where no dates are named and there are fewer than two, or where the case can't be told.
 * @throws LogError where a named column doesn't exist.
 */
export function wideColumns(
  headings: readonly string[],
  sample: readonly LogRecord[],
  named: { readonly case?: string | undefined; readonly dates?: readonly string[] | undefined } = {},
): WideColumns | undefined {
  const dates =
    named.dates?.map((each) => columnNamed(each, headings)) ??
    headings.filter(
      (heading) => holdsDates(heading, sample) && !noEvent.test(heading.toLowerCase().replace(/[^a-z]/g, '')),
    )
  const id = caseColumn(
    headings.filter((heading) => !dates.includes(heading)),
    named.case,
    headings,
  )
  if (id === undefined && named.dates !== undefined) {
    throw new LogError('It can’t be told which column holds the case. Say which one: --case <column>.')
  }
  return id === undefined || dates.length < 2 ? undefined : { case: id, dates: [...new Set(dates)] }
}

/** Whether all values of the column that are there are dates. Mere digits may be any number. */
function holdsDates(heading: string, sample: readonly LogRecord[]): boolean {
  const values = sample.map((record) => record[heading]?.trim() ?? '').filter((value) => /\d/.test(value))
  return values.length > 0 && values.every((value) => !/^\d+$/.test(value) && readTimestamp(value) !== undefined)
}
