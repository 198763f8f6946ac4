import { inOrder } from './stream.ts'
import type { Stream, StreamStep } from './stream.ts'

/** How two steps were found to be the same work. */
export type MatchedBy = 'ID' | 'ACTIVITY_AND_PRACTICES'

/** A step of the as-is stream beside the step of the to-be stream that takes its place. */
export interface StepPair {
  readonly asIs: StreamStep
  readonly toBe: StreamStep
  readonly by: MatchedBy
}

/** The pairs in the to-be's order, and what has no counterpart, each in its own stream's order. */
export interface MatchedSteps {
  readonly pairs: readonly StepPair[]
  /** Steps of the as-is that fall away. */
  readonly onlyAsIs: readonly StreamStep[]
  /** Steps that are new in the to-be. */
  readonly onlyToBe: readonly StreamStep[]
}

/**
 * Matches the steps of two streams.
 *
 * 1. Steps of the same id (its last part: `capture` of `step/resolve-user-incident/capture`) belong together, wherever
 *    they stand: people who keep an id say so.
 * 2. The others belong together where they visit the same activity and share a practice, without crossing each other or
 *    the pairs of 1 that stand in the same order in both (the most that do): of all such matchings, the one in which
 *    the pairs' practices agree best, Σ (1 + shared practices ÷ all practices).
 */
export function matchSteps(asIs: Stream, toBe: Stream): MatchedSteps {
  const [before, after] = [inOrder(asIs), inOrder(toBe)]
  const partner = new Map<StreamStep, StreamStep>()
  const byId = new Map(before.map((step) => [lastPart(step.id), step]))
  for (const step of after) {
    const same = byId.get(lastPart(step.id))
    if (same !== undefined) partner.set(step, same)
  }
  const taken = new Set(partner.values())
  const inPlace = align(before, after, (a, b) => (partner.get(b) === a ? 1 : 0))
  const fixed = inPlace.map(([a, b]) => ({ i: before.indexOf(a), j: after.indexOf(b) }))
  let [fromI, fromJ] = [0, 0]
  for (const { i, j } of [...fixed, { i: before.length, j: after.length }]) {
    const left = before.slice(fromI, i).filter((step) => !taken.has(step))
    const right = after.slice(fromJ, j).filter((step) => !partner.has(step))
    for (const [a, b] of align(left, right, agreement)) {
      partner.set(b, a)
      taken.add(a)
    }
    ;[fromI, fromJ] = [i + 1, j + 1]
  }
  return {
    pairs: after.flatMap((step) => {
      const same = partner.get(step)
      if (same === undefined) return []
      const by = lastPart(same.id) === lastPart(step.id) ? ('ID' as const) : ('ACTIVITY_AND_PRACTICES' as const)
      return [{ asIs: same, toBe: step, by }]
    }),
    onlyAsIs: before.filter((step) => !taken.has(step)),
    onlyToBe: after.filter((step) => !partner.has(step)),
  }
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

/** How well two steps agree: 0 for not at all, up to 2 for the same activity and the same practices. */
function agreement(a: StreamStep, b: StreamStep): number {
  const shared = a.practices.filter(({ id }) => b.practices.some((practice) => practice.id === id)).length
  if (a.activity !== b.activity || shared === 0) return 0
  return 1 + shared / (a.practices.length + b.practices.length - shared)
}

/** The order-preserving matching with the greatest sum of gains (dynamic programming over both lists' ends). */
function align(
  left: readonly StreamStep[],
  right: readonly StreamStep[],
  gainOf: (a: StreamStep, b: StreamStep) => number,
): [StreamStep, StreamStep][] {
  interface Best {
    readonly score: number
    readonly pairs: [StreamStep, StreamStep][]
  }
  const nothing: Best = { score: 0, pairs: [] }
  let below: Best[] = []
  for (const a of left.toReversed()) {
    const row: Best[] = []
    for (const [j, b] of [...right.entries()].reverse()) {
      const gain = gainOf(a, b)
      const after = below[j + 1] ?? nothing
      const taken: Best = gain === 0 ? nothing : { score: gain + after.score, pairs: [[a, b], ...after.pairs] }
      const without = [below[j] ?? nothing, row[0] ?? nothing]
      row.unshift(without.reduce((best, each) => (each.score > best.score ? each : best), taken))
    }
    below = row
  }
  return (below[0] ?? nothing).pairs
}
