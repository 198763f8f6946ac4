import type { Figure } from './figures.ts'
import type { MatchedBy } from './match-steps.ts'
import type { Missing } from './missing.ts'

/** A figure before and after, in its unit. `change` is to-be − as-is, undefined where one of the two isn't recorded. */
export interface FigureChange extends Pick<Figure, 'name' | 'unit' | 'better' | 'ofTimes'> {
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

/** What one row of a comparison says: of a pair of steps, or of a step without counterpart. */
export interface StepComparison {
  /** Id of the as-is step; undefined where the to-be adds it. */
  readonly asIs: string | undefined
  /** Id of the to-be step; undefined where it falls away. */
  readonly toBe: string | undefined
  /** How the two were matched; undefined for a step without counterpart. */
  readonly by: MatchedBy | undefined
  readonly activityChanges: boolean
  /** Process time, wait, lead time and %C&A. */
  readonly figures: readonly FigureChange[]
  readonly practices: Replaced
  readonly performers: Replaced
  readonly contracts: Replaced
  readonly suppliers: Replaced
}

/** As-is against to-be. */
export interface Comparison {
  /** The to-be's steps in their order, and each as-is step that falls away behind the one that it followed. */
  readonly steps: readonly StepComparison[]
  /** The headline figures (`figuresOf`) and the number of steps; empty where neither stream can be measured. */
  readonly figures: readonly FigureChange[]
  readonly practices: Replaced
  readonly performers: Replaced
  readonly contracts: Replaced
  readonly suppliers: Replaced
  /** What each side's figures leave out or assume: a change between incomplete sums must be read with care. */
  readonly missing: { readonly asIs: readonly Missing[]; readonly toBe: readonly Missing[] }
  /**
   * What keeps figures from being compared, in sentences: a stream that can't be measured, or two that count time
   * differently. The figures concerned have no change.
   */
  readonly problems: readonly string[]
}
