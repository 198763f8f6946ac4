import type { Flow } from './flow.ts'
import type { StreamStep } from './stream.ts'

/** What passes from hand to hand. */
export interface HandOffs {
  /** Along the critical path, once through, without repetitions. */
  readonly onCriticalPath: number
  /** Expected per case, over all cases, repetitions included: Σ visits × share over the ways that are hand-offs. */
  readonly perCase: number
  /** The ways that are hand-offs, as pairs of step ids, in file order. */
  readonly ways: readonly { readonly from: string; readonly to: string }[]
}

/**
 * Counts hand-offs between practices (or performers): ways on which none of those who work the first step works the
 * second, so that the case can't stay with anybody. Where two steps share one of them, the case can stay with that one
 * and nothing is counted: so this is the least number of hand-offs. Ways from or to a step that names nobody aren't
 * counted, and `missing` names the step.
 * @param visits expected visits per case, in the order of `flow.steps`.
 * @param path the critical path's steps.
 */
export function handOffs(
  flow: Flow,
  visits: readonly number[],
  path: readonly number[],
  who: (step: StreamStep) => readonly string[],
): HandOffs {
  const changes = (from: number, to: number): boolean => {
    const [a, b] = [flow.steps[from], flow.steps[to]]
    return a !== undefined && b !== undefined && changesHands(who(a), who(b))
  }
  const ways = flow.ways.filter((way) => changes(way.from, way.to))
  return {
    onCriticalPath: path.filter((step, i) => i > 0 && changes(path[i - 1] ?? step, step)).length,
    perCase: ways.reduce((sum, way) => sum + (visits[way.from] ?? 0) * way.share, 0),
    ways: ways.map((way) => ({ from: flow.steps[way.from]?.id ?? '', to: flow.steps[way.to]?.id ?? '' })),
  }
}

/** Whether a case must change hands between two groups: both are named, and nobody is in both. */
export function changesHands(from: readonly string[], to: readonly string[]): boolean {
  return from.length > 0 && to.length > 0 && !from.some((id) => to.includes(id))
}
