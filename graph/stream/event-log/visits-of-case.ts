import type { EventTable } from './event-table.ts'
import type { LogVisit, Trace } from './traces.ts'

/** A visit that has begun and isn't completed. */
interface Begun {
  readonly visit: LogVisit
  readonly pauses: [from: number, to: number][]
  /** When it was suspended; undefined while it is worked on. */
  suspended: number | undefined
}

/** Makes visits of one case's lines, told in the order of time. */
export class Visits {
  /** How often work was suspended and resumed within a visit. */
  pauses = 0
  /** Lines that tell of suspending and resuming. */
  pauseLines = 0
  readonly #table: EventTable
  readonly #visits: LogVisit[] = []
  readonly #begun = new Map<number, Begun[]>()

  constructor(table: EventTable) {
    this.#table = table
  }

  add(line: number): void {
    const { activityOf, timeOf, resourceOf, startOf, kinds } = this.#table
    const activity = activityOf[line] ?? 0
    const time = timeOf[line] ?? 0
    const kind = kinds[line] ?? 'END'
    const begun = this.#begun.get(activity)
    if (kind === 'SUSPEND' || kind === 'RESUME') {
      this.pauseLines += 1
      pause(begun ?? [], kind, time)
      return
    }
    const told = { activity, resource: resourceOf[line] ?? -1, end: time }
    if (kind === 'BEGIN') {
      const opened = { visit: { ...told, start: time }, pauses: [], suspended: undefined }
      if (begun === undefined) this.#begun.set(activity, [opened])
      else begun.push(opened)
      return
    }
    const start = startOf[line] ?? Number.NaN
    const first = Number.isNaN(start) ? begun?.shift() : undefined
    const visit = { ...told, start: first?.visit.start ?? start }
    this.pauses += first?.pauses.length ?? 0
    this.#visits.push(first === undefined || first.pauses.length === 0 ? visit : { ...visit, pauses: first.pauses })
  }

  /** The visits when all lines are told. */
  end(): Trace {
    // Begun and never completed, or a log that tells of beginnings only: there is no telling how long it took.
    const open = [...this.#begun.values()].flat().map(({ visit }) => ({ ...visit, start: Number.NaN }))
    return open.length === 0 ? this.#visits : [...this.#visits, ...open].sort((a, b) => a.end - b.end)
  }
}

/** Suspends the first visit that is worked on, or resumes the first that is suspended. */
function pause(begun: readonly Begun[], kind: 'SUSPEND' | 'RESUME', time: number): void {
  const one = begun.find(({ suspended }) => (suspended === undefined) === (kind === 'SUSPEND'))
  if (one === undefined) return
  if (one.suspended !== undefined) one.pauses.push([one.suspended, time])
  one.suspended = kind === 'SUSPEND' ? time : undefined
}
