import type { DirectlyFollows, LogDiscovery } from './log-discovery.ts'
import { minutesText } from './minutes-text.ts'

/** A table's heading and rows, as text; numbers stand to the right. */
export interface LogTable {
  readonly heading: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A part of what a log shows. */
export interface LogSection {
  readonly title: string
  readonly note: string
  readonly table: LogTable
}

/** How many rows are told at most. */
export interface MostRows {
  readonly steps: number
  readonly endings: number
  readonly variants: number
  readonly follows: number
  readonly loops: number
}

/** What a log shows: times of cases and steps, endings, variants, what follows what, and loops. */
export function logTables(found: LogDiscovery, most: MostRows): LogSection[] {
  const { variants, follows, loops, endings } = found
  return [
    {
      title: 'Time of a case',
      note: `From its first timestamp to its last: ${found.clock}.`,
      table: {
        heading: ['mean', 'median', '90th percentile', ''],
        rows: (['process', 'wait', 'lead'] as const).flatMap((what) => {
          const times = found.caseTimes[what]
          if (times === undefined) return []
          return [
            [...[times.mean, times.median, times.p90].map((each) => minutesText(each, found.timesIn)), `${what} time`],
          ]
        }),
      },
    },
    {
      title: 'Steps',
      note: `${found.steps.length > most.steps ? `The first ${most.steps} of ${found.steps.length}. ` : ''}Times: the median / the 90th percentile${found.settings.times === 'MEAN' ? '; the file has means' : ''}.`,
      table: {
        heading: ['times', 'of cases', 'process time', 'wait', 'lead time', 'step'],
        rows: found.steps
          .slice(0, most.steps)
          .map(({ name, activity }) => [
            activity?.visits.toLocaleString('en') ?? '',
            activity === undefined ? '' : percent(activity.cases / found.keptCases),
            ...[activity?.process, activity?.wait, activity?.lead].map((times) =>
              times === undefined
                ? '–'
                : `${minutesText(times.median, found.timesIn)} / ${minutesText(times.p90, found.timesIn)}`,
            ),
            name,
          ]),
      },
    },
    {
      title: 'Endings',
      note: shown(most.endings, endings.length, 'ending'),
      table: {
        heading: ['cases', 'share', ''],
        rows: endings
          .slice(0, most.endings)
          .map(({ activity, cases, share, finished }) => [
            cases.toLocaleString('en'),
            percent(share),
            `${activity}${finished ? '' : ' (not taken for finished)'}`,
          ]),
      },
    },
    {
      title: 'Variants',
      note: `${shown(most.variants, variants.count, 'variant')}The stream has ${variants.kept === variants.count ? 'all' : variants.kept.toLocaleString('en')} of them, which cover ${percent(found.coverage)} of the finished cases; the threshold is ${percent(found.settings.coverage)}.`,
      table: {
        heading: ['cases', 'share', 'together', ''],
        rows: variants.list
          .slice(0, most.variants)
          .map(({ activities, cases, share, coverage, kept }) => [
            cases.toLocaleString('en'),
            percent(share),
            percent(coverage),
            `${kept ? '' : '(left out) '}${path(activities)}`,
          ]),
      },
    },
    ways('What follows what', shown(most.follows, follows.length, 'way'), follows.slice(0, most.follows)),
    ways('Loops', shown(most.loops, loops.length, 'loop'), loops.slice(0, most.loops)),
  ].filter(({ table }) => table.rows.length > 0)
}

/** The table in plain text, indented. */
export function textTable({ heading, rows }: LogTable): string {
  const width = heading.map((each, i) => Math.max(each.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const last = heading.length - 1
  return [heading, ...rows]
    .map((row) =>
      `  ${row.map((value, i) => (i === last ? value : value.padStart(width[i] ?? 0))).join('  ')}`.trimEnd(),
    )
    .join('\n')
}

/** The table in Markdown. */
export function markdownTable({ heading, rows }: LogTable): string {
  const line = (values: readonly string[]): string => `| ${values.join(' | ')} |`
  const plain = (value: string): string => value.replace(/[\\`*_[\]<>|#&]/g, '\\$&')
  const rule = heading.map((_, i) => (i === heading.length - 1 ? '---' : '---:'))
  return [line(heading), line(rule), ...rows.map((row) => line(row.map(plain)))].join('\n')
}

/** A part (0–1) in percent, to one decimal. */
export const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`

function ways(title: string, note: string, all: readonly DirectlyFollows[]): LogSection {
  return {
    title,
    note,
    table: {
      heading: ['times', 'of visits', 'of cases', ''],
      rows: all.map(({ from, to, count, share, caseShare }) => [
        count.toLocaleString('en'),
        percent(share),
        percent(caseShare),
        `${from} → ${to}`,
      ]),
    },
  }
}

const shown = (most: number, all: number, what: string): string =>
  all > most ? `The ${most} most frequent of ${all.toLocaleString('en')} ${what}s. ` : ''

/** A variant's activities, the middle left out where there are too many to read. */
function path(activities: readonly string[]): string {
  if (activities.length <= 12) return activities.join(' → ')
  const left = activities.length - 10
  return [...activities.slice(0, 7), `(${left} more)`, ...activities.slice(-3)].join(' → ')
}
