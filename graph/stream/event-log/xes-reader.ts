import type { LogEvent } from './log-event.ts'

/**
 * Reads events from the tags of an XES log (IEEE 1849): an XML parser tells it of each tag, and it holds one case at a
 * time. It reads `concept:name` of traces and events, `time:timestamp`, `org:resource` (or `org:group`) and
 * `lifecycle:transition`; everything else, and attributes within attributes, is passed over.
 */
export class XesReader {
  #open: string[] = []
  #case: string | undefined
  #cases = 0
  #events: Record<string, string>[] = []

  /** A tag begins. */
  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const holder = this.#open.at(-1)
    this.#open.push(tag)
    if (tag === 'trace') {
      this.#cases += 1
      this.#case = undefined
      this.#events = []
    } else if (tag === 'event') this.#events.push({})
    else if (holder === 'event') {
      const event = this.#events.at(-1)
      if (event !== undefined) event[attributes['key'] ?? ''] = attributes['value'] ?? ''
    } else if (holder === 'trace' && attributes['key'] === 'concept:name') this.#case = attributes['value']
  }

  /** A tag ends. @returns a case's events when its trace ends, and nothing otherwise. */
  close(): LogEvent[] {
    if (this.#open.pop() !== 'trace') return []
    const name = this.#case ?? `case ${this.#cases}`
    const events = this.#events
    this.#events = []
    return events.map((event) => ({
      case: name,
      activity: event['concept:name'] ?? '',
      time: event['time:timestamp'] ?? '',
      resource: event['org:resource'] ?? event['org:group'],
      lifecycle: event['lifecycle:transition'],
    }))
  }
}
