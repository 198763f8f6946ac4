import { Document, YAMLMap } from 'yaml'
import { many } from './left-out.ts'
import type { LogDiscovery } from './log-discovery.ts'
import type { LogStep, LogWay } from './log-steps.ts'
import { minutesText } from './minutes-text.ts'
import type { Quantiles } from './quantiles.ts'

/** What a log can't say of the stream that is found in it. */
export interface StreamFileOptions {
  /** Name of the stream. */
  readonly name: string
  /** The log's name, as its source: "incidents-2027.csv". */
  readonly log: string
  /** The day on which the log was looked at: 2027-06-30. */
  readonly on: string
  /** Who looked. */
  readonly by?: string | undefined
  /** Further fields of the stream (`trigger`, `value`, `valueFor` …), as in a file. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined
  /** Value chain activity and practices of each step, where they are known already. */
  readonly step?: ((name: string) => { activity?: string; practices?: readonly string[] }) | undefined
}

/** Fields that the model requires and no log holds. */
const toBeWritten: Readonly<Record<string, string>> = {
  situation: 'the one situation that the log is of',
  starts: 'DEMAND or OPPORTUNITY',
  trigger: 'the demand, in the words of those who bring it',
  value: 'what somebody has at its end',
  valueFor: 'who has that value: [stakeholder, …]',
}

/**
 * Writes what was found in a log as a stream's file (YAML), as-is, with the log as its source: medians as times, the 90th
 * percentile in the steps' summaries, shares of all ways. What only people know (activity and practices of each step,
 * trigger, value …) stands there as comments; until it is written, `tributary check` names it line by line.
 */
export function streamFile(found: LogDiscovery, options: StreamFileOptions): string {
  const document = new Document({
    name: options.name,
    perspective: 'AS_IS',
    ...options.fields,
    mapped: {
      on: options.on,
      ...(options.by === undefined ? {} : { by: options.by }),
      cases: found.keptCases,
      method: methodOf(found, options.log),
    },
  })
  const steps = found.steps.map((step, i) => stepNode(document, step, found, options, found.steps[i + 1]?.id))
  document.set('steps', document.createNode(steps))
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
  const stamps =
    settings.stamps === 'END'
      ? 'Each line is taken for the end of a step.'
      : 'Each line is taken for the beginning of a step.'
  const leftOut = found.leftOut.map((each) => each.message)
  return [
    `Mined from the event log ${log}: ${many(found.lines, 'line')}, ${many(found.cases, 'case')}, ${found.from.slice(0, 10)} to ${found.to.slice(0, 10)}.`,
    `The figures are of ${many(found.keptCases, 'case')}: ${percent(found.coverage)} of the finished ones, in ${found.variants.kept} of ${many(found.variants.count, 'variant')}.`,
    `Times are medians of ${found.clock}.`,
    stamps,
    ...(leftOut.length === 0 ? [] : [`Left out: ${leftOut.join(' ')}`]),
  ].join(' ')
}

function stepNode(
  document: Document,
  step: LogStep,
  found: LogDiscovery,
  options: StreamFileOptions,
  following: string | undefined,
): unknown {
  const known = options.step?.(step.name)
  const { process, lead } = step.activity ?? {}
  // Medians of different visits may contradict each other; then the lead time stands, which more visits have.
  const fits = process !== undefined && lead !== undefined && process.median <= lead.median
  const fields = {
    id: step.id,
    name: step.name,
    summary: summaryOf(step, found),
    ...(known?.activity === undefined ? {} : { activity: known.activity }),
    ...(known?.practices === undefined ? {} : { practices: known.practices }),
    ...(step.activity === undefined ? { processTime: '0 min', leadTime: '0 min' } : {}),
    ...(fits ? { processTime: minutesText(process.median) } : {}),
    ...(lead === undefined ? {} : { leadTime: minutesText(lead.median) }),
    ...(step.next.length === 1 && step.ends === 0 && step.next[0]?.to === following
      ? {}
      : { next: step.next.map((way) => wayNode(document, way, step.next.length === 1 && step.ends === 0)) }),
  }
  const node = document.createNode(fields)
  const open = [
    ...(known?.activity === undefined ? [' activity: one of the six, such as deliver-and-support'] : []),
    ...(known?.practices === undefined ? [' practices: [incident-management, …]'] : []),
  ]
  if (node instanceof YAMLMap && open.length > 0) node.comment = open.join('\n')
  return node
}

function wayNode(document: Document, way: LogWay, only: boolean): unknown {
  const node = document.createNode({
    to: way.to,
    ...(only ? {} : { share: way.share }),
    ...(way.rework ? { rework: true } : {}),
  })
  if (node instanceof YAMLMap) node.comment = ` ${many(way.count, 'time')}`
  return node
}

function summaryOf(step: LogStep, found: LogDiscovery): string {
  const { activity } = step
  if (activity === undefined) return 'Where cases begin, in more than one way. It takes no time itself.'
  const people =
    activity.resources.length === 0
      ? ''
      : `, by ${many(activity.resources.length, 'person or group', 'people or groups')}`
  const times = [
    spread('Process time', activity.process),
    spread('wait', activity.wait),
    spread('lead time', activity.lead),
  ]
  const known = times.filter((each) => each !== '')
  return [
    `In ${many(activity.cases, 'case')} (${percent(activity.cases / found.keptCases)}), ${many(activity.visits, 'time')} in all${people}.`,
    ...(known.length === 0 ? [] : [`${capital(known.join('; '))}.`]),
  ].join(' ')
}

const spread = (what: string, quantiles: Quantiles | undefined): string =>
  quantiles === undefined
    ? ''
    : `${what} ${minutesText(quantiles.median)} in the median, ${minutesText(quantiles.p90)} at the 90th percentile`

const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
