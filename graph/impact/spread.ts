import { sizeOf } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { levels, passesAlone, states } from './states.ts'

/** How far failure spreads, by numbers and levels. */
export interface Spread {
  /** For each item, its level. */
  readonly levels: Uint8Array
  /** The items that aren't OK, worst first. */
  readonly affected: readonly number[]
  /** For each group, what it passes on to its dependent. */
  readonly passed: Uint8Array
  /** For each group that passes something on, what a member alone must pass on to be a reason for it: that or worse. */
  readonly decisive: Uint8Array
}

/**
 * The engine: the least levels that agree with the declared ones and with every need that may be followed (design,
 * "Impact"). They exist and are unique because a worse level never passes on a better one.
 *
 * Nothing is passed on worse than it came. So the worst items are settled first, and an item that is taken never gets
 * worse again: each need is looked at once, and the time is linear in the needs of which the needed item isn't OK.
 * @param declared levels by item. Each item keeps at least its level.
 * @param follow whether a need counts. One that doesn't passes on OK, and so still backs up the others of its group.
 */
export function spread(
  index: IndexedSnapshot,
  declared: ReadonlyMap<number, number>,
  follow: (need: number) => boolean,
): Spread {
  const found = new Uint8Array(index.items.length)
  const passed = new Uint8Array(index.atLeast.length)
  const decisive = new Uint8Array(index.atLeast.length)
  const hit = hitsOf(index)
  const touched: number[] = []
  const open = states.map((): number[] => [])
  const affected: number[] = []

  const raise = (item: number, level: number): void => {
    if (level <= (found[item] ?? 0)) return
    found[item] = level
    open[level]?.push(item)
  }
  const pass = (need: number, level: number): void => {
    const alone = passesAlone(level, index.weakening[need] ?? levels.DOWN)
    if (alone === levels.OK || !follow(need)) return
    const number = index.groupOf[need] ?? 0
    const counts = number * states.length
    touched.push(counts)
    for (let each = alone; each > levels.OK; each -= 1) hit[counts + each] = (hit[counts + each] ?? 0) + 1

    const spare = sizeOf(index, number) - (index.atLeast[number] ?? 1)
    let kthBest: number = levels.DOWN
    while (kthBest > levels.OK && (hit[counts + kthBest] ?? 0) <= spare) kthBest -= 1
    const coverLost = (hit[counts + levels.DEGRADED] ?? 0) > 0
    passed[number] = kthBest > levels.OK || !coverLost ? kthBest : levels.AT_RISK
    decisive[number] = kthBest > levels.OK ? kthBest : levels.DEGRADED
    raise(index.dependent[need] ?? 0, passed[number])
  }

  for (const [item, level] of declared) raise(item, level)
  for (let level: number = levels.DOWN; level > levels.OK; level -= 1) {
    // An item that is raised to this level on the way joins the list, and its turn comes too.
    for (const item of open[level] ?? []) {
      if (found[item] !== level) continue
      affected.push(item)
      for (const need of index.neededBy[item] ?? []) pass(need, level)
    }
  }
  for (const counts of touched) hit.fill(0, counts, counts + states.length)
  return { levels: found, affected, passed, decisive }
}

/**
 * For each group and level, how many members alone pass on that or worse: all zero between two questions. There are as many
 * as needs, and most questions touch few of them, so they are made once an index.
 */
function hitsOf(index: IndexedSnapshot): Uint32Array {
  const known = hits.get(index) ?? new Uint32Array(index.atLeast.length * states.length)
  hits.set(index, known)
  return known
}

const hits = new WeakMap<IndexedSnapshot, Uint32Array>()
