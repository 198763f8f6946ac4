import type { IndexedSnapshot } from './index-snapshot.ts'
import { addLane, laneSets, lowestBit } from './lanes.ts'
import type { LaneSets } from './lanes.ts'
import { Passing } from './passing.ts'
import { levels } from './states.ts'
import type { Steps } from './steps.ts'
import type { Wiring } from './wiring.ts'

/** What follows from several failures, each alone: one a lane. */
export interface SideBySide {
  readonly lanes: LaneSets
  /** The set of failures in which an item is on a level or worse, from AT_RISK. */
  readonly at: (item: number, level: number) => number
  readonly passing: Passing
}

/**
 * Works out side by side what `spread` finds for each of some items that is down alone: the same least levels, for 32
 * failures in about the time of one. Worse levels are settled before better ones, which are never passed on as worse. A
 * group is looked at again only when something that it needs got worse, and only at the words of failures in which it did.
 * @param wiring all that is to be worked out.
 * @param failing the item that fails, for each lane: `mostLanes` at most.
 */
export function* failSideBySide(index: IndexedSnapshot, wiring: Wiring, failing: readonly number[]): Steps<SideBySide> {
  const { count, circleOf, circleOfGroup, groups, groupsNeeding } = wiring
  const lanes = laneSets(levels.DOWN * count + 1, failing.length)
  const { words, width, used } = lanes
  const passing = new Passing(index, wiring, lanes)
  const { row } = passing

  /** For each group, the words in which something got worse that it needs. */
  const due = new Int32Array(circleOfGroup.length)
  /** For each circle, the first of its groups that are due, and for each of these the next. */
  const firstDue = new Int32Array(count).fill(-1)
  const nextDue = new Int32Array(circleOfGroup.length)
  const lookAgain = (group: number, some: number): void => {
    const circle = circleOfGroup[group] ?? 0
    if (due[group] === 0) {
      nextDue[group] = firstDue[circle] ?? -1
      firstDue[circle] = group
    }
    due[group] = (due[group] ?? 0) | some
  }
  let raised = 0
  /** Brings a circle up to its groups. @returns the words in which it got worse. */
  const raise = (circle: number, level: number): number => {
    const set = passing.setOf(circle, level)
    const own = set * width
    let worse = 0
    for (let group = firstDue[circle] ?? -1; group !== -1; group = nextDue[group] ?? -1) {
      for (let left = passing.pass(group, level, due[group] ?? 0); left !== 0; left &= left - 1) {
        const word = lowestBit(left)
        const old = words[own + word] ?? 0
        const now = old | (row[word] ?? 0)
        if (now === old) continue
        words[own + word] = now
        worse |= 1 << word
      }
      due[group] = 0
    }
    firstDue[circle] = -1
    used[set] = (used[set] ?? 0) | worse
    return worse
  }
  /** @returns the first circle that something was passed on to. */
  const passOn = (circle: number, some: number): number => {
    let first = count
    for (const group of groupsNeeding[circle] ?? []) {
      lookAgain(group, some)
      first = Math.min(first, circleOfGroup[group] ?? count)
    }
    return first
  }
  /** Raises circles in their order, and again from the first that something leads back to, until nothing changes. */
  function* settle(level: number): Steps<void> {
    for (let from = 0; from < count;) {
      let back = count
      for (let circle = from; circle < count; circle += 1) {
        if (firstDue[circle] === -1) continue
        raised += 1
        if (raised % 128 === 0) yield
        const worse = raise(circle, level)
        if (worse === 0) continue
        const first = passOn(circle, worse)
        if (first <= circle) back = Math.min(back, first)
      }
      from = back
    }
  }
  /** What is on the next worse level is on this one too; what weaker needs pass on of worse levels comes new. */
  function* begin(level: number): Steps<void> {
    const worse = level * count
    words.copyWithin((worse - count) * width, worse * width, (worse + count) * width)
    used.copyWithin(worse - count, worse, worse + count)
    for (const [place, group] of groups.entries()) {
      if (place % 4096 === 0) yield
      const some = passing.comesNew(group, level)
      if (some !== 0) lookAgain(group, some)
    }
  }

  for (const [lane, item] of failing.entries()) {
    const circle = circleOf[item] ?? -1
    addLane(lanes, passing.setOf(circle, levels.DOWN), lane)
    passOn(circle, 1 << (lane >> 5))
  }
  yield* settle(levels.DOWN)
  for (let level = levels.DOWN - 1; level > levels.OK; level -= 1) {
    yield* begin(level)
    yield* settle(level)
  }
  return { lanes, at: (item, level) => passing.setOf(circleOf[item] ?? -1, level), passing }
}
