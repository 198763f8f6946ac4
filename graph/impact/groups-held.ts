import type { Components } from './components.ts'
import type { Decides } from './deciding.ts'
import { entry, sizeOf } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { addWord, clear, laneSets, lowestBit, wordOf } from './lanes.ts'
import type { LaneSets } from './lanes.ts'
import type { SideBySide } from './side-by-side.ts'
import { levels } from './states.ts'
import type { Steps } from './steps.ts'

/** For each group, the failures in which it is lost and left in part, and a reason for how its item is. */
export function* groupsHeld(
  index: IndexedSnapshot,
  { components }: Components,
  { lanes, at }: SideBySide,
  decides: Decides,
): Steps<LaneSets> {
  const held = laneSets(index.atLeast.length, 32 * lanes.width)
  for (const [place, item] of components.flat().entries()) {
    if (place % 256 === 0) yield
    for (const group of index.groupsOf.of(item)) {
      if (sizeOf(index, group) === 1) continue
      const members = needsIn(index, group)
      const lost = members.map((need) => at(index.needed[need] ?? -1, levels.DEGRADED))
      for (let left = lost.reduce((all, set) => all | (lanes.used[set] ?? 0), 0); left !== 0; left &= left - 1) {
        const word = lowestBit(left)
        const any = lost.reduce((some, set) => some | wordOf(lanes, set, word), 0)
        const inPart = any & ~lost.reduce((all, set) => all & wordOf(lanes, set, word), -1)
        if (inPart === 0) continue
        const deciding = members.reduce((some, need) => some | decides(need, word), 0)
        addWord(held, group, word, inPart & deciding)
      }
    }
  }
  return held
}

/** For each circle, the failures in which one comes from it along deciding needs to such a group. */
export function* circlesThatLead(
  index: IndexedSnapshot,
  { components, componentOf }: Components,
  held: LaneSets,
  decides: Decides,
): Steps<LaneSets> {
  const { width } = held
  const sets = (): LaneSets => laneSets(components.length, 32 * width)
  const leads = sets()
  /** What is still to be told to those who need a circle. */
  const untold = sets()
  const open: number[] = []
  const lead = (circle: number, word: number, some: number): void => {
    const fresh = addWord(leads, circle, word, some)
    if (fresh === 0) return
    if (untold.used[circle] === 0) open.push(circle)
    addWord(untold, circle, word, fresh)
  }
  const everyWord = ({ used }: LaneSets, set: number, visit: (word: number) => void): void => {
    for (let left = used[set] ?? 0; left !== 0; left &= left - 1) visit(lowestBit(left))
  }

  for (const [circle, items] of components.entries()) {
    for (const group of items.flatMap((item) => index.groupsOf.of(item))) {
      everyWord(held, group, (word) => {
        lead(circle, word, wordOf(held, group, word))
      })
    }
  }
  // A circle that learns more joins the list again.
  for (const [place, circle] of open.entries()) {
    if (place % 256 === 0) yield
    for (const need of entry(components, circle).flatMap((item) => index.neededBy.of(item))) {
      const dependent = componentOf[index.dependent[need] ?? -1] ?? -1
      if (dependent === -1 || dependent === circle) continue
      everyWord(untold, circle, (word) => {
        const fresh = wordOf(untold, circle, word) & ~wordOf(leads, dependent, word)
        if (fresh !== 0) lead(dependent, word, fresh & decides(need, word))
      })
    }
    clear(untold, circle)
  }
  return leads
}

/** The needs that are in a group. */
export const needsIn = ({ firstNeed }: IndexedSnapshot, group: number): number[] => {
  const [first = 0, end = 0] = [firstNeed[group], firstNeed[group + 1]]
  return Array.from({ length: end - first }, (_, i) => first + i)
}
