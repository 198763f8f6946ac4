import type { Impact } from './impact.ts'
import type { SnapshotItem } from './snapshot.ts'
import { levels } from './states.ts'
import type { State } from './states.ts'

/** An item that two answers see in different states. */
export interface StateChange {
  readonly item: SnapshotItem
  readonly before: State
  readonly after: State
}

/** What differs between two answers, each list in the order of the answer that it is about. An item is in one list at most. */
export interface ImpactChanges {
  /** Affected only after: they were OK. */
  readonly added: readonly StateChange[]
  readonly worse: readonly StateChange[]
  readonly better: readonly StateChange[]
  /** Affected only before: they are OK now, or no longer there. */
  readonly gone: readonly StateChange[]
}

/**
 * Compares two answers: of one question about two snapshots, or of two questions about one. Both must be complete or cut
 * by the same limit: an item that isn't listed counts as OK.
 */
export function compareImpact(before: Impact, after: Impact): ImpactChanges {
  const now = [...after.affected.values()].map(({ item, state }) => {
    return { item, before: before.affected.get(item.id)?.state ?? ('OK' as const), after: state }
  })
  const gone = [...before.affected.values()]
    .filter(({ item }) => !after.affected.has(item.id))
    .map(({ item, state }) => ({ item, before: state, after: 'OK' as const }))
  const rise = (change: StateChange): number => levels[change.after] - levels[change.before]
  return {
    added: now.filter((change) => change.before === 'OK'),
    worse: now.filter((change) => change.before !== 'OK' && rise(change) > 0),
    better: now.filter((change) => rise(change) < 0),
    gone,
  }
}
