import { LogError } from './log-event.ts'
import type { LogEvent } from './log-event.ts'
import { many } from './left-out.ts'
import type { LeftOut } from './left-out.ts'
import { Transitions } from './lifecycle.ts'
import type { LineKind } from './lifecycle.ts'
import { readTimestamp } from '../../text/timestamp.ts'
import type { Timestamp } from '../../text/timestamp.ts'

/** Which number of 7/1/2027 is the day. */
export type DateOrder = 'DAY_FIRST' | 'MONTH_FIRST'

const noTime: Timestamp = { dayFirst: Number.NaN, monthFirst: Number.NaN }

/** A log in memory, column by column: some 60 bytes a line, whatever the texts' length. */
export class EventTable {
  readonly cases: string[] = []
  readonly activities: string[] = []
  readonly resources: string[] = []
  /** Of each line: numbers of case, activity and resource (−1: none). */
  readonly caseOf: number[] = []
  readonly activityOf: number[] = []
  readonly resourceOf: number[] = []
  /** Of each line: milliseconds since 1970, NaN where there is none. Settled by `settleDates`. */
  timeOf: number[] = []
  /** When it began, where the line says so. */
  startOf: number[] = []
  /** What the line tells of its activity. */
  readonly kinds: LineKind[] = []
  readonly transitions = new Transitions()
  #monthFirst: { time: number[]; start: number[] } = { time: [], start: [] }
  /** How many dates are none with the day first, none with the month first, and one either way, but not the same. */
  readonly #dates = { noDay: 0, noMonth: 0, either: 0 }
  #numbers = {
    case: new Map<string, number>(),
    activity: new Map<string, number>(),
    resource: new Map<string, number>(),
  }
  #left = { case: 0, activity: 0, transition: 0, lines: 0 }
  #unreadable: string | undefined

  get lines(): number {
    return this.#left.lines
  }

  add(event: LogEvent): void {
    this.#left.lines += 1
    if (event.case === '') this.#left.case += 1
    else if (event.activity === '') this.#left.activity += 1
    else {
      const kind = this.transitions.read(event.lifecycle)
      if (kind === 'OTHER') this.#left.transition += 1
      else this.#add(event, kind)
    }
  }

  #add(event: LogEvent, kind: LineKind): void {
    this.caseOf.push(number(event.case, this.#numbers.case, this.cases))
    this.activityOf.push(this.#activity(event.activity))
    this.resourceOf.push(event.resource ? number(event.resource, this.#numbers.resource, this.resources) : -1)
    // Without an end, a line tells of a beginning only.
    const begins = event.time === ''
    this.kinds.push(begins ? 'BEGIN' : kind)
    const start = this.#read(event.start ?? '')
    const time = begins ? start : this.#read(event.time)
    this.timeOf.push(time.dayFirst)
    this.startOf.push(start.dayFirst)
    this.#monthFirst.time.push(time.monthFirst)
    this.#monthFirst.start.push(start.monthFirst)
  }

  /** What `add` passed over, and so many lines more about other transitions. */
  leftOut(others: number): LeftOut[] {
    const { case: cases, activity } = this.#left
    const transition = this.#left.transition + others
    const all: LeftOut[] = [
      { what: 'LINES_WITHOUT_CASE', count: cases, message: `${many(cases, 'line')} without a case.` },
      { what: 'LINES_WITHOUT_ACTIVITY', count: activity, message: `${many(activity, 'line')} without an activity.` },
      {
        what: 'OTHER_TRANSITIONS',
        count: transition,
        message: `${many(transition, 'line')} about something other than a start or an end (schedule, assign …).`,
      },
    ]
    return all.filter((each) => each.count > 0)
  }

  /**
   * Settles which number of dates such as 7/1/2027 is the day: as said, or as the dates themselves show.
   * @returns which it is; undefined where no date of the log is of that kind.
   * @throws LogError where no timestamp can be read, or where the dates show nothing and nobody says it.
   */
  settleDates(order?: DateOrder): DateOrder | undefined {
    const { noDay, noMonth, either } = this.#dates
    if (order === undefined && noDay > 0 && noMonth > 0) {
      throw new LogError(
        'Some dates of this log have the day first, others the month first. Write all of them one way, or say which to believe: --date-order <order>.',
      )
    }
    if (order === undefined && either > 0 && noDay === 0 && noMonth === 0) {
      throw new LogError(
        'The dates of this log can be read with the day first or with the month first, and no date of it shows which. Say which one it is: --date-order day-first or month-first.',
      )
    }
    const settled = order ?? (noDay > 0 ? 'MONTH_FIRST' : 'DAY_FIRST')
    if (settled === 'MONTH_FIRST') {
      this.timeOf = this.#monthFirst.time
      this.startOf = this.#monthFirst.start
    }
    this.#monthFirst = { time: [], start: [] }
    if (this.timeOf.every((at) => Number.isNaN(at))) {
      const example = this.#unreadable === undefined ? '' : ` The first one says "${this.#unreadable}".`
      throw new LogError(
        `No line of this log has a timestamp that can be read.${example} Write them as 2027-01-31T08:15:00, for example.`,
      )
    }
    return noDay + noMonth + either > 0 ? settled : undefined
  }

  /** Activities become names of steps: one line of whole characters. */
  #activity(text: string): number {
    const { activity: numbers } = this.#numbers
    const known = numbers.get(text)
    if (known !== undefined) return known
    const name = text
      .toWellFormed()
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
    const found = number(name, numbers, this.activities)
    numbers.set(text, found)
    return found
  }

  #read(text: string): Timestamp {
    if (text === '') return noTime
    const read = readTimestamp(text)
    if (read === undefined) {
      this.#unreadable ??= text
      return noTime
    }
    if (Number.isNaN(read.dayFirst)) this.#dates.noDay += 1
    else if (Number.isNaN(read.monthFirst)) this.#dates.noMonth += 1
    else if (read.dayFirst !== read.monthFirst) this.#dates.either += 1
    return read
  }
}

/** The number of a text, given in the order in which texts come up. */
function number(text: string, numbers: Map<string, number>, texts: string[]): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  numbers.set(text, texts.length)
  texts.push(text)
  return texts.length - 1
}
