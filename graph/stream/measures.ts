import { criticalPath } from './critical-path.ts'
import { flowOf } from './flow.ts'
import type { Flow } from './flow.ts'
import type { FlowProblem } from './flow-problem.ts'
import { handOffs } from './hand-offs.ts'
import type { HandOffs } from './hand-offs.ts'
import { leadTimeShares } from './lead-time-shares.ts'
import type { LeadTimeShares } from './lead-time-shares.ts'
import { loopsOf } from './loops.ts'
import type { Loop } from './loops.ts'
import { missing, missingTimes } from './missing.ts'
import type { Missing } from './missing.ts'
import { rolledQuality } from './rolled-quality.ts'
import { rounding } from './shares-of-ways.ts'
import { stepMeasures } from './step-measures.ts'
import type { StepMeasures } from './step-measures.ts'
import type { Stream } from './stream.ts'
import { timesOf } from './times.ts'
import type { Times } from './times.ts'
import { visitsOf } from './visits.ts'
import type { Visits } from './visits.ts'

/**
 * The measures of value stream mapping for one stream. Times are minutes, shares and ratios 0–1, %C&A percent. What isn't
 * recorded is left out of a figure and named in `missing`; a figure without any record is undefined.
 */
export interface Measures {
  readonly criticalPath: {
    /** Ids of its steps, in flow order. */
    readonly steps: readonly string[]
    /** Once through, without repetitions. */
    readonly onePass: Times
    /** The stream's total times: with the expected repetitions of its loops (see `criticalPath`). */
    readonly total: Times
  }
  /** Expected times of a case, over all cases: each step as often as it is visited, Σ N₀ₛ × time. */
  readonly expected: Times
  /** Product of the %C&A of the critical path's steps: percent. */
  readonly rolledCompleteAndAccurate: number | undefined
  /** Every step that cases come to, in file order. */
  readonly steps: readonly StepMeasures[]
  readonly loops: readonly Loop[]
  readonly leadTimeBy: LeadTimeShares
  /** The step where one visit waits longest, the first of equals; undefined where no wait is known or all are 0. */
  readonly longestWait: { readonly step: string; readonly minutes: number } | undefined
  readonly handOffs: { readonly practices: HandOffs; readonly performers: HandOffs }
  /** Steps with ways on whose shares leave something of 100: for that part of their cases (0–1) the stream ends there. */
  readonly endsEarly: readonly { readonly step: string; readonly share: number }[]
  readonly missing: readonly Missing[]
}

/** The measures, or what keeps them from being worked out. */
export type MeasuresOrProblems =
  | { readonly measures: Measures; readonly problems?: never }
  | { readonly problems: readonly FlowProblem[]; readonly measures?: never }

/** Works out a stream's measures. Each part's formula stands in the docblock of its function or type. */
export function measure(stream: Stream): MeasuresOrProblems {
  const { flow, problems } = flowOf(stream)
  if (flow === undefined) return { problems }
  const visits = visitsOf(flow)
  const perCase = visits.map((each) => each.perCase)
  const path = criticalPath(flow)
  const onPath = new Set(path.steps)
  const pathSteps = flow.steps.filter((_, i) => onPath.has(i))
  const steps = stepMeasures(flow, visits, onPath)
  const waits = steps.flatMap((step) => ((step.waitMinutes ?? 0) > 0 ? [step] : []))
  const longest = waits.toSorted((a, b) => (b.waitMinutes ?? 0) - (a.waitMinutes ?? 0))[0]
  return {
    measures: {
      criticalPath: {
        steps: path.steps.map((i) => flow.steps[i]?.id ?? ''),
        onePass: timesOf(
          pathSteps,
          pathSteps.map(() => 1),
        ),
        total: timesOf(flow.steps, path.visits),
      },
      expected: timesOf(flow.steps, perCase),
      rolledCompleteAndAccurate: rolledQuality(pathSteps),
      steps,
      loops: loopsOf(flow, visits),
      leadTimeBy: leadTimeShares(flow.steps, perCase),
      longestWait: longest === undefined ? undefined : { step: longest.step, minutes: longest.waitMinutes ?? 0 },
      handOffs: {
        practices: handOffs(flow, perCase, path.steps, (step) => step.practices.map((practice) => practice.id)),
        performers: handOffs(flow, perCase, path.steps, (step) => step.performedBy),
      },
      endsEarly: flow.steps.flatMap((step, i) => {
        const share = flow.ends[i] ?? 0
        return share > 0 && flow.ways.some((way) => way.from === i) ? [{ step: step.id, share }] : []
      }),
      missing: missingIn(flow, visits),
    },
  }
}

/** Everything that the figures leave out or assume. */
function missingIn(flow: Flow, visits: readonly Visits[]): Missing[] {
  const { steps } = flow
  // The ways say who passes a step by where some cases don't come to it; an optional step that all come to lacks that.
  const unsaid = steps.filter((step, i) => step.optional && (visits[i]?.reach ?? 0) > 1 - rounding)
  const unrated = steps.filter((step) => step.completeAndAccurate === undefined)
  const unworked = steps.filter((step) => step.practices.length === 0)
  const undone = steps.filter((step) => step.performedBy.length === 0)
  return [
    ...missingTimes(steps),
    ...missing('COMPLETE_AND_ACCURATE', unrated, steps.length),
    ...missing('PRACTICE', unworked, steps.length),
    ...missing('PERFORMER', undone, steps.length),
    ...missing('OPTIONAL_SHARE', unsaid, steps.length),
    ...missing('BRANCH_SHARE', flow.equalParts, steps.length),
    ...missing('UNREACHABLE', flow.unreachable, steps.length + flow.unreachable.length),
  ]
}
