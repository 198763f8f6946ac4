import type { StateChange } from '../compare-impact.ts'
import { compareItems } from '../compare-items.ts'
import { entry } from '../index-snapshot.ts'
import type { SnapshotItem } from '../snapshot.ts'
import { levels } from '../states.ts'
import type { Side } from './side.ts'

/** What becomes of the single points of failure of one stream or service. */
export interface PointChanges {
  readonly of: SnapshotItem
  /** Single points that are new, or do worse than before. */
  readonly worse: readonly StateChange[]
  /** Single points that are none any more (OK), or do less than before. */
  readonly better: readonly StateChange[]
}

/** What of a side is compared here. */
type PointsSide = Pick<Side, 'index' | 'points'>

/** Streams and services that are in both snapshots and whose single points aren't the same, by name. */
export function comparePoints(before: PointsSide, after: PointsSide): PointChanges[] {
  const itemOf = (id: string): SnapshotItem => {
    const { index } = after.index.numbers.has(id) ? after : before
    return entry(index.items, index.numbers.get(id) ?? -1)
  }
  return [...before.points]
    .flatMap(([target, were]) => {
      const are = after.points.get(target)
      if (are === undefined) return []
      const changes = [...new Set([...were.keys(), ...are.keys()])]
        .map((id) => ({ item: itemOf(id), before: were.get(id) ?? 'OK', after: are.get(id) ?? 'OK' }))
        .sort((a, b) => compareItems(a.item, b.item))
      const rise = (change: StateChange): number => levels[change.after] - levels[change.before]
      const worse = changes.filter((change) => rise(change) > 0)
      const better = changes.filter((change) => rise(change) < 0)
      return worse.length + better.length === 0 ? [] : [{ of: itemOf(target), worse, better }]
    })
    .sort((a, b) => compareItems(a.of, b.of))
}
