import { LogError } from './log-event.ts'

/** Which column of a table holds what. */
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
    caseconceptname caseid case traceid trace incidentid incidentnumber ticketid ticketnumber ticket srnumber requestid
    number id`),
  activity: words(`
    conceptname activity activityname event eventname incidentactivitytype task step action status incidentstate state`),
  time: words(`
    timetimestamp completetimestamp endtimestamp timestamp completetime endtime enddate datestamp datetime eventtime
    changedatetime sysupdatedat time date`),
  start: words('starttimestamp starttime startdate begin'),
  resource: words(`
    orgresource resource assignmentgroup orggroup group team user assignedto assignee performer resolvedby sysupdatedby
    owner`),
  lifecycle: words('lifecycletransition lifecycle transition eventtype'),
}

/** What a column holds, as people call it. */
const meaning = { case: 'the case', activity: 'the activity', time: 'the timestamp' } as const

/**
 * Settles which columns to read: those that were named, and for the rest the likeliest by heading.
 * @throws LogError where a named column doesn't exist, or where case, activity or timestamp can't be told.
 */
export function chooseColumns(headings: readonly string[], named: Partial<Columns> = {}): Columns {
  const listed = headings.map((heading) => `"${heading}"`).join(', ')
  const find = (what: keyof Columns): string | undefined => {
    const wanted = named[what]
    if (wanted !== undefined) {
      if (headings.includes(wanted)) return wanted
      throw new LogError(`There is no column "${wanted}". The log has ${listed}.`)
    }
    const found = usual[what].flatMap((name) => headings.filter((heading) => plain(heading) === name))
    return found.find((heading) => !Object.values(named).includes(heading))
  }
  const required = (what: keyof typeof meaning): string => {
    const found = find(what)
    if (found !== undefined) return found
    throw new LogError(
      `No column’s heading says that it holds ${meaning[what]}. The log has ${listed}. Say which one it is.`,
    )
  }
  return {
    case: required('case'),
    activity: required('activity'),
    time: required('time'),
    start: find('start'),
    resource: find('resource'),
    lifecycle: find('lifecycle'),
  }
}

const plain = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '')
