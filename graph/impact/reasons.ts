import { sizeOf } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { GroupLeft, Hop } from './path.ts'
import type { Spread } from './spread.ts'
import { levels, passesAlone } from './states.ts'

/** Why the items of a spread are as they are, need by need. */
export interface Reasons {
  /** What is needed isn't OK, and the need, or its group, passes something on. Degrees count such needs. */
  readonly passesOn: (need: number) => boolean
  /** It passes on the very state that its dependent has; of a group, its members that make it do so. */
  readonly decides: (need: number) => boolean
  /** The need as data, with how its group stands. */
  readonly hopOf: (need: number) => Hop
}

/** Reads the reasons off a spread. Each is found in constant time, or once in the time of its group's size. */
export function reasonsOf(index: IndexedSnapshot, found: Spread, follow: (need: number) => boolean): Reasons {
  const { groupOf, weakening, backupOf } = index
  const levelAt = (ends: Int32Array, need: number): number => found.levels[ends[need] ?? -1] ?? levels.OK
  const alone = (need: number): number => passesAlone(levelAt(index.needed, need), weakening[need] ?? levels.DOWN)
  const passed = (need: number): number => {
    const backup = backupOf[need] ?? -1
    return backup === -1 ? alone(need) : (found.passed[backup] ?? levels.OK)
  }
  const passesOn = (need: number): boolean =>
    levelAt(index.needed, need) > levels.OK && passed(need) > levels.OK && follow(need)
  const decides = (need: number): boolean =>
    passesOn(need) &&
    passed(need) === levelAt(index.dependent, need) &&
    alone(need) >= (found.decisive[backupOf[need] ?? -1] ?? levels.OK)

  const groups = new Map<number, GroupLeft>()
  const standing = (group: number): GroupLeft => {
    const members = sizeOf(index, group)
    const first = index.firstNeed[group] ?? 0
    let left = members
    for (let need = first; need < first + members; need += 1) {
      if (levelAt(index.needed, need) >= levels.DEGRADED && follow(need)) left -= 1
    }
    return { name: index.needs.at(first).redundancyGroup ?? '', left, members, atLeast: index.atLeast[group] ?? 1 }
  }
  const hopOf = (number: number): Hop => {
    const need = index.needs.at(number)
    const group = groupOf[number] ?? -1
    if (backupOf[number] === -1) return { need }
    const found = groups.get(group) ?? standing(group)
    groups.set(group, found)
    return { need, group: found }
  }
  return { passesOn, decides, hopOf }
}
