/** Why a stream's flow can't be worked out. */
export type FlowProblemKind = 'NO_STEPS' | 'UNKNOWN_STEP' | 'SHARES_ABOVE_100' | 'NO_END'

/** What stands in the way of any figure for a stream: an answer to show, not an exception. */
export interface FlowProblem {
  readonly kind: FlowProblemKind
  /** Ids of the steps concerned, in flow order. */
  readonly steps: readonly string[]
  /** In plain words, with the steps' names and what to do. */
  readonly message: string
}

const list = new Intl.ListFormat('en-GB')

/** Names as people list them: "A", "B" and "C". */
export function listNames(named: readonly { readonly name: string }[]): string {
  return list.format(named.map((each) => `"${each.name}"`))
}
