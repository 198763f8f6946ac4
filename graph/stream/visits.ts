import type { Flow } from './flow.ts'
import { invert } from './invert.ts'

/** How often cases come to one step. All three are numbers, not percent. */
export interface Visits {
  /** Expected visits per case, over all cases: N₀ₛ. */
  readonly perCase: number
  /** Expected visits of a case that comes to the step at all: Nₛₛ, 1 where nothing leads back to it. */
  readonly onceThere: number
  /** Part of the cases that come to it at all, 0–1: N₀ₛ ÷ Nₛₛ. */
  readonly reach: number
}

/** Ways of a chain, with what part of the cases at `from` takes each. */
type Chain = readonly { readonly from: number; readonly to: number; readonly share: number }[]

/**
 * The fundamental matrix N = (I − Q)⁻¹ of an absorbing chain, where Qₐᵦ is the part of the cases at a that goes to b:
 * Nₐᵦ is how often a case that is at a comes to b before it ends, a itself included. Exact for loops in loops and for
 * loops that overlap: the geometric series r + r² + … of a single loop is its simplest case.
 */
export function fundamentalMatrix(size: number, chain: Chain): number[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (const [i, row] of matrix.entries()) row[i] = 1
  for (const { from, to, share } of chain) {
    const row = matrix[from]
    if (row !== undefined) row[to] = (row[to] ?? 0) - share
  }
  return invert(matrix)
}

/** How often cases come to each step, in the order of `flow.steps`: see `Visits` for the formulas. */
export function visitsOf(flow: Flow): Visits[] {
  const matrix = fundamentalMatrix(flow.steps.length, flow.ways)
  return flow.steps.map((_, i) => {
    const perCase = matrix[0]?.[i] ?? 0
    const onceThere = matrix[i]?.[i] ?? 1
    return { perCase, onceThere, reach: Math.min(1, perCase / onceThere) }
  })
}
