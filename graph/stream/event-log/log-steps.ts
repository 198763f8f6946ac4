import { flowOf } from '../flow.ts'
import type { Stream } from '../stream.ts'
import type { Follow, LogActivity } from './follows.ts'
import type { LeftOut } from './left-out.ts'
import { typical } from './quantiles.ts'
import type { Times } from './quantiles.ts'
import { rareWays, withoutRare } from './rare-ways.ts'
import { stepIds } from './step-ids.ts'

/** A step as a log shows it. */
export interface LogStep {
  /** Its id within its stream: the activity's name in kebab-case. */
  readonly id: string
  readonly name: string
  /** Undefined for the step that is put before streams whose cases begin in several ways. */
  readonly activity: LogActivity | undefined
  readonly next: readonly LogWay[]
  /** How many cases end here. */
  readonly ends: number
}

/** A way from a step, as a log shows it. */
export interface LogWay {
  /** Id of the step that it leads to. */
  readonly to: string
  /** Percent of the cases at its step, to two decimals. */
  readonly share: number
  /** More often than not it led to an activity that the case had been at before. */
  readonly rework: boolean
  readonly count: number
}

/**
 * Makes steps and ways of directly-follows frequencies.
 *
 * Steps stand in the order in which cases first come to them, on average. Where cases begin with different activities, a
 * step "Case opens" that takes no time stands before them. Ways that a smaller part than `leastShare` (0–1) of the visits
 * at their step take are left out, unless they are the strongest out of a step or into one, or a step could not be reached,
 * or reach an end, without them; the shares of the others are of the visits that remain.
 */
export function logSteps(
  activities: readonly LogActivity[],
  names: readonly string[],
  follows: readonly Follow[],
  leastShare: number,
): { steps: LogStep[]; leftOut: LeftOut[] } {
  const ordered = activities.toSorted((a, b) => a.place - b.place || b.visits - a.visits)
  const visits = new Map(ordered.map((each) => [each.activity, each.visits]))
  const divided = withoutRare(follows, visits, leastShare)
  const { rare } = divided
  let { kept } = divided
  let steps = stepsOf(ordered, names, kept)
  for (let batch = 1; rare.length > 0 && !isWhole(steps); batch *= 2) {
    kept = [...kept, ...rare.splice(0, batch)]
    steps = stepsOf(ordered, names, kept)
  }
  return { steps, leftOut: rareWays(rare, follows, leastShare, names) }
}

/** The steps as a stream without practices, for its flow and its measures. */
export function asStream(
  steps: readonly LogStep[],
  timesIn: Stream['timesIn'] = 'ELAPSED_TIME',
  times: Times = 'MEDIAN',
): Stream {
  const minutes = (step: LogStep, what: 'process' | 'lead'): number | undefined => {
    const quantiles = step.activity?.[what]
    return step.activity === undefined ? 0 : quantiles && typical(quantiles, times)
  }
  return {
    id: 'value-stream/log',
    name: 'Event log',
    perspective: 'AS_IS',
    timesIn,
    steps: steps.map((step, i) => ({
      id: step.id,
      name: step.name,
      position: i + 1,
      optional: false,
      activity: '',
      practices: [],
      performedBy: [],
      contracts: [],
      suppliers: [],
      processMinutes: minutes(step, 'process'),
      leadMinutes: minutes(step, 'lead'),
      next: step.next,
    })),
  }
}

function stepsOf(ordered: readonly LogActivity[], names: readonly string[], ways: readonly Follow[]): LogStep[] {
  const beginning = ordered.filter((each) => each.begins > 0)
  const opens = beginning.length > 1
  const ids = stepIds([...(opens ? ['Case opens'] : []), ...ordered.map((each) => names[each.activity] ?? '')])
  const idOf = new Map(ordered.map((each, i) => [each.activity, ids[i + (opens ? 1 : 0)] ?? '']))
  const steps = ordered.map((activity): LogStep => {
    const own = ways.filter((way) => way.from === activity.activity)
    const shares = percentages(
      own.map((way) => way.count),
      activity.ends,
    )
    return {
      id: idOf.get(activity.activity) ?? '',
      name: names[activity.activity] ?? '',
      activity,
      ends: activity.ends,
      next: own.map((way, i) => ({
        to: idOf.get(way.to) ?? '',
        share: shares[i] ?? 0,
        rework: way.repeats > way.count / 2,
        count: way.count,
      })),
    }
  })
  if (!opens) return steps
  const shares = percentages(
    beginning.map((each) => each.begins),
    0,
  )
  const next = beginning.map((each, i) => ({
    to: idOf.get(each.activity) ?? '',
    share: shares[i] ?? 0,
    rework: false,
    count: each.begins,
  }))
  return [{ id: ids[0] ?? '', name: 'Case opens', activity: undefined, ends: 0, next }, ...steps]
}

/** Counts in percent to two decimals, none 0, that leave of 100 exactly what the rest makes up. */
function percentages(counts: readonly number[], rest: number): number[] {
  const all = counts.reduce((sum, count) => sum + count, rest)
  const hundredths = (count: number): number => (count === 0 ? 0 : Math.max(1, Math.round((10_000 * count) / all)))
  const rounded = counts.map(hundredths)
  const over = rounded.reduce((sum, each) => sum + each, hundredths(rest)) - 10_000
  const largest = rounded.indexOf(Math.max(...rounded))
  return rounded.map((each, i) => (each - (i === largest ? over : 0)) / 100)
}

function isWhole(steps: readonly LogStep[]): boolean {
  const { flow } = flowOf(asStream(steps))
  return flow?.unreachable.length === 0
}
