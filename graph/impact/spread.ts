import { sizeOf } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { levels, passesAlone, states } from './states.ts'
import type { Steps } from './steps.ts'

/** How far failure spreads, by numbers and levels. */
export interface Spread {
  /** For each item, its level. */
  readonly levels: Uint8Array
  /** The items that aren't OK, worst first. */
  readonly affected: readonly number[]
  /** For each group of several needs, what it passes on to its dependent. */
  readonly passed: Uint8Array
  /** For each such group that passes something on, what a member alone must pass on to be a reason for it: that or worse. */
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
export function* spread(
  index: IndexedSnapshot,
  declared: ReadonlyMap<number, number>,
  follow: (need: number) => boolean,
): Steps<Spread> {
  const { neededBy, dependent, weakening, backupOf } = index
  const found = new Uint8Array(index.items.length)
  const passed = new Uint8Array(index.backups)
  const decisive = new Uint8Array(index.backups)
  /** For each group of several and each level, how many members alone pass on that or worse. */
  const hit = new Uint32Array(index.backups * states.length)
  const open = states.map((): number[] => [])
  const affected: number[] = []

  const raise = (item: number, level: number): void => {
    if (level <= (found[item] ?? 0)) return
    found[item] = level
    open[level]?.push(item)
  }
  /** What a group passes on, now that one more member passes on something. */
  const passedBy = (backup: number, need: number, alone: number): number => {
    const group = index.groupOf[need] ?? 0
    const counts = backup * states.length
    for (let each = alone; each > levels.OK; each -= 1) hit[counts + each] = (hit[counts + each] ?? 0) + 1
    const spare = sizeOf(index, group) - (index.atLeast[group] ?? 1)
    let kthBest: number = levels.DOWN
    while (kthBest > levels.OK && (hit[counts + kthBest] ?? 0) <= spare) kthBest -= 1
    const coverLost = (hit[counts + levels.DEGRADED] ?? 0) > 0
    const passes = kthBest > levels.OK || !coverLost ? kthBest : levels.AT_RISK
    passed[backup] = passes
    decisive[backup] = kthBest > levels.OK ? kthBest : levels.DEGRADED
    return passes
  }
  const pass = (need: number, level: number): void => {
    const alone = passesAlone(level, weakening[need] ?? levels.DOWN)
    if (alone === levels.OK || !follow(need)) return
    const backup = backupOf[need] ?? -1
    raise(dependent[need] ?? 0, backup === -1 ? alone : passedBy(backup, need, alone))
  }

  for (const [item, level] of declared) raise(item, level)
  for (let level: number = levels.DOWN; level > levels.OK; level -= 1) {
    // An item that is raised to this level on the way joins the list, and its turn comes too.
    for (const item of open[level] ?? []) {
      if (found[item] !== level) continue
      affected.push(item)
      if (affected.length % 4096 === 0) yield
      const end = neededBy.begins(item + 1)
      for (let place = neededBy.begins(item); place < end; place += 1) pass(neededBy.entry(place), level)
    }
  }
  return { levels: found, affected, passed, decisive }
}
