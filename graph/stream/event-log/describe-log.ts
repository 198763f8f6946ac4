import { agreementHint, agreementText } from './agreement.ts'
import type { ImportedLog } from './import-log.ts'
import { many } from './left-out.ts'
import { logTables, percent, textTable } from './log-tables.ts'
import { takenFor } from './taken-for.ts'
import type { LogDiscovery } from './log-discovery.ts'
import { shown } from './shown.ts'

/** More steps or ways are hard to read in one picture. */
const readable = { steps: 25, ways: 60 }

/** What was found in a log, in plain text, for people who look at it for the first time. */
export function describeLog({ source, found }: ImportedLog): string {
  const tables = logTables(found, { steps: 25, endings: 5, variants: 10, follows: 10, loops: 10 })
  const parts = [
    takenFor(source, found),
    sums(found),
    ...agreement(found),
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

function sums({ lines, cases, keptCases, coverage, from, to, steps, pauses, settings }: LogDiscovery): string {
  return [
    `${many(lines, settings.dates === undefined ? 'line' : 'date')}, ${many(cases, 'case')}.`,
    `The stream has ${many(steps.length, 'step')}, found in ${many(keptCases, 'case')} from ${from.slice(0, 10)} to ${to.slice(0, 10)}: ${percent(coverage)} of the finished ones (--coverage ${settings.coverage}).`,
    ...(pauses === 0
      ? []
      : [`${many(pauses, 'time')} work was suspended and resumed: that time is wait, not process time.`]),
  ].join(' ')
}

/** Whether the stream takes as long as the log's cases did, and which times it has. */
function agreement(found: LogDiscovery): string[] {
  const text = agreementText(found)
  if (text === undefined) return []
  const taken = found.settings.times === 'MEAN' ? 'means (--times mean)' : 'medians (--times median)'
  return [[`${text} Its times are ${taken}.`, agreementHint(found)].filter((each) => each !== undefined).join('\n')]
}

function hints(found: LogDiscovery): string[] {
  const { steps, endings, settings, variants } = found
  const ways = steps.reduce((sum, step) => sum + step.next.length, 0)
  const fewer = [
    ...(settings.leastShare < 0.05 ? ['--least-share 0.05 (rare ways)'] : []),
    // Where no variant is more frequent than others, none can be rare.
    ...(settings.coverage > 0.8 && (variants.list[0]?.cases ?? 0) > 1 ? ['--coverage 0.8 (rare variants)'] : []),
  ]
  return [
    ...followsItself(found),
    ...(settings.ends === undefined && endings.filter(({ finished }) => finished).length > 1
      ? ['Cases end in several ways. Where some of them are still open, name the endings that count with --end.']
      : []),
    ...(steps.length <= readable.steps && ways <= readable.ways
      ? []
      : [
          `${many(steps.length, 'step')} and ${many(ways, 'way')} are hard to read.${fewer.length === 0 ? '' : ` Fewer are left with ${fewer.join(' or ')}; rework goes first then, so look at what is left out and at the case’s time.`}`,
        ]),
  ]
}

/** What to do where a step is mostly followed by itself, as in logs that have a line for each update of a state. */
function followsItself({ follows, settings }: LogDiscovery): string[] {
  const [most] = follows.filter(({ from, to, share }) => from === to && share > 0.5)
  if (most === undefined || (settings.stamps === 'BEGIN' && settings.repeats === 'MERGE')) return []
  return [
    `"${most.from}" mostly follows itself (${percent(most.share)} of its visits). Where it is a state, and its lines are updates within it: --stamps start --repeats merge.`,
  ]
}
