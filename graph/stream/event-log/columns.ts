import { suggest } from '../../catalogue/suggest.ts'
import { LogError } from './log-event.ts'
import { readTimestamp } from '../../text/timestamp.ts'

/** Which column of a table, or which key of an XES event, holds what. */
export interface Columns {
  readonly case: string
  readonly activity: string
  readonly time: string
  readonly start?: string | undefined
  readonly resource?: string | undefined
  readonly lifecycle?: string | undefined
}

const words = (text: string): string[] => text.trim().split(/\s+/)

/** Headings that logs use, in lower case without signs, likeliest first. */
const usual: Readonly<Record<keyof Columns, readonly string[]>> = {
  case: words(`
    caseconceptname caseid case traceid trace incidentid incidentnumber incident ticketid ticketnumber ticketkey ticketno
    ticket srnumber requestid requestnumber issuekey issueid issue key documentkey casenumber caseno caseref number id`),
  activity: words(`
    conceptname activity activityname event eventname incidentactivitytype task taskname step stepname action
    tostatus newstatus newvalue status statusname incidentstate state statename stage phase value eventtype`),
  time: words(`
    timetimestamp completetimestamp endtimestamp timestamp completetime completiontime endtime end enddate completed
    finished datestamp datetime eventtime eventtimestamp eventdate changedatetime changedate changed changedat
    sysupdatedat sysupdatedon updatedat updatedon updated lastupdated syscreatedon createdat createdon created time date`),
  start: words('starttimestamp starttime start startdate startedat started begin begintime'),
  resource: words(`
    orgresource resource assignmentgroup orggroup group assignedgroup team involvedst user username assignedto assignee
    performer author changedby resolvedby sysupdatedby updatedby agent owner ownerfirstname`),
  lifecycle: words('lifecycletransition lifecycle transition eventtype'),
}

/** Where no usual heading is there, the only one that looks like this will do. */
const alike: Readonly<Partial<Record<keyof Columns, RegExp>>> = {
  case: /^(case|incident|ticket|issue|request|trace|order|problem|change).*(id|no|nr|num|number|key|ref)$/,
  activity: /activity|status|state|^event(?!.*(time|date|id))|^task(?!.*(time|date|id))/,
  time: /timestamp|datetime|date|time/,
}

/** What must be told, as people call it. */
const required = { case: 'the case', activity: 'the activity', time: 'the timestamp' } as const

/** A table's row by heading, as a CSV parser yields it (`columns: true`). */
export type LogRecord = Readonly<Record<string, string | undefined>>

/**
 * Settles which columns to read: those that were named, and for the rest the likeliest by heading. A column of times must
 * hold some that can be read; where no heading says which one that is, the only column with times is taken.
 * @param sample some of the table's first rows.
 * @throws LogError where a named column doesn't exist, or where case, activity or timestamp can't be told.
 */
export function chooseColumns(
  headings: readonly string[],
  named: Partial<Columns> = {},
  sample: readonly LogRecord[] = [],
): Columns {
  const chosen: Partial<Record<keyof Columns, string>> = {}
  for (const [what, wanted] of Object.entries(named)) {
    if (wanted !== undefined) chosen[what as keyof Columns] = columnNamed(wanted, headings)
  }
  const timed = headings.filter((heading) => holdsTimes(heading, sample))
  for (const what of ['time', 'start', 'case', 'activity', 'resource', 'lifecycle'] as const) {
    if (chosen[what] !== undefined) continue
    const free = headings.filter((heading) => !Object.values(chosen).includes(heading))
    const mustBeTime = (what === 'time' || what === 'start') && timed.length > 0
    const possible = mustBeTime ? free.filter((heading) => timed.includes(heading)) : free
    const byHeading = usual[what].map((name) => possible.find((heading) => plain(heading) === name))
    const found = byHeading.find((heading) => heading !== undefined)
    const like = possible.filter((heading) => alike[what]?.test(plain(heading)))
    const taken = found ?? (like.length === 1 ? like[0] : what === 'time' && mustBeTime ? onlyOne(possible) : undefined)
    if (taken !== undefined) chosen[what] = taken
  }
  const { case: id, activity, time, start, resource, lifecycle } = chosen
  if (id === undefined) throw unknown('case', headings)
  if (activity === undefined) throw unknown('activity', headings)
  if (time === undefined) throw unknown('time', headings)
  return { case: id, activity, time, start, resource, lifecycle }
}

/** The column of the case alone: the one that was named, or the likeliest. */
export function caseColumn(free: readonly string[], wanted?: string, headings = free): string | undefined {
  if (wanted !== undefined) return columnNamed(wanted, headings)
  const like = free.filter((heading) => alike.case?.test(plain(heading)))
  const byHeading = usual.case.map((name) => free.find((heading) => plain(heading) === name))
  return byHeading.find((heading) => heading !== undefined) ?? onlyOne(like)
}

/** Whether the activity is a state that cases take on, and not something that is done: "Status", "incident_state". */
export const namesState = (heading: string): boolean => /status|state|stage|phase/.test(plain(heading))

/** The column that somebody named, also where they wrote it a little differently. */
export function columnNamed(wanted: string, headings: readonly string[]): string {
  const found = headings.find((each) => each === wanted) ?? headings.find((each) => plain(each) === plain(wanted))
  if (found !== undefined) return found
  const hint = suggest(wanted, headings) ?? ''
  throw new LogError(`There is no column "${wanted}". ${hint} The log has ${list(headings)}.`.replace('  ', ' '))
}

function unknown(what: keyof typeof required, headings: readonly string[]): LogError {
  if (headings.some((heading) => readTimestamp(heading.trim()) !== undefined)) {
    return new LogError(
      `The first line looks like data: ${list(headings)}. Put a line above it that names the columns.`,
    )
  }
  return new LogError(
    `It can’t be told which column holds ${required[what]}. The log has ${list(headings)}. Say which one: --${what} <column>.`,
    { kind: 'UNKNOWN_COLUMN' },
  )
}

/** Whether some value of the column is a timestamp. */
function holdsTimes(heading: string, sample: readonly LogRecord[]): boolean {
  return sample.some((record) => readTimestamp(record[heading]?.trim() ?? '') !== undefined)
}

const onlyOne = (headings: readonly string[]): string | undefined => (headings.length === 1 ? headings[0] : undefined)

/** As many headings as one reads, in quotes. */
function list(headings: readonly string[]): string {
  const short = headings.slice(0, 40).map((each) => `"${each.length > 40 ? `${each.slice(0, 40)}…` : each}"`)
  return `${short.join(', ')}${headings.length > 40 ? ` and ${headings.length - 40} more` : ''}`
}

const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '')
