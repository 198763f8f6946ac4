import type { IndexedSnapshot } from './index-snapshot.ts'

/**
 * What a question is narrowed to. It belongs to the question, so an answer within it is complete. What is left out
 * counts as OK: a member of a redundancy group that isn't followed still backs up the others, and a narrower question
 * never has a worse answer. Kinds and types that the model doesn't have match nothing: refusing them is the asker's part.
 */
export interface Restriction {
  /** Kinds of items that are reached and passed through. The items asked about may be of any kind. Left out: all. */
  readonly kinds?: readonly string[] | undefined
  /** Types of the relations that are followed. Left out: all. */
  readonly relations?: readonly string[] | undefined
}

/** Which needs a restriction lets be followed from what is needed (`DEPENDENTS`) or from who needs (`NEEDED`). */
export type Toward = 'DEPENDENTS' | 'NEEDED'

/** Whether a need may be followed: its relation counts, and so does the item that it leads to. */
export function followable(
  index: IndexedSnapshot,
  { kinds, relations }: Restriction,
  toward: Toward,
): (need: number) => boolean {
  if (kinds === undefined && relations === undefined) return () => true
  const wantedKinds = kinds && new Set(kinds)
  const isOfType = relations && index.needs.ofTypes(new Set(relations))
  const ends = toward === 'DEPENDENTS' ? index.dependent : index.needed
  return (need) => isOfType?.(need) !== false && wantedKinds?.has(index.items[ends[need] ?? -1]?.kind ?? '') !== false
}
