import type { Components } from './components.ts'
import { decidingIn } from './deciding.ts'
import { circlesThatLead, groupsHeld, needsIn } from './groups-held.ts'
import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { hasLane, laneBit, mostLanes } from './lanes.ts'
import type { LaneSets } from './lanes.ts'
import type { SideBySide } from './side-by-side.ts'
import { levels } from './states.ts'
import type { Steps } from './steps.ts'

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
 * What keeps an item from being worse in a failure: the groups on its deciding needs, all the way down, of which something
 * is lost and something is left; the nearest first.
 */
export type AlternativesOf = (item: number, lane: number) => Alternative[]

/**
 * The alternatives in failures side by side. Below most items there is none. That is found out from the groups' end, for
 * all failures at once, so that only those ways are walked down that lead to one.
 * @param circles with which the failures were worked out.
 */
export function* alternativesSideBySide(
  index: IndexedSnapshot,
  circles: Components,
  found: SideBySide,
): Steps<AlternativesOf> {
  const decides = decidingIn(index, found)
  const held = yield* groupsHeld(index, circles, found, decides)
  const leads = yield* circlesThatLead(index, circles, held, decides)
  const exitsOf = exitsIn(index, circles, held)
  const known = new Map<number, Alternative>()
  const alternative = (group: number, lane: number): Alternative => {
    const key = group * mostLanes + lane
    const told = known.get(key) ?? toldGroup(index, found, group, lane)
    known.set(key, told)
    return told
  }
  return (item, lane) => {
    const start = circles.componentOf[item] ?? -1
    if (start === -1 || !hasLane(leads, start, lane)) return []
    const groups: number[] = []
    // What is come to joins the set, and its turn comes too.
    const open = new Set([start])
    for (const circle of open) {
      const exits = exitsOf(circle)
      for (const group of exits.groups) if (hasLane(held, group, lane)) groups.push(group)
      for (const need of exits.needs) {
        const next = circles.componentOf[index.needed[need] ?? -1] ?? -1
        if (next === -1 || open.has(next) || !hasLane(leads, next, lane)) continue
        if ((decides(need, lane >> 5) & laneBit(lane)) !== 0) open.add(next)
      }
    }
    return groups.map((group) => alternative(group, lane))
  }
}

/** What there is to see in a circle: groups that are ever held, and needs that lead out of it. */
interface Exits {
  readonly groups: readonly number[]
  readonly needs: readonly number[]
}

/** The exits of circles, each worked out when it is first come to. */
function exitsIn(
  index: IndexedSnapshot,
  { components, componentOf }: Components,
  held: LaneSets,
): (circle: number) => Exits {
  const known = new Map<number, Exits>()
  return (circle) => {
    const items = entry(components, circle)
    const exits = known.get(circle) ?? {
      groups: items.flatMap((item) => index.groupsOf.of(item)).filter((group) => held.used[group] !== 0),
      needs: items
        .flatMap((item) => index.needsOf.of(item))
        .filter((need) => componentOf[index.needed[need] ?? -1] !== circle),
    }
    known.set(circle, exits)
    return exits
  }
}

function toldGroup(index: IndexedSnapshot, { lanes, at }: SideBySide, group: number, lane: number): Alternative {
  const members = needsIn(index, group)
  const left = members.filter((need) => !hasLane(lanes, at(index.needed[need] ?? -1, levels.DEGRADED), lane))
  const { dependent, redundancyGroup } = index.needs.at(index.firstNeed[group] ?? -1)
  const ids = left.map((need) => index.needs.at(need).needed)
  return { of: dependent, group: redundancyGroup ?? '', left: [...new Set(ids)] }
}
