import type { IndexedSnapshot } from './index-snapshot.ts'
import { addWord, clear, laneBit, laneSets, lowestBit, wordOf } from './lanes.ts'
import type { LaneSets } from './lanes.ts'
import type { SideBySide } from './side-by-side.ts'
import { levels } from './states.ts'
import type { Steps } from './steps.ts'

/**
 * The degrees that `impact` would find for targets, each failure in its lane: how many needs that pass something on lie
 * between. They are counted from the targets' end, for all lanes at once.
 * @param targets for each item of the index, the set of the lanes in which it is a target.
 * @param laneOf for each item of which the degree is asked, the lane in which it fails.
 * @returns by item, the degree of the nearest target. One that passes nothing on to a target isn't among them.
 */
export function* degreesSideBySide(
  index: IndexedSnapshot,
  { lanes, at, passing }: SideBySide,
  targets: LaneSets,
  laneOf: ReadonlyMap<number, number>,
): Steps<ReadonlyMap<number, number>> {
  const { row } = passing
  const { width } = targets
  const empty = (): LaneSets => laneSets(index.items.length, 32 * width)
  const degrees = new Map<number, number>()
  const reached = empty()
  /** Items with the lanes in which they are come to at the degree at hand, and those of the next. */
  let [front, next] = [empty(), empty()]
  let nextItems: number[] = []
  /** How many items' degrees each lane still lacks, and for each word the lanes that lack any. */
  const lacking = new Int32Array(32 * width)
  const open = new Int32Array(width)
  for (const lane of laneOf.values()) {
    lacking[lane] = (lacking[lane] ?? 0) + 1
    open[lane >> 5] = (open[lane >> 5] ?? 0) | laneBit(lane)
  }

  const reach = (item: number, word: number, fresh: number, degree: number): void => {
    addWord(reached, item, word, fresh)
    if (next.used[item] === 0) nextItems.push(item)
    addWord(next, item, word, fresh)
    const lane = laneOf.get(item) ?? -1
    if (lane >> 5 !== word || (fresh & laneBit(lane)) === 0) return
    degrees.set(item, degree)
    lacking[lane] = (lacking[lane] ?? 0) - 1
    if (lacking[lane] === 0) open[word] = (open[word] ?? 0) & ~laneBit(lane)
  }
  /** The lanes in which failure comes to the item at hand by the group at hand. */
  const along = new Int32Array(width)
  const reachFrom = (item: number, degree: number): void => {
    let here = 0
    for (let left = front.used[item] ?? 0; left !== 0; left &= left - 1) {
      const word = lowestBit(left)
      if (((front.words[item * width + word] ?? 0) & (open[word] ?? 0)) !== 0) here |= 1 << word
    }
    for (const group of here === 0 ? [] : index.groupsOf.of(item)) {
      let some = 0
      for (let left = passing.pass(group, levels.AT_RISK, here); left !== 0; left &= left - 1) {
        const word = lowestBit(left)
        along[word] = (front.words[item * width + word] ?? 0) & (row[word] ?? 0) & (open[word] ?? 0)
        if (along[word] !== 0) some |= 1 << word
      }
      for (let need = index.firstNeed[group] ?? 0; some !== 0 && need < (index.firstNeed[group + 1] ?? 0); need += 1) {
        const needed = index.needed[need] ?? 0
        const failing = at(needed, levels.AT_RISK)
        for (let left = some & (lanes.used[failing] ?? 0); left !== 0; left &= left - 1) {
          const word = lowestBit(left)
          const found = (along[word] ?? 0) & (lanes.words[failing * width + word] ?? 0)
          const fresh = found & ~(reached.words[needed * width + word] ?? 0)
          if (fresh !== 0) reach(needed, word, fresh, degree)
        }
      }
    }
  }

  for (const [item, used] of targets.used.entries()) {
    for (let left = used; left !== 0; left &= left - 1) {
      reach(item, lowestBit(left), wordOf(targets, item, lowestBit(left)), 0)
    }
  }
  for (let degree = 1; nextItems.length > 0 && degrees.size < laneOf.size; degree += 1) {
    ;[front, next] = [next, front]
    const items = nextItems
    nextItems = []
    for (const [place, item] of items.entries()) {
      if (place % 128 === 0) yield
      reachFrom(item, degree)
      clear(front, item)
    }
  }
  return degrees
}
