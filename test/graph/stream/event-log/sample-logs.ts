/** One line of a made-up log. */
export interface SampleLine {
  readonly case: number
  readonly activity: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly who: string
}

const begin = Date.UTC(2027, 0, 4, 9)
const minute = 60_000

/**
 * Cases of a made-up incident process, always the same for the same count: they are registered, assigned, worked on (every
 * third again), resolved and closed; every fiftieth of more than forty is still open.
 * @param shuffled whether the lines come in no order.
 */
export function sampleLines(cases: number, { shuffled = false } = {}): SampleLine[] {
  const lines = Array.from({ length: cases }, (_, i) => sampleCase(i)).flat()
  // Steps of a prime that divides no likely length visit each line once.
  const { length } = lines
  return shuffled ? lines.map((line, i) => lines[(i * 7919) % length] ?? line) : lines
}

/** The lines of one of those cases. */
export function sampleCase(number: number): SampleLine[] {
  const again = number % 3 === 0 ? ['Assignment', 'Work'] : []
  const all = ['Open', 'Assignment', 'Work', ...again, 'Resolved', 'Closed']
  const activities = number % 50 === 49 ? all.slice(0, 3) : all
  return activities.map((activity, i) => ({
    case: number,
    activity,
    at: begin + number * 180 * minute + i * (10 + (number % 5)) * minute,
    who: `Team ${'ABCD'.charAt((number + i) % 4)}`,
  }))
}

const two = (number: number): string => String(number).padStart(2, '0')

/** 2027-01-31 → 31-01-2027, or with another sign; without leading zeros where days and months have none. */
export function dayFirst(at: number, sign: string, short = false): string {
  const date = new Date(at)
  const [day, month] = [date.getUTCDate(), date.getUTCMonth() + 1].map((each) => (short ? String(each) : two(each)))
  const seconds = short ? '' : `:${two(date.getUTCSeconds())}`
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}${seconds}`
  return `${day ?? ''}${sign}${month ?? ''}${sign}${date.getUTCFullYear()} ${time}`
}

const iso = (at: number): string => new Date(at).toISOString()
const rows = (heading: string, lines: readonly string[]): string => `${[heading, ...lines].join('\n')}\n`

/** Logs as tools export them, by shape. */
export const shapes = {
  /** As UCI's incident log: a line for each update of a ticket, "?" for what isn't known. */
  ticketUpdates: (lines: readonly SampleLine[]) =>
    rows(
      'number,incident_state,active,sys_mod_count,opened_at,sys_created_at,sys_updated_by,sys_updated_at,assignment_group,assigned_to,caller_id,closed_at',
      lines.map(
        ({ case: id, activity, at, who }) =>
        [`INC${id}`, activity, 'true', '0', dayFirst(begin, '/', true), '?', 'Updated by 1', dayFirst(at, '/', true), who.endsWith('A') ? '?' : who, '?', 'Caller 7', dayFirst(at, '/', true)].join(), // prettier-ignore
      ),
    ),
  /** As BPI Challenge 2014's activities: semicolons, and the day first. */
  incidentActivities: (lines: readonly SampleLine[]) =>
    rows(
      'Incident ID;DateStamp;IncidentActivity_Number;IncidentActivity_Type;Assignment Group;KM number;Interaction ID',
      lines.map(
        ({ case: id, activity, at, who }, i) =>
          `IM${two(id)};${dayFirst(at, '-')};001A${i};${activity};${who};KM0000553;SD0000007`,
      ),
    ),
  /** As help desk logs in papers. */
  helpdesk: (lines: readonly SampleLine[]) =>
    rows(
      'Case ID,Activity,Resource,Complete Timestamp,Variant,seriousness',
      lines.map(
        ({ case: id, activity, at, who }) =>
          `Case ${id},${activity},${who},${iso(at).replace(/-/g, '/').replace('T', ' ').replace('Z', '')},Variant 1,"Value, 1"`,
      ),
    ),
  /** As a history of issues: tabs, months by name, text with line breaks. */
  issueHistory: (lines: readonly SampleLine[]) =>
    rows(
      'Issue key\tSummary\tTo status\tChanged\tAuthor',
      lines.map(
        ({ case: id, activity, at, who }) =>
          `ITSM-${id}\t"It ""fails""\nagain"\t${activity}\t${dayFirst(at, '/').replace(/\/(\d\d)\//, '/Jan/')}\t${who}`,
      ),
    ),
  /** As BPI Challenge 2013: each event with its own attributes, in cases. */
  xes: (lines: readonly SampleLine[]) => {
    const cases = Map.groupBy(lines, (line) => line.case)
    const event = ({ activity, at, who }: SampleLine): string =>
      `<event><string key="org:group" value="${who}"/><string key="resource country" value="se"/><date key="time:timestamp" value="${iso(at).replace('Z', '+00:00')}"/><string key="concept:name" value="${activity}"/><string key="lifecycle:transition" value="In Progress"/></event>`
    const trace = ([id, own]: readonly [number, SampleLine[]]): string =>
      `<trace><string key="concept:name" value="1-${id}"/>\n${own.map(event).join('\n')}</trace>`
    return `<?xml version="1.0" encoding="UTF-8" ?>\n<!-- made up -->\n<log xes.version="1.0" xmlns="http://code.deckfour.org/xes">\n<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>\n<global scope="event"><string key="concept:name" value="UNKNOWN"/></global>\n${[...cases].map(trace).join('\n')}\n</log>\n`
  },
} satisfies Record<string, (lines: readonly SampleLine[]) => string>
