import type { Comparison, FigureChange, Replaced, StepComparison } from './comparison.ts'
import { figuresOf } from './figures.ts'
import { suppliersOf } from './lead-time-shares.ts'
import { matchSteps } from './match-steps.ts'
import type { MatchedBy } from './match-steps.ts'
import { measure } from './measures.ts'
import type { Measures } from './measures.ts'
import type { Stream, StreamStep } from './stream.ts'
import { waitOf } from './times.ts'

/**
 * Compares the stream that was observed with the one that is planned, step by step (`matchSteps`) and as a whole. A
 * figure that either side doesn't record has no change: less time isn't claimed where nobody measured.
 */
export function compareStreams(asIs: Stream, toBe: Stream): Comparison {
  const { pairs, onlyAsIs, onlyToBe } = matchSteps(asIs, toBe)
  const [before, after] = [measure(asIs), measure(toBe)]
  const sameClock = asIs.timesIn === toBe.timesIn
  const rows = [
    ...pairs.map((pair) => ({ ...pair, at: pair.toBe.position })),
    ...onlyToBe.map((step) => ({ asIs: undefined, toBe: step, by: undefined, at: step.position })),
  ].sort((a, b) => a.at - b.at)
  const steps: { row: StepComparison; asIs: StreamStep | undefined }[] = rows.map((row) => ({
    row: compareSteps(row.asIs, row.toBe, row.by, sameClock),
    asIs: row.asIs,
  }))
  for (const gone of onlyAsIs.toSorted((a, b) => a.position - b.position)) {
    const earlier = steps.map(({ asIs: step }) =>
      step !== undefined && step.position < gone.position ? step.position : 0,
    )
    const nearest = Math.max(0, ...earlier)
    const place = nearest === 0 ? 0 : earlier.indexOf(nearest) + 1
    steps.splice(place, 0, { row: compareSteps(gone, undefined, undefined, sameClock), asIs: gone })
  }
  const overall = (idsOf: (step: StreamStep) => readonly string[]): Replaced =>
    replaced(asIs.steps.flatMap(idsOf), toBe.steps.flatMap(idsOf))
  return {
    steps: steps.map(({ row }) => row),
    figures: streamFigures(asIs, toBe, before.measures, after.measures).map((side) => changeOf(side, sameClock)),
    practices: overall(practicesOf),
    performers: overall((step) => step.performedBy),
    contracts: overall((step) => step.contracts),
    suppliers: overall(suppliersOf),
    missing: { asIs: before.measures?.missing ?? [], toBe: after.measures?.missing ?? [] },
    problems: [
      ...[...(before.problems ?? []), ...(after.problems ?? [])].map(({ message }) => message),
      ...(sameClock
        ? []
        : ['One of the two counts working time, the other elapsed time: their times can’t be compared.']),
    ],
  }
}

function compareSteps(
  asIs: StreamStep | undefined,
  toBe: StreamStep | undefined,
  by: MatchedBy | undefined,
  sameClock: boolean,
): StepComparison {
  const ids = (read: (step: StreamStep) => readonly string[]): Replaced =>
    replaced(asIs === undefined ? [] : read(asIs), toBe === undefined ? [] : read(toBe))
  return {
    asIs: asIs?.id,
    toBe: toBe?.id,
    by,
    activityChanges: asIs !== undefined && toBe !== undefined && asIs.activity !== toBe.activity,
    figures: stepFigures.map(({ read, ...figure }) =>
      changeOf({ ...figure, asIs: asIs && read(asIs), toBe: toBe && read(toBe) }, sameClock),
    ),
    practices: ids(practicesOf),
    performers: ids((step) => step.performedBy),
    contracts: ids((step) => step.contracts),
    suppliers: ids(suppliersOf),
  }
}

/** What steps are compared by. */
const stepFigures: readonly (Pick<FigureChange, 'name' | 'unit' | 'better' | 'ofTimes'> & {
  readonly read: (step: StreamStep) => number | undefined
})[] = [
  { name: 'Process time', unit: 'MINUTES', better: 'LESS', ofTimes: true, read: (step) => step.processMinutes },
  { name: 'Wait', unit: 'MINUTES', better: 'LESS', ofTimes: true, read: waitOf },
  { name: 'Lead time', unit: 'MINUTES', better: 'LESS', ofTimes: true, read: (step) => step.leadMinutes },
  { name: '%C&A', unit: 'PERCENT', better: 'MORE', ofTimes: false, read: (step) => step.completeAndAccurate },
]

/** A figure of both sides, not compared yet. */
type Side = Omit<FigureChange, 'change'>

/** Times that count different clocks have no difference. */
function changeOf(side: Side, sameClock: boolean): FigureChange {
  const { asIs, toBe, ofTimes } = side
  const incomparable = asIs === undefined || toBe === undefined || (ofTimes && !sameClock)
  return { ...side, change: incomparable ? undefined : toBe - asIs }
}

/** The headline figures of two streams side by side; one that can't be measured has none. */
function streamFigures(asIs: Stream, toBe: Stream, before?: Measures, after?: Measures): Side[] {
  const [old, now] = [before === undefined ? [] : figuresOf(before), after === undefined ? [] : figuresOf(after)]
  const figures = (now.length > 0 ? now : old).map(({ name, unit, better, ofTimes }, i) => ({
    ...{ name, unit, better, ofTimes },
    asIs: old[i]?.value,
    toBe: now[i]?.value,
  }))
  return [
    ...figures,
    { name: 'Steps', unit: 'NUMBER', better: 'LESS', ofTimes: false, asIs: asIs.steps.length, toBe: toBe.steps.length },
  ]
}

function replaced(before: readonly string[], after: readonly string[]): Replaced {
  const [old, now] = [new Set(before), new Set(after)]
  return {
    added: [...now].filter((id) => !old.has(id)).sort(),
    removed: [...old].filter((id) => !now.has(id)).sort(),
    kept: [...now].filter((id) => old.has(id)).sort(),
  }
}

const practicesOf = (step: StreamStep): string[] => step.practices.map((practice) => practice.id)
