import type { Impact } from './impact.ts'
import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { levels } from './states.ts'

/** A redundancy group that still holds in part. */
export interface Alternative {
  /** Id of the item whose needs back each other up. */
  readonly of: string
  /** The group's name. */
  readonly group: string
  /** Ids of what is left: members that are neither DEGRADED nor DOWN. */
  readonly left: readonly string[]
}

/**
 * What keeps an item from being worse: the groups on its deciding needs, all the way down, of which something is lost and
 * something is left.
 */
export function alternativesOf(index: IndexedSnapshot, { affected }: Impact, id: string): Alternative[] {
  const found = new Map<string, Alternative>()
  // What is come to joins the set, and its turn comes too.
  const open = new Set([id])
  for (const of of open) {
    for (const { need, group } of affected.get(of)?.because ?? []) {
      open.add(need.needed)
      if (group === undefined || group.left === 0 || group.left === group.members) continue
      const left = membersOf(index, of, group.name).filter(
        (member) => levels[affected.get(member)?.state ?? 'OK'] < levels.DEGRADED,
      )
      found.set(`${of} ${group.name}`, { of, group: group.name, left: [...new Set(left)] })
    }
  }
  return [...found.values()]
}

function membersOf(index: IndexedSnapshot, id: string, group: string): string[] {
  return (index.needsOf[index.numbers.get(id) ?? -1] ?? [])
    .map((need) => entry(index.needs, need))
    .filter(({ criticality, redundancyGroup }) => criticality !== undefined && redundancyGroup === group)
    .map(({ needed }) => needed)
}
