import type { Columns } from './columns.ts'
import type { LogEvent } from './log-event.ts'

/** The keys of IEEE 1849's standard extensions. */
const standard = { case: 'concept:name', activity: 'concept:name', time: 'time:timestamp' } as const

/**
 * Reads events from the tags of an XES log (IEEE 1849): an XML parser tells it of each tag, and it holds one case at a
 * time. Unless other keys are named it reads `concept:name` of traces and events, `time:timestamp`, `org:resource` (or
 * `org:group`) and `lifecycle:transition`; everything else, and attributes within attributes, is passed over.
 */
export class XesReader {
  /** The keys that it reads. */
  readonly keys: Columns
  /** The keys that the log's events have, where some were named. */
  readonly seen = new Set<string>()
  readonly #named: boolean
  readonly #wanted: ReadonlySet<string | undefined>
  #open: string[] = []
  #case: string | undefined
  #cases = 0
  #events: Record<string, string>[] = []

  constructor(named: Partial<Columns> = {}) {
    const lifecycle = named.activity === 'lifecycle:transition' ? undefined : 'lifecycle:transition'
    this.#named = Object.keys(named).length > 0
    this.keys = { ...standard, lifecycle, ...named }
    const { activity, time, start, resource } = this.keys
    this.#wanted = new Set([
      activity,
      time,
      start,
      this.keys.lifecycle,
      ...(resource === undefined ? people : [resource]),
    ])
  }

  /** A tag begins. */
  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const holder = this.#open.at(-1)
    this.#open.push(tag)
    if (tag === 'trace') {
      this.#cases += 1
      this.#case = undefined
      this.#events = []
    } else if (tag === 'event') this.#events.push({})
    else if (holder === 'event') this.#attribute(attributes['key'] ?? '', attributes['value'] ?? '')
    else if (holder === 'trace' && attributes['key'] === this.keys.case) this.#case = attributes['value']
  }

  /** A tag ends. @returns a case's events when its trace ends, and nothing otherwise. */
  close(): LogEvent[] {
    if (this.#open.pop() !== 'trace') return []
    const { activity, time, start, resource, lifecycle } = this.keys
    const name = this.#case ?? `case ${this.#cases}`
    const events = this.#events
    this.#events = []
    return events.map((event) => ({
      case: name,
      activity: event[activity] ?? '',
      time: event[time] ?? '',
      start: start && event[start],
      resource: resource === undefined ? people.map((key) => event[key]).find((each) => each) : event[resource],
      lifecycle: lifecycle && event[lifecycle],
    }))
  }

  #attribute(key: string, value: string): void {
    if (this.#named && this.seen.size < mostKeys) this.seen.add(key)
    const event = this.#events.at(-1)
    if (event !== undefined && this.#wanted.has(key)) event[key] = value
  }
}

const mostKeys = 200

/** Who did it, the likeliest first. */
const people = ['org:resource', 'org:group'] as const
