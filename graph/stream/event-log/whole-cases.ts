import { suggest } from '../../catalogue/suggest.ts'
import { firstOf, many } from './left-out.ts'
import type { LeftOut } from './left-out.ts'
import { LogError } from './log-event.ts'
import type { Trace } from './traces.ts'

/** Which cases count as whole. */
export interface WholeCases {
  /** Activities with which a case ends. Left out: those with which at least `leastShare` of all cases end. */
  readonly ends?: readonly string[] | undefined
  /** Beginnings and endings that a smaller part of the cases have (0–1) are taken for cases that the log cuts off. */
  readonly leastShare: number
}

/** An activity that comes last in some cases. */
export interface LogEnding {
  readonly activity: string
  readonly cases: number
  /** Part of all cases whose times are known: 0–1. */
  readonly share: number
  /** Whether such cases are taken for finished. */
  readonly finished: boolean
}

/**
 * Leaves out the cases that aren't whole: still open when the log was written, or begun before it starts. A log doesn't
 * say so; what tells is an ending (or a beginning) that hardly any other case has.
 * @throws LogError where an ending that was named isn't in the log, or where no case ends.
 */
export function wholeCases(
  traces: readonly Trace[],
  activities: readonly string[],
  { ends, leastShare }: WholeCases,
): { traces: Trace[]; endings: LogEnding[]; leftOut: LeftOut[] } {
  const known = new Set(activities)
  for (const end of ends ?? []) {
    if (known.has(end)) continue
    throw new LogError(`No case ends with "${end}": the log has no such activity. ${suggest(end, known) ?? ''}`.trim())
  }
  const named = ends && new Set(ends.map((end) => activities.indexOf(end)))
  const last = (trace: Trace): number => trace.at(-1)?.activity ?? -1
  const counts = countsOf(traces.map(last))
  const usualEnds = named ?? usual(counts, leastShare)
  const finished = traces.filter((trace) => usualEnds.has(last(trace)))
  if (traces.length > 0 && finished.length === 0) {
    const which = (ends ?? []).map((end) => `"${end}"`).join(' or ')
    throw new LogError(
      ends === undefined
        ? `No activity ends as many as ${leastShare * 100}% of the cases, so that none can be taken for finished. Say with which activities a case ends: --end <activity>.`
        : `No case ends with ${which}: none is finished.`,
    )
  }
  const first = (trace: Trace): number => trace[0]?.activity ?? -1
  const beginnings = countsOf(finished.map(first))
  const usualBeginnings = usual(beginnings, leastShare)
  // Where every beginning is rare, rarity tells nothing.
  const whole = finished.filter((trace) => usualBeginnings.size === 0 || usualBeginnings.has(first(trace)))
  const [open, cut] = [traces.length - finished.length, finished.length - whole.length]
  const rarest = (counts: ReadonlyMap<number, number>, usual: ReadonlySet<number>): string =>
    firstOf(
      [...counts]
        .filter(([each]) => !usual.has(each))
        .sort((a, b) => b[1] - a[1])
        .map(([each, count]) => `${activities[each] ?? ''} (${many(count, 'time')})`),
    )
  const all: LeftOut[] = [
    {
      what: 'UNFINISHED_CASES',
      count: open,
      message: `${many(open, 'case')} that ${open === 1 ? 'isn’t' : 'aren’t'} finished: ${named === undefined ? 'hardly any other ends with' : 'the last activity is none of those named:'} ${rarest(counts, usualEnds)}.`,
    },
    {
      what: 'CASES_BEGUN_ELSEWHERE',
      count: cut,
      message: `${many(cut, 'case')} that begin${cut === 1 ? 's' : ''} as hardly any other does: with ${rarest(beginnings, usualBeginnings)}.`,
    },
  ]
  const endings = [...counts].map(([activity, cases]) => ({
    activity: activities[activity] ?? '',
    cases,
    share: cases / traces.length,
    finished: usualEnds.has(activity),
  }))
  return {
    traces: whole,
    endings: endings.sort((a, b) => b.cases - a.cases),
    leftOut: all.filter((each) => each.count > 0),
  }
}

function countsOf(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

/** The numbers that make up at least that part of all. */
function usual(counts: ReadonlyMap<number, number>, leastShare: number): Set<number> {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return new Set([...counts].filter(([, count]) => count >= leastShare * all).map(([each]) => each))
}
