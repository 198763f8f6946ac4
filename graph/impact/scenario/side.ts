import { impact } from '../impact.ts'
import type { Impact } from '../impact.ts'
import { indexSnapshot } from '../index-snapshot.ts'
import type { Indexable, IndexedSnapshot } from '../index-snapshot.ts'
import type { State } from '../states.ts'
import { pointsOfEach } from './points-of-each.ts'
import type { PointsOfOne } from './points-of-each.ts'
import type { Scenario } from './scenario.ts'

/** One of the two snapshots that are compared, with what is found in it. */
export interface Side {
  readonly index: IndexedSnapshot
  /** Single points of failure of each stream and service, by its id. */
  readonly points: ReadonlyMap<string, PointsOfOne>
  /** What of the declared states it has items for. */
  readonly declared: ReadonlyMap<string, State>
  readonly impact: Impact
}

/** What somebody asks after first: kinds of which every item's single points of failure are compared. */
export const comparedKinds: readonly string[] = ['ValueStream', 'Service']

/** Works out what is compared. What fails may be there on the other side only. */
export function sideOf(snapshot: Indexable, failed: Scenario['failed']): Side {
  const index = indexSnapshot(snapshot)
  const targets = snapshot.items.filter(({ kind }) => comparedKinds.includes(kind)).map(({ id }) => id)
  const declared = new Map(failed.filter(({ id }) => index.numbers.has(id)).map(({ id, state }) => [id, state]))
  return { index, declared, points: pointsOfEach(index, targets), impact: impact(index, declared) }
}
