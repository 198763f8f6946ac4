import { governedBy } from './governance-facts.ts'
import type { GovernanceFacts, TraceRow } from './governance-facts.ts'
import { governanceGaps } from './governance-gaps.ts'
import type { GovernanceGap } from './governance-gaps.ts'
import { governanceSentence } from './governance-sentence.ts'
import { workOf } from './governed-work.ts'
import type { WorkRow } from './governed-work.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { dependentsAlong } from './neighbours.ts'

/** What a policy, a decision or a principle comes to. */
export interface GovernanceTrace {
  /** It names nothing that it governs, and so holds for everything. */
  readonly everything: boolean
  readonly rows: readonly TraceRow[]
  readonly gaps: readonly GovernanceGap[]
  readonly summary: string
}

/**
 * Follows a policy, a decision or a principle down to the work, and to the suppliers that it leans on; with the policies
 * under it, the decisions based on it, and for a principle the policies and decisions that apply it.
 * @returns undefined for an item that is none of the three.
 */
export function governanceTrace(
  index: IndexedSnapshot,
  facts: GovernanceFacts,
  id: string,
): GovernanceTrace | undefined {
  const known = governorsOf(facts)
  if (!known.has(id)) return undefined
  const governors = withThoseUnder(index, facts, id)
  const rows = traceRows(index, facts, governors)
  const gaps = governanceGaps(index, facts, governors, rows)
  const governed = governedBy(index, facts, id)
  return {
    ...{ everything: governed.length === 0, rows, gaps },
    summary: governanceSentence(index, id, governed.length, rows, gaps.length),
  }
}

/** What is missing anywhere in governance: the gaps of all policies and decisions. */
export function allGovernanceGaps(index: IndexedSnapshot, facts: GovernanceFacts): GovernanceGap[] {
  const governors = [...facts.policies, ...facts.decisions].map(({ id }) => id).filter((id) => index.numbers.has(id))
  return governanceGaps(index, facts, governors, traceRows(index, facts, governors))
}

const governorsOf = ({ policies, decisions, principles }: GovernanceFacts): Set<string> =>
  new Set([...policies, ...decisions, ...principles].map(({ id }) => id))

/** It, and in turn all that details it, is based on it or applies it. */
function withThoseUnder(index: IndexedSnapshot, facts: GovernanceFacts, id: string): string[] {
  const known = governorsOf(facts)
  const principle = facts.principles.find((each) => each.id === id)
  const found = new Set([id, ...(principle?.appliedIn ?? []).filter((each) => known.has(each))])
  // What is come to joins the set, and its turn comes too.
  for (const governor of found)
    for (const each of dependentsAlong(index, governor, 'UNDER', 'BASED_ON')) found.add(each)
  return [...found]
}

/** Every row once. Something governed that comes to no work has a row to itself. */
function traceRows(index: IndexedSnapshot, facts: GovernanceFacts, governors: readonly string[]): TraceRow[] {
  const work = new Map<string, readonly WorkRow[]>()
  const rows = governors.flatMap((governor) =>
    governedBy(index, facts, governor).flatMap((governed): TraceRow[] => {
      const found = work.get(governed) ?? workOf(index, governed, facts.isResource)
      work.set(governed, found)
      const told = found.length === 0 ? [{ practices: [] }] : found
      return told.map((row) => ({ governor, governed, ...row }))
    }),
  )
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}
