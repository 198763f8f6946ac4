import { shown } from './shown.ts'
import type { ImportedLog } from './import-log.ts'
import { many } from './left-out.ts'
import { logTables, percent, textTable } from './log-tables.ts'
import type { LogDiscovery } from './log-discovery.ts'
import type { LogSource } from './read-log.ts'

/** More steps or ways are hard to read in one picture. */
const readable = { steps: 25, ways: 60 }

/** What was found in a log, in plain text, for people who look at it for the first time. */
export function describeLog({ source, found }: ImportedLog): string {
  const tables = logTables(found, { steps: 25, endings: 5, variants: 10, follows: 10, loops: 10 })
  const parts = [
    takenFor(source, found),
    sums(found),
    ...tables.map(({ title, note, table }) =>
      [[title, note.trim()].filter(Boolean).join('. '), textTable(table)].join('\n'),
    ),
    ...(found.leftOut.length === 0
      ? []
      : [['Left out', ...found.leftOut.map(({ message }) => `  ${message}`)].join('\n')]),
    ...hints(found),
  ]
  return shown(parts.join('\n\n'))
}

/** What the file and its columns were taken for. */
function takenFor(
  { name, format, packed, encoding, delimiter, damaged, columns, missing }: LogSource,
  found: LogDiscovery,
): string {
  const { stamps, repeats, dateOrder } = found.settings
  const how = [
    ...(delimiter === undefined ? [] : [`values divided by ${delimiter === '\t' ? 'tabs' : `"${delimiter}"`}`]),
    `text in ${encoding}`,
    ...(packed ? ['packed with gzip'] : []),
  ]
  const line = format === 'XES' ? 'event' : 'line'
  const states = stamps === 'BEGIN' ? `each ${line} begins it (--stamps start)` : `each ${line} ends it (--stamps end)`
  const merged = repeats === 'MERGE' ? ', and repeats are one visit (--repeats merge)' : ''
  const dates = { DAY_FIRST: 'the day comes first (--date-order)', MONTH_FIRST: 'the month comes first (--date-order)' }
  const standIns = Object.entries(missing).map(([text, count]) => `"${text}" (${many(count, 'time')})`)
  const rows = [
    ['case', columns.case, ''],
    ['activity', columns.activity, columns.start === undefined ? `${states}${merged}` : ''],
    ['time', columns.time, dateOrder === undefined ? '' : dates[dateOrder]],
    ...(columns.start === undefined ? [] : [['start', columns.start, '']]),
    ['resource', columns.resource ?? (format === 'XES' ? 'org:resource, or org:group' : 'none'), ''],
    ...(columns.lifecycle === undefined ? [] : [['lifecycle', columns.lifecycle, '']]),
  ]
  const width = Math.max(...rows.map(([, column = '', note]) => (note === '' ? 0 : column.length)))
  return [
    `${name} is ${format}: ${how.join(', ')}.`,
    ...rows.map(([what = '', column = '', note = '']) =>
      `  ${what.padEnd(9)} ${column.padEnd(width)}  ${note}`.trimEnd(),
    ),
    ...(standIns.length === 0 ? [] : [`  missing   ${standIns.join(', ')}`]),
    ...(encoding === 'Windows-1252'
      ? ['Its text isn’t UTF-8, so it was read as Windows-1252 (Latin-1): look at names with accents.']
      : []),
    ...(damaged ? ['Some of its text is damaged and reads "�".'] : []),
  ].join('\n')
}

function sums({ lines, cases, keptCases, coverage, from, to, steps, settings }: LogDiscovery): string {
  return [
    `${many(lines, 'line')}, ${many(cases, 'case')}.`,
    `The stream has ${many(steps.length, 'step')}, found in ${many(keptCases, 'case')} from ${from.slice(0, 10)} to ${to.slice(0, 10)}: ${percent(coverage)} of the finished ones (--coverage ${settings.coverage}).`,
  ].join(' ')
}

function hints({ steps, endings, settings }: LogDiscovery): string[] {
  const ways = steps.reduce((sum, step) => sum + step.next.length, 0)
  const lower = Math.round(settings.coverage * 50) / 100
  return [
    ...(settings.ends === undefined && endings.filter(({ finished }) => finished).length > 1
      ? ['Cases end in several ways. Where some of them are still open, name the endings that count with --end.']
      : []),
    ...(steps.length <= readable.steps && ways <= readable.ways
      ? []
      : [
          `${many(steps.length, 'step')} and ${many(ways, 'way')} are hard to read. Try fewer variants (--coverage ${lower}) or leave out more of the rare ways (--least-share 0.05).`,
        ]),
  ]
}
