import { LaneCounts } from './lane-counts.ts'
import { addWord, laneBit, laneSets, lowestBit, wordOf } from './lanes.ts'
import type { LaneSets } from './lanes.ts'
import type { SideBySide } from './side-by-side.ts'
import { levels } from './states.ts'

/** What failures do to some targets, each failure in its lane. A target that fails itself isn't counted there. */
export interface TargetHits {
  /** How many targets are DOWN. */
  readonly down: LaneCounts
  /** How many are DEGRADED or DOWN. */
  readonly hit: LaneCounts
  /** For each item, the lanes in which it is a target that is as bad as any there: DOWN, or DEGRADED where none is DOWN. */
  readonly worst: LaneSets
}

/**
 * @param size more than any item's number.
 * @param failing the item that fails, for each lane.
 */
export function targetHits(
  size: number,
  targets: readonly number[],
  failing: readonly number[],
  { lanes, at }: SideBySide,
): TargetHits {
  const laneOf = new Map(failing.map((item, lane) => [item, lane]))
  const [down, hit] = [new LaneCounts(lanes.width), new LaneCounts(lanes.width)]
  const worst = laneSets(size, failing.length)
  const anyDown = new Int32Array(lanes.width)
  const hitAt = (target: number, level: number, word: number): number => {
    const lane = laneOf.get(target) ?? -1
    return wordOf(lanes, at(target, level), word) & ~(lane >> 5 === word ? laneBit(lane) : 0)
  }
  // Who is DEGRADED or worse is also where DOWN is.
  const everyHit = (visit: (target: number, word: number) => void): void => {
    for (const target of targets) {
      const used = lanes.used[at(target, levels.DEGRADED)] ?? 0
      for (let left = used; left !== 0; left &= left - 1) visit(target, lowestBit(left))
    }
  }
  everyHit((target, word) => {
    const found = hitAt(target, levels.DOWN, word)
    down.add(word, found)
    hit.add(word, hitAt(target, levels.DEGRADED, word))
    anyDown[word] = (anyDown[word] ?? 0) | found
  })
  everyHit((target, word) => {
    const degraded = hitAt(target, levels.DEGRADED, word) & ~(anyDown[word] ?? 0)
    addWord(worst, target, word, hitAt(target, levels.DOWN, word) | degraded)
  })
  return { down, hit, worst }
}
