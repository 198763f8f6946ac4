import { Document, Scalar, YAMLMap } from 'yaml'
import { agreementText } from './agreement.ts'
import { firstOf, many } from './left-out.ts'
import type { LogDiscovery } from './log-discovery.ts'
import { logTables, markdownTable, percent } from './log-tables.ts'
import { stepNode } from './step-node.ts'
import type { KnownOfStep } from './step-node.ts'

/** What a log can't say of the stream that is found in it. */
export interface StreamFileOptions {
  /** Name of the stream. */
  readonly name: string
  /** The log's name, as its source: "incidents-2027.csv". */
  readonly log: string
  /** The day on which the log was looked at: 2027-06-30. */
  readonly on: string
  /** Where it happened: the organisation, the office, the system. */
  readonly where?: string | undefined
  /** Who looked. */
  readonly by?: string | undefined
  /** Further fields of the stream (`trigger`, `value`, `valueFor` …), as in a file. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined
  /** Value chain activity and practices of each step, where they are known already. */
  readonly step?: ((name: string) => KnownOfStep) | undefined
}

/** Fields that a stream needs and no log holds. */
const toBeWritten: Readonly<Record<string, string>> = {
  situation: 'the one situation that the log is of',
  starts: 'DEMAND or OPPORTUNITY',
  trigger: 'the demand, in the words of those who bring it',
  value: 'what somebody has at its end',
  valueFor: 'who has that value: [stakeholder, …]',
  owner: 'who is accountable for it: team/… or role/…',
}

/**
 * Writes what was found in a log as a stream's file (YAML), as-is, with the log as its source: medians or means as times,
 * the 90th percentile in the steps' summaries, shares of all ways. What only people know (activity and practices of each step,
 * trigger, value …) stands there as comments; until it is written, `tributary check` names it line by line.
 */
export function streamFile(found: LogDiscovery, options: StreamFileOptions): string {
  const document = new Document({
    name: options.name,
    perspective: 'AS_IS',
    ...options.fields,
    mapped: {
      on: options.on,
      ...(options.where === undefined ? {} : { where: options.where }),
      ...(options.by === undefined ? {} : { by: options.by }),
      cases: found.keptCases,
      method: methodOf(found, options.log),
    },
    timesIn: found.timesIn,
  })
  const steps = found.steps.map((step, i) =>
    stepNode(document, step, found, options.step?.(step.name) ?? {}, found.steps[i + 1]?.id),
  )
  document.set('steps', document.createNode(steps))
  const body = new Scalar(bodyOf(found))
  body.type = Scalar.BLOCK_LITERAL
  document.set('body', body)
  const mapped = document.get('mapped')
  const asked = [
    ...(options.where === undefined ? [' where: the organisation or office that it happened in'] : []),
    ...(options.by === undefined ? [' by: who looked at it'] : []),
  ]
  if (mapped instanceof YAMLMap && asked.length > 0) mapped.comment = asked.join('\n')
  const open = Object.entries(toBeWritten).filter(([field]) => options.fields?.[field] === undefined)
  const lines = [
    ` Found in ${options.log} by "tributary import log". It describes what happened in one situation and isn’t a template.`,
    ...(open.length === 0 ? [] : [' Still to be written by somebody who knows the work:']),
    ...open.map(([field, what]) => `   ${field}: ${what}`),
  ]
  document.commentBefore = lines.join('\n')
  return document.toString({ lineWidth: 120, flowCollectionPadding: false })
}

/** How the stream was found, as a paragraph. */
function methodOf(found: LogDiscovery, log: string): string {
  const { settings } = found
  const line = settings.dates === undefined ? 'line' : 'date'
  const wide =
    settings.dates &&
    `The log has one line a case; its dates are events: ${firstOf(settings.dates, settings.dates.length)}.`
  const stamps = `Each ${line} is taken for the ${settings.stamps === 'END' ? 'end' : 'beginning'} of a step.`
  const leftOut = found.leftOut.map((each) => each.message)
  return [
    `Mined from the event log ${log}: ${many(found.lines, line)}, ${many(found.cases, 'case')}, ${found.from.slice(0, 10)} to ${found.to.slice(0, 10)}.`,
    casesOf(found),
    `Times are ${settings.times === 'MEAN' ? 'means' : 'medians'} of ${found.clock}.`,
    ...[agreementText(found)].filter((each) => each !== undefined),
    ...(wide === undefined ? [] : [wide]),
    stamps,
    ...(settings.repeats === 'MERGE' ? ['Lines that repeat the one before are the same visit.'] : []),
    ...(found.pauses === 0 ? [] : ['Time for which work was suspended is wait, not process time.']),
    ...(leftOut.length === 0 ? [] : [`Left out: ${leftOut.join(' ')}`]),
  ].join(' ')
}

/** Which cases the figures are of. */
function casesOf({ keptCases, coverage, variants, settings }: LogDiscovery): string {
  return variants.kept === variants.count
    ? `The figures are of all ${many(keptCases, 'finished case')}, in ${many(variants.count, 'variant')}.`
    : `The figures are of ${many(keptCases, 'case')}: ${percent(coverage)} of the finished ones, in the ${variants.kept.toLocaleString('en')} most frequent of ${many(variants.count, 'variant')}; the threshold was ${percent(settings.coverage)}.`
}

/** The figures that have no field of their own, in Markdown. */
function bodyOf(found: LogDiscovery): string {
  return logTables(found, { steps: 0, endings: 10, variants: 10, follows: 20, loops: 20 })
    .map(({ title, note, table }) => [`## ${title}`, note.trim(), markdownTable(table)].filter(Boolean).join('\n\n'))
    .join('\n\n')
}
