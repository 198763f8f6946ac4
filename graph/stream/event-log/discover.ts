import { agreementOf } from './agreement.ts'
import { caseTimes, span } from './case-times.ts'
import { elapsedClock } from './clock.ts'
import { EventTable } from './event-table.ts'
import { followsOf } from './follows.ts'
import { many } from './left-out.ts'
import type { DiscoverOptions, LogDiscovery } from './log-discovery.ts'
import { LogError } from './log-event.ts'
import type { LogEvent } from './log-event.ts'
import { logSteps } from './log-steps.ts'
import { rareVariants } from './rare-variants.ts'
import { withoutRepeats } from './repeats.ts'
import { tracesOf } from './traces.ts'
import { mostFrequent, variantsOf } from './variants.ts'
import type { Variant } from './variants.ts'
import { wholeCases } from './whole-cases.ts'

/** A stream with more steps can't be read by anybody; it is the wrong column. */
const mostActivities = 500
/** Variants that are listed. */
const mostListed = 100

/**
 * Finds an as-is stream in a log of events, in any order. Events are read one at a time and held as numbers.
 * @throws LogError where the log is too long, has no readable timestamps, no cases of several activities, hundreds of
 *   activities, or no finished case. Everything else that isn't counted is named in `leftOut`.
 */
export async function discover(
  events: AsyncIterable<LogEvent> | Iterable<LogEvent>,
  options: DiscoverOptions = {},
): Promise<LogDiscovery> {
  const { coverage = 1, leastShare = 0.01, times = 'MEDIAN', repeats = 'KEEP' } = options
  const { clock = elapsedClock, mostLines = 5_000_000 } = options
  const table = new EventTable()
  for await (const event of events) {
    if (table.lines === mostLines) {
      throw new LogError(`The log has more than ${many(mostLines, 'line')}. Split it by time, whole cases together.`)
    }
    table.add(event)
  }
  refuse(table)
  const dateOrder = table.settleDates(options.dateOrder)
  // A log of beginnings only has nothing else to tell.
  const stamps = options.stamps ?? (table.kinds.every((kind) => kind !== 'END') ? 'BEGIN' : 'END')
  const sorted = tracesOf(table)
  if (sorted.traces.length === 0) throw new LogError('Every case has a line without a timestamp, so that none is left.')
  const joined = repeats === 'MERGE' ? withoutRepeats(sorted.traces, stamps) : { traces: sorted.traces, leftOut: [] }
  const whole = wholeCases(joined.traces, table.activities, { ends: options.ends, leastShare })
  const variants = variantsOf(whole.traces)
  const kept = mostFrequent(variants, coverage)
  const traces = kept.flatMap((variant) => variant.traces)
  const seen = followsOf(traces, clock, stamps)
  const { activities, follows: ways } = seen
  const all = kept.length === variants.length ? seen : followsOf(whole.traces, clock, stamps)
  const { steps, leftOut } = logSteps(activities, table.activities, ways, leastShare)
  const keptTimes = caseTimes(traces, clock, stamps)
  const allTimes = all === seen ? keptTimes : caseTimes(whole.traces, clock, stamps)
  const visits = new Map(activities.map((each) => [each.activity, each.visits]))
  const name = (activity: number): string => table.activities[activity] ?? ''
  const follows = ways.map((way) => ({
    from: name(way.from),
    to: name(way.to),
    count: way.count,
    share: way.count / (visits.get(way.from) ?? 1),
    caseShare: way.cases / traces.length,
    repeats: way.repeats / way.count,
    resourceChanges: way.resourcesKnown === 0 ? undefined : way.resourceChanges / way.resourcesKnown,
  }))
  return {
    lines: table.lines,
    cases: table.cases.length,
    keptCases: traces.length,
    coverage: traces.length / whole.traces.length,
    ...span(traces),
    endings: whole.endings,
    variants: { count: variants.length, kept: kept.length, list: listed(variants, kept.length, name) },
    caseTimes: keptTimes,
    agreement: agreementOf(steps, allTimes.lead),
    steps,
    follows,
    loops: follows.filter((way) => way.repeats > 0.5),
    resources: table.resources,
    pauses: sorted.pauses,
    transitions: { understood: table.transitions.understood, strange: table.transitions.strange },
    leftOut: [
      ...table.leftOut(sorted.unpaired),
      ...sorted.leftOut,
      ...joined.leftOut,
      ...whole.leftOut,
      ...rareVariants(variants, kept, all, seen, table.activities),
      ...leftOut,
    ],
    settings: { dates: options.dates, coverage, leastShare, times, stamps, ends: options.ends, repeats, dateOrder },
    timesIn: clock.timesIn,
    clock: clock.meaning,
  }
}

/** Says what is wrong where the log can't be what it was taken for. */
function refuse(table: EventTable): void {
  const { length } = table.caseOf
  if (length === 0) {
    if (table.lines === 0) throw new LogError('The log has no events.')
    const lines = many(table.lines, 'line')
    throw new LogError(
      `The log’s ${lines} name no case with an activity. Say which columns hold them: --case, --activity.`,
    )
  }
  if (table.activities.length > mostActivities) {
    throw new LogError(
      `The log has ${many(table.activities.length, 'different activity', 'different activities')}, such as "${table.activities[0] ?? ''}": that column is hardly the activity. Say which one is: --activity <column>.`,
    )
  }
  if (length > 1 && table.cases.length === length) {
    throw new LogError(
      `Every line is a case of its own, such as "${table.cases[0] ?? ''}": that column is hardly the case. Say which one is: --case <column>. Where the log has one line a case and several dates, name these: --time <column>, several times.`,
      { kind: 'ONE_LINE_A_CASE' },
    )
  }
}

function listed(
  variants: readonly Variant[],
  kept: number,
  name: (activity: number) => string,
): LogDiscovery['variants']['list'] {
  const all = variants.reduce((sum, variant) => sum + variant.traces.length, 0)
  let covered = 0
  return variants.slice(0, mostListed).map((variant, i) => {
    covered += variant.traces.length
    return {
      activities: variant.activities.map(name),
      cases: variant.traces.length,
      share: variant.traces.length / all,
      coverage: covered / all,
      kept: i < kept,
    }
  })
}
