import type { LogRecord } from '../columns.ts'
import { LogError } from '../log-event.ts'
import type { LogEvent } from '../log-event.ts'
import type { WideColumns } from '../wide-table.ts'
import type { MissingValues } from './missing.ts'

/** Makes events of the rows of a table with one line a case: one of each date that is there, named after its column. */
export class WideRows {
  readonly #columns: WideColumns
  readonly #missing: MissingValues
  readonly #cases = new Set<string>()

  constructor(columns: WideColumns, missing: MissingValues) {
    this.#columns = columns
    this.#missing = missing
  }

  /**
   * A row's events, in the order of the columns.
   * @throws LogError where its case had a row before.
   */
  events(record: LogRecord): LogEvent[] {
    const id = this.#missing.read(record[this.#columns.case])
    if (id !== '' && this.#cases.has(id)) {
      throw new LogError(
        `Several lines are of case "${id}". Where each line is an event of its own, name one column of its time: --time <column>. Where each line is a case, name the column that tells cases apart: --case <column>.`,
        { kind: 'SEVERAL_LINES_A_CASE' },
      )
    }
    this.#cases.add(id)
    return this.#columns.dates.flatMap((heading) => {
      const time = this.#missing.read(record[heading])
      return time === '' ? [] : [{ case: id, activity: heading, time }]
    })
  }
}
