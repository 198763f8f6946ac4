import type { FlowProblem } from './flow-problem.ts'
import type { MatchedBy } from './match-steps.ts'
import type { Missing } from './missing.ts'

/** A figure before and after. `change` is after − before, undefined where one of the two isn't recorded. */
export interface Change {
  readonly asIs: number | undefined
  readonly toBe: number | undefined
  readonly change: number | undefined
}

/** Ids that come, go and stay, each list sorted. */
export interface Replaced {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly kept: readonly string[]
}

/** What one row of a comparison says: of a pair of steps, or of a step without counterpart. Times are minutes. */
export interface StepComparison {
  /** Id of the as-is step; undefined where the to-be adds it. */
  readonly asIs: string | undefined
  /** Id of the to-be step; undefined where it falls away. */
  readonly toBe: string | undefined
  /** How the two were matched; undefined for a step without counterpart. */
  readonly by: MatchedBy | undefined
  readonly activityChanges: boolean
  readonly processMinutes: Change
  readonly leadMinutes: Change
  readonly waitMinutes: Change
  /** Percent. */
  readonly completeAndAccurate: Change
  readonly practices: Replaced
  readonly performers: Replaced
  readonly contracts: Replaced
  readonly suppliers: Replaced
}

/** What changes for the stream as a whole; see `Measures` for each figure. Undefined where neither could be measured. */
export interface StreamChanges {
  readonly processMinutes: Change
  readonly leadMinutes: Change
  readonly waitMinutes: Change
  readonly activityRatio: Change
  readonly expectedProcessMinutes: Change
  readonly expectedLeadMinutes: Change
  /** Percent. */
  readonly rolledCompleteAndAccurate: Change
  /** Σ of the loops' expected repetitions per case. */
  readonly repetitions: Change
  /** Along the critical path. */
  readonly handOffsBetweenPractices: Change
  readonly handOffsBetweenPerformers: Change
  readonly steps: Change
}

/** As-is against to-be. */
export interface Comparison {
  /** The to-be's steps in their order, and each as-is step that falls away behind the one that it followed. */
  readonly steps: readonly StepComparison[]
  readonly stream: StreamChanges
  readonly practices: Replaced
  readonly performers: Replaced
  readonly contracts: Replaced
  readonly suppliers: Replaced
  /** What each side's figures leave out or assume: a change between incomplete sums must be read with care. */
  readonly missing: { readonly asIs: readonly Missing[]; readonly toBe: readonly Missing[] }
  /** What keeps either stream from being measured; its figures are undefined then. */
  readonly problems: readonly FlowProblem[]
}
