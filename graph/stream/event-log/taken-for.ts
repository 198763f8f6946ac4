import type { Columns } from './columns.ts'
import { many } from './left-out.ts'
import type { LogDiscovery } from './log-discovery.ts'
import type { LogSource } from './read-log.ts'
import type { WideColumns } from './wide-table.ts'

/** What a log's file and its columns were taken for, in plain text. */
export function takenFor(source: LogSource, found: LogDiscovery): string {
  const { name, format, packed, encoding, delimiter, damaged, columns, missing, twice } = source
  const how = [
    ...(delimiter === undefined ? [] : [`values divided by ${delimiter === '\t' ? 'tabs' : `"${delimiter}"`}`]),
    `text in ${encoding}`,
    ...(packed ? ['packed with gzip'] : []),
  ]
  const standIns = Object.entries(missing).map(([text, count]) => `"${text}" (${many(count, 'time')})`)
  const rows = 'dates' in columns ? wideRows(columns, found) : eventRows(columns, format, found)
  const width = Math.max(...rows.map(([, column = '', note]) => (note === '' ? 0 : column.length)))
  return [
    `${name} is ${format}: ${how.join(', ')}.`,
    ...rows.map(([what = '', column = '', note = '']) =>
      `  ${what.padEnd(9)} ${column.padEnd(width)}  ${note}`.trimEnd(),
    ),
    ...(standIns.length === 0 ? [] : [`  missing   ${standIns.join(', ')}`]),
    ...('dates' in columns ? [oneLineACase] : []),
    ...twice.map((heading) => `Several columns are called "${heading}": the first of them is read.`),
    ...strangeTransitions(found),
    ...(encoding === 'Windows-1252'
      ? ['Its text isn’t UTF-8, so it was read as Windows-1252 (Latin-1): look at names with accents.']
      : []),
    ...(damaged ? ['Some of its text is damaged and reads "�".'] : []),
  ].join('\n')
}

const oneLineACase =
  'It has one line a case with several dates: each date is an event named after its column, in the order of time. Name the dates that count where others were taken: --time <column>, several times.'

function eventRows(columns: Columns, format: LogSource['format'], found: LogDiscovery): string[][] {
  const { stamps, repeats } = found.settings
  const line = format === 'XES' ? 'event' : 'line'
  const states = stamps === 'BEGIN' ? `each ${line} begins it (--stamps start)` : `each ${line} ends it (--stamps end)`
  const merged = repeats === 'MERGE' ? ', and repeats are one visit (--repeats merge)' : ''
  const { start, resource, lifecycle } = columns
  return [
    ['case', columns.case, ''],
    ['activity', columns.activity, start === undefined ? `${states}${merged}` : ''],
    ['time', columns.time, dateOrder(found)],
    ...(start === undefined ? [] : [['start', start, '']]),
    ['resource', resource ?? (format === 'XES' ? 'org:resource, or org:group' : 'none'), ''],
    ...(lifecycle === undefined ? [] : [['lifecycle', lifecycle, '']]),
  ]
}

const wideRows = (columns: WideColumns, found: LogDiscovery): string[][] => [
  ['case', columns.case, ''],
  ['dates', columns.dates.join(', '), dateOrder(found)],
]

function dateOrder({ settings }: LogDiscovery): string {
  const dates = { DAY_FIRST: 'the day comes first (--date-order)', MONTH_FIRST: 'the month comes first (--date-order)' }
  return settings.dateOrder === undefined ? '' : dates[settings.dateOrder]
}

function strangeTransitions({ transitions: { strange, understood } }: LogDiscovery): string[] {
  if (strange.length === 0) return []
  const examples = strange.slice(0, 3).map((each) => `"${each}"`)
  const line = `Its lifecycle says ${examples.join(', ')}${strange.length > 3 ? ' …' : ''}, which XES doesn’t know:`
  return [
    understood === 0
      ? `${line} it isn’t used. If these are the states, read them: --activity lifecycle:transition --stamps start --repeats merge.`
      : `${line} such events are taken for ends.`,
  ]
}
