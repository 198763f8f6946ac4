import type { Components } from './components.ts'
import { sizeOf } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { addLane, addLanes, laneSets } from './lanes.ts'
import type { LaneSets } from './lanes.ts'
import { levels } from './states.ts'

/** What follows from several failures, each alone: one a lane. */
export interface SideBySide {
  readonly lanes: LaneSets
  /** The set of failures in which an item is on a level or worse, from AT_RISK; empty for levels beyond DOWN. */
  readonly at: (item: number, level: number) => number
  /** The set of failures in which a group passes on a level or worse. It holds until the next is asked for. */
  readonly passed: (group: number, level: number) => number
}

/**
 * Works out side by side what `spread` finds for each of some items that is down alone: the same least levels, for 32
 * failures in about the time of one. Worse levels are settled before better ones, which are never passed on as worse,
 * and circles in their order, so that most are looked at once.
 * @param circles all that is to be worked out: `circlesUpstream`.
 * @param failing the item that fails, for each lane.
 */
export function failSideBySide(index: IndexedSnapshot, circles: Components, failing: readonly number[]): SideBySide {
  const { components, componentOf } = circles
  const most = index.atLeast.reduce((max, atLeast) => Math.max(max, atLeast), 1)
  const none = levels.DOWN * components.length
  /** Set `standing` + k: where at least k members of the group at hand still stand. */
  const standing = none + 1
  const lanes = laneSets(standing + most + 1, failing.length)

  const at = (item: number, level: number): number => {
    const component = componentOf[item] ?? -1
    return component === -1 || level > levels.DOWN ? none : (level - 1) * components.length + component
  }
  const passedByMember = (need: number, level: number): number =>
    at(index.needed[need] ?? -1, level + (index.weakening[need] ?? levels.DOWN))
  const passed = (number: number, level: number): number => {
    const first = index.firstNeed[number] ?? 0
    const size = sizeOf(index, number)
    if (size === 1) return passedByMember(first, level)
    const members = Array.from({ length: size }, (_, i) => first + i)
    const lost = members.map((need) => passedByMember(need, level))
    const result = fewerStanding(lanes, standing, index.atLeast[number] ?? 1, lost)
    if (level === levels.AT_RISK) {
      for (const need of members) addLanes(lanes, result, passedByMember(need, levels.DEGRADED))
    }
    return result
  }

  for (const [lane, item] of failing.entries()) {
    for (let level: number = levels.DOWN; level > levels.OK; level -= 1) addLane(lanes, at(item, level), lane)
  }
  for (let level: number = levels.DOWN; level > levels.OK; level -= 1) {
    settle(index, circles, (component) => {
      let worse = false
      for (const item of component) {
        for (const group of index.groupsOf[item] ?? []) {
          worse = addLanes(lanes, at(item, level), passed(group, level)) || worse
        }
      }
      return worse
    })
  }
  return { lanes, at, passed }
}

/**
 * Raises components until nothing changes any more.
 * @param raise raises a component by its needs. @returns whether it got worse.
 */
function settle(
  index: IndexedSnapshot,
  { components, componentOf }: Components,
  raise: (component: readonly number[]) => boolean,
): void {
  const due = new Uint8Array(components.length).fill(1)
  for (let again = true; again;) {
    again = false
    for (const [number, items] of components.entries()) {
      if (due[number] === 0) continue
      due[number] = 0
      if (!raise(items)) continue
      for (const item of items) {
        for (const need of index.neededBy[item] ?? []) {
          const dependent = componentOf[index.dependent[need] ?? -1] ?? -1
          // Other needs pass on what is settled already: worse levels.
          if (dependent === -1 || index.weakening[need] !== 0) continue
          due[dependent] = 1
          again ||= dependent <= number
        }
      }
    }
  }
}

/**
 * Where fewer than k members of a group still stand, counted up member by member: members × k operations on sets.
 * @param standing the first of k + 1 sets to count in. @returns the last of them.
 * @param lost for each member, the set in which it doesn't stand.
 */
function fewerStanding({ words, width, used }: LaneSets, standing: number, k: number, lost: readonly number[]): number {
  const result = standing + k
  used[result] = lost.filter((set) => used[set] === 1).length > lost.length - k ? 1 : 0
  words.fill(0, (standing + 1) * width, (result + 1) * width)
  if (used[result] === 0) return result
  words.fill(-1, standing * width, (standing + 1) * width)
  for (const member of lost) {
    for (let set = result; set > standing; set -= 1) {
      for (let i = 0; i < width; i += 1) {
        const one = (words[(set - 1) * width + i] ?? 0) & ~(words[member * width + i] ?? 0)
        words[set * width + i] = (words[set * width + i] ?? 0) | one
      }
    }
  }
  for (let i = result * width; i < (result + 1) * width; i += 1) words[i] = ~(words[i] ?? 0)
  return result
}
