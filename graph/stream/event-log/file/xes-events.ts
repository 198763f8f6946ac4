import { SaxesParser } from 'saxes'
import { suggest } from '../../../catalogue/suggest.ts'
import type { Columns } from '../columns.ts'
import { LogError } from '../log-event.ts'
import type { LogEvent } from '../log-event.ts'
import type { XesReader } from '../xes-reader.ts'
import type { MissingValues } from './missing.ts'

/** So many characters between two tags are no log's. */
const mostBetweenTags = 10_000_000

/**
 * Reads events from the text of an XES log, one case at a time. Entities other than XML's own five aren't followed, so that
 * no declaration can make a short file long.
 * @param named the keys that somebody named.
 * @throws LogError where it isn't well-formed or isn't XES, with its line, or where no event has a key that was named.
 */
export async function* xesEvents(
  texts: AsyncIterable<string>,
  reader: XesReader,
  missing: MissingValues,
  named: Partial<Columns> = {},
): AsyncGenerator<LogEvent, void> {
  const parser = new SaxesParser()
  let [ready, begun, since]: [LogEvent[], boolean, number] = [[], false, 0]
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name)
    if (!begun && tag !== 'log') {
      throw new LogError(`This is XML, but no XES: it begins with <${name}>, not with <log>.`, { line: parser.line })
    }
    begun = true
    since = 0
    reader.open(tag, attributes)
  })
  parser.on('closetag', () => {
    ready.push(...reader.close())
  })
  parser.on('error', ({ message }) => {
    throw new LogError(`The XML is broken: ${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}.`, {
      line: parser.line,
    })
  })
  for await (const text of texts) {
    since += text.length
    parser.write(text)
    if (since > mostBetweenTags) throw new LogError('There is no tag in ten million characters: this is no log.')
    const events = ready
    ready = []
    for (const event of events) yield withoutStandIns(event, missing)
  }
  parser.close()
  refuseUnknownKeys(named, reader.seen)
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function withoutStandIns(event: LogEvent, missing: MissingValues): LogEvent {
  const { activity, time, start, resource } = event
  return {
    ...event,
    activity: missing.read(activity),
    time: missing.read(time),
    start: start && missing.read(start),
    resource: resource && missing.read(resource),
  }
}

/** Refuses keys that somebody named and no event has. A case's own key is a trace's, not an event's. */
function refuseUnknownKeys({ case: _, ...named }: Partial<Columns>, seen: ReadonlySet<string>): void {
  const unknown = Object.values(named).find((key) => key !== undefined && !seen.has(key))
  if (unknown === undefined) return
  const has = [...seen].map((each) => `"${each}"`).join(', ')
  throw new LogError(`No event of the log has "${unknown}". ${suggest(unknown, seen) ?? ''} They have ${has}.`)
}
