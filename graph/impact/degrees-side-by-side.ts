import type { IndexedSnapshot } from './index-snapshot.ts'
import { hasLane, laneSets } from './lanes.ts'
import type { LaneSets } from './lanes.ts'
import type { SideBySide } from './side-by-side.ts'
import { levels } from './states.ts'

/**
 * The degrees that `impact` would find for targets, each failure in its lane: how many needs that pass something on lie
 * between. They are counted from the targets' end, for all lanes at once.
 * @param targets for each item of the index, the set of the lanes in which it is a target.
 * @param laneOf for each item of which the degree is asked, the lane in which it fails.
 * @returns by item, the degree of the nearest target. One that passes nothing on to a target isn't among them.
 */
export function degreesSideBySide(
  index: IndexedSnapshot,
  { lanes, at, passed }: SideBySide,
  targets: LaneSets,
  laneOf: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const { width } = targets
  const degrees = new Map<number, number>()
  const reached = targets.words.slice()
  let front = targets
  for (let degree = 1, any = true; any && degrees.size < laneOf.size; degree += 1) {
    any = false
    const next = laneSets(index.items.length, 32 * width)
    for (const [item, groups] of index.groupsOf.entries()) {
      if (front.used[item] === 0) continue
      for (const group of groups) {
        const along = passed(group, levels.AT_RISK)
        if (lanes.used[along] === 0) continue
        for (let need = index.firstNeed[group] ?? 0; need < (index.firstNeed[group + 1] ?? 0); need += 1) {
          const needed = index.needed[need] ?? 0
          const failing = at(needed, levels.AT_RISK)
          if (lanes.used[failing] === 0) continue
          let fresh = 0
          for (let i = 0; i < width; i += 1) {
            const passes = (lanes.words[along * width + i] ?? 0) & (lanes.words[failing * width + i] ?? 0)
            const word = passes & (front.words[item * width + i] ?? 0) & ~(reached[needed * width + i] ?? 0)
            if (word === 0) continue
            reached[needed * width + i] = (reached[needed * width + i] ?? 0) | word
            next.words[needed * width + i] = (next.words[needed * width + i] ?? 0) | word
            fresh |= word
          }
          if (fresh === 0) continue
          any = true
          next.used[needed] = 1
          const lane = laneOf.get(needed)
          if (lane !== undefined && hasLane(next, needed, lane)) degrees.set(needed, degree)
        }
      }
    }
    front = next
  }
  return degrees
}
