import type { WorkRow } from './governed-work.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { dependentsAlong } from './neighbours.ts'

/** What must be known of governance besides the relations that carry change. */
export interface GovernanceFacts {
  readonly policies: readonly PolicyFacts[]
  readonly decisions: readonly DecisionFacts[]
  readonly principles: readonly PrincipleFacts[]
  /** Who makes an item, by the item's id: a supplier's id. */
  readonly makers: ReadonlyMap<string, string>
  /** Whether items of a kind are resources. */
  readonly isResource: (kind: string) => boolean
  /** The day of the question: 2027-06-30. */
  readonly today: string
}

/** When a policy holds. Null: from the start, until further notice. */
export interface PolicyFacts {
  readonly id: string
  readonly inForceFrom: string | null
  readonly inForceUntil: string | null
}

/** Whether a decision still holds. */
export interface DecisionFacts {
  readonly id: string
  readonly status: string
  /** Null: until it is superseded. */
  readonly expires: string | null
  readonly isSuperseded: boolean
}

/** A guiding principle, and the ids of the items that name it as theirs. */
export interface PrincipleFacts {
  readonly id: string
  readonly appliedIn: readonly string[]
}

/** One way from a policy, a decision or a principle to a supplier. */
export interface TraceRow extends WorkRow {
  /** The policy, decision or principle: the one asked about, one under it or one that is based on it. */
  readonly governor: string
  /** What that governs, decides on or is applied in. */
  readonly governed: string
}

/** What a policy governs, a decision decides on, or a principle is applied in. */
export function governedBy(index: IndexedSnapshot, { principles }: GovernanceFacts, id: string): readonly string[] {
  const principle = principles.find((each) => each.id === id)
  return principle?.appliedIn ?? dependentsAlong(index, id, 'GOVERNS', 'DECIDES_ON')
}
