import type { Change, Comparison, Replaced, StepComparison, StreamChanges } from './comparison.ts'
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
  const rows = [
    ...pairs.map((pair) => ({ ...pair, at: pair.toBe.position })),
    ...onlyToBe.map((step) => ({ asIs: undefined, toBe: step, by: undefined, at: step.position })),
  ].sort((a, b) => a.at - b.at)
  const steps: { row: StepComparison; asIs: StreamStep | undefined }[] = rows.map((row) => ({
    row: compareSteps(row.asIs, row.toBe, row.by),
    asIs: row.asIs,
  }))
  for (const gone of onlyAsIs.toSorted((a, b) => a.position - b.position)) {
    const earlier = steps.map(({ asIs: step }) =>
      step !== undefined && step.position < gone.position ? step.position : 0,
    )
    const nearest = Math.max(0, ...earlier)
    const place = nearest === 0 ? 0 : earlier.indexOf(nearest) + 1
    steps.splice(place, 0, { row: compareSteps(gone, undefined, undefined), asIs: gone })
  }
  const overall = (idsOf: (step: StreamStep) => readonly string[]): Replaced =>
    replaced(asIs.steps.flatMap(idsOf), toBe.steps.flatMap(idsOf))
  return {
    steps: steps.map(({ row }) => row),
    stream: streamChanges(asIs, toBe, before.measures, after.measures),
    practices: overall(practicesOf),
    performers: overall((step) => step.performedBy),
    contracts: overall((step) => step.contracts),
    suppliers: overall(suppliersOf),
    missing: { asIs: before.measures?.missing ?? [], toBe: after.measures?.missing ?? [] },
    problems: [...(before.problems ?? []), ...(after.problems ?? [])],
  }
}

function compareSteps(
  asIs: StreamStep | undefined,
  toBe: StreamStep | undefined,
  by: MatchedBy | undefined,
): StepComparison {
  const figure = (read: (step: StreamStep) => number | undefined): Change =>
    changeOf(asIs && read(asIs), toBe && read(toBe))
  const ids = (read: (step: StreamStep) => readonly string[]): Replaced =>
    replaced(asIs === undefined ? [] : read(asIs), toBe === undefined ? [] : read(toBe))
  return {
    asIs: asIs?.id,
    toBe: toBe?.id,
    by,
    activityChanges: asIs !== undefined && toBe !== undefined && asIs.activity !== toBe.activity,
    processMinutes: figure((step) => step.processMinutes),
    leadMinutes: figure((step) => step.leadMinutes),
    waitMinutes: figure(waitOf),
    completeAndAccurate: figure((step) => step.completeAndAccurate),
    practices: ids(practicesOf),
    performers: ids((step) => step.performedBy),
    contracts: ids((step) => step.contracts),
    suppliers: ids(suppliersOf),
  }
}

function streamChanges(asIs: Stream, toBe: Stream, before?: Measures, after?: Measures): StreamChanges {
  const figure = (read: (measures: Measures) => number | undefined): Change =>
    changeOf(before && read(before), after && read(after))
  return {
    processMinutes: figure(({ criticalPath }) => criticalPath.total.processMinutes),
    leadMinutes: figure(({ criticalPath }) => criticalPath.total.leadMinutes),
    waitMinutes: figure(({ criticalPath }) => criticalPath.total.waitMinutes),
    activityRatio: figure(({ criticalPath }) => criticalPath.total.activityRatio),
    expectedProcessMinutes: figure(({ expected }) => expected.processMinutes),
    expectedLeadMinutes: figure(({ expected }) => expected.leadMinutes),
    rolledCompleteAndAccurate: figure((measures) => measures.rolledCompleteAndAccurate),
    repetitions: figure(({ loops }) => loops.reduce((sum, loop) => sum + loop.repetitions, 0)),
    handOffsBetweenPractices: figure(({ handOffs }) => handOffs.practices.onCriticalPath),
    handOffsBetweenPerformers: figure(({ handOffs }) => handOffs.performers.onCriticalPath),
    steps: changeOf(asIs.steps.length, toBe.steps.length),
  }
}

function changeOf(asIs: number | undefined, toBe: number | undefined): Change {
  return { asIs, toBe, change: asIs === undefined || toBe === undefined ? undefined : toBe - asIs }
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
