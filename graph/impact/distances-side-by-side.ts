import { sizeOf } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { addWord, clear, laneBit, laneSets, lowestBit, wordOf } from './lanes.ts'
import type { LaneSets } from './lanes.ts'
import type { SideBySide } from './side-by-side.ts'
import { levels } from './states.ts'
import type { Steps } from './steps.ts'

/**
 * The degrees that `impact` would find of all that fails, each failure in its lane: counted from what fails, for all lanes
 * at once, level by level.
 * @param failing the item that fails, for each lane.
 * @param visit is told of each item, word by word: the lanes in which it has a degree. Degrees come in their order.
 */
export function* distancesSideBySide(
  index: IndexedSnapshot,
  { lanes, at, passing }: SideBySide,
  failing: readonly number[],
  visit: (item: number, word: number, lanes: number, degree: number) => void,
): Steps<void> {
  const { width } = lanes
  const empty = (): LaneSets => laneSets(index.items.length, 32 * width)
  const reached = empty()
  /** Items with the lanes in which they are come to at the degree at hand, and those of the next. */
  let [front, next] = [empty(), empty()]
  let nextItems: number[] = []
  const reach = (item: number, word: number, fresh: number, degree: number): void => {
    addWord(reached, item, word, fresh)
    if (next.used[item] === 0) nextItems.push(item)
    addWord(next, item, word, fresh)
    visit(item, word, fresh, degree)
  }
  /** Leads on along a need to what isn't come to yet. */
  const leadOn = (need: number, degree: number): void => {
    const [item, dependent] = [index.needed[need] ?? -1, index.dependent[need] ?? -1]
    const group = index.groupOf[need] ?? -1
    const isAlone = sizeOf(index, group) === 1
    const failed = isAlone ? passing.passedAlone(need, levels.AT_RISK) : at(dependent, levels.AT_RISK)
    for (let left = (front.used[item] ?? 0) & (lanes.used[failed] ?? 0); left !== 0; left &= left - 1) {
      const word = lowestBit(left)
      const some = wordOf(front, item, word) & wordOf(lanes, failed, word) & ~wordOf(reached, dependent, word)
      // A group's member leads on where the group passes something on, whatever it passes on itself.
      const fresh = isAlone || some === 0 ? some : some & passing.passedIn(group, levels.AT_RISK, word)
      if (fresh !== 0) reach(dependent, word, fresh, degree)
    }
  }

  for (const [lane, item] of failing.entries()) reach(item, lane >> 5, laneBit(lane), 0)
  for (let degree = 1; nextItems.length > 0; degree += 1) {
    ;[front, next] = [next, front]
    const items = nextItems
    nextItems = []
    for (const [place, item] of items.entries()) {
      if (place % 128 === 0) yield
      for (const need of index.neededBy.of(item)) leadOn(need, degree)
      clear(front, item)
    }
  }
}
