import type { Document, Node } from 'yaml'
import { many } from './left-out.ts'
import type { LogDiscovery } from './log-discovery.ts'
import type { LogStep, LogWay } from './log-steps.ts'
import { percent } from './log-tables.ts'
import { minutesText } from './minutes-text.ts'
import { typical } from './quantiles.ts'
import type { Quantiles } from './quantiles.ts'

/** What is known of a step that no log holds. */
export interface KnownOfStep {
  /** The value chain activity that it visits. */
  readonly activity?: string
  readonly practices?: readonly string[]
}

/**
 * A found step as an entry of a stream's `steps`, what only people know as comments.
 * @param following id of the step that stands next in the file.
 */
export function stepNode(
  document: Document,
  step: LogStep,
  found: LogDiscovery,
  known: KnownOfStep,
  following: string | undefined,
): Node {
  const { activity } = step
  const minutes = (times: Quantiles | undefined): number | undefined => times && typical(times, found.settings.times)
  const [process, lead] = activity === undefined ? [0, 0] : [minutes(activity.process), minutes(activity.lead)]
  // Medians and means of different visits may contradict each other; then the lead time stands, which more visits have.
  const fits = process !== undefined && lead !== undefined && process <= lead
  const only = step.next.length === 1 && step.ends === 0
  // Fields that are undefined aren't written.
  const node = document.createNode({
    id: step.id,
    name: step.name,
    summary: summaryOf(step, found),
    activity: known.activity,
    practices: known.practices,
    processTime: fits ? minutesText(process, found.timesIn) : undefined,
    leadTime: lead === undefined ? undefined : minutesText(lead, found.timesIn),
    next: only && step.next[0]?.to === following ? undefined : step.next.map((way) => wayNode(document, way, only)),
  })
  const open = [
    ...(known.activity === undefined ? [' activity: one of the six, such as deliver-and-support'] : []),
    ...(known.practices === undefined ? [' practices: [incident-management, …]'] : []),
  ]
  node.comment = open.join('\n')
  return node
}

function wayNode(document: Document, way: LogWay, only: boolean): Node {
  const node = document.createNode({
    to: way.to,
    share: only ? undefined : way.share,
    rework: way.rework ? true : undefined,
  })
  node.comment = ` ${many(way.count, 'time')}`
  return node
}

function summaryOf(step: LogStep, found: LogDiscovery): string {
  const { activity } = step
  if (activity === undefined) return 'Where cases begin, in more than one way. It takes no time itself.'
  const people =
    activity.resources.length === 0
      ? ''
      : `, by ${many(activity.resources.length, 'person or group', 'people or groups')}`
  const spread = (what: string, quantiles: Quantiles | undefined): string => {
    if (quantiles === undefined) return ''
    const text = (minutes: number): string => minutesText(minutes, found.timesIn)
    const mean = found.settings.times === 'MEAN' ? `${text(quantiles.mean)} on average, ` : ''
    return `${what} ${mean}${text(quantiles.median)} in the median, ${text(quantiles.p90)} at the 90th percentile`
  }
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

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
