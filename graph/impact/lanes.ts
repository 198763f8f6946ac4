/** So many lanes a set has at most: one bit in a number for each of its words. */
export const mostLanes = 32 * 32

/** So many words the sets of one circle's levels take together at most, all circles counted: 64 MB. */
const mostWords = 2 ** 24

/** How many failures are worked out side by side where there are so many circles: fewer where more would take too much memory. */
export const lanesAtOnce = (circles: number): number =>
  Math.min(mostLanes, 32 * Math.max(1, Math.floor(mostWords / (3 * Math.max(1, circles)))))

/**
 * Numbered sets of lanes, all over the same lanes and packed one behind the other. A number of `words` holds 32 lanes, so
 * that one operation on it counts for 32; a set is `width` of them.
 */
export interface LaneSets {
  readonly words: Int32Array
  readonly width: number
  /** For each set, one bit a word: whether any lane is in it. Most words stay empty, and are passed over. */
  readonly used: Int32Array
}

/** So many sets for so many lanes, at most `mostLanes`, all of them empty. */
export function laneSets(sets: number, lanes: number): LaneSets {
  const width = Math.ceil(lanes / 32)
  return { words: new Int32Array(sets * width), width, used: new Int32Array(sets) }
}

/** One of a set's words: 32 lanes. */
export const wordOf = ({ words, width }: LaneSets, set: number, word: number): number => words[set * width + word] ?? 0

/** Adds lanes of one word to a set. @returns those that weren't in it. */
export function addWord({ words, width, used }: LaneSets, set: number, word: number, lanes: number): number {
  const at = set * width + word
  const old = words[at] ?? 0
  const fresh = lanes & ~old
  if (fresh === 0) return 0
  words[at] = old | fresh
  used[set] = (used[set] ?? 0) | (1 << word)
  return fresh
}

/** Adds one lane to a set. */
export function addLane(sets: LaneSets, set: number, lane: number): void {
  addWord(sets, set, lane >> 5, laneBit(lane))
}

/** Whether a lane is in a set. */
export const hasLane = (sets: LaneSets, set: number, lane: number): boolean =>
  (wordOf(sets, set, lane >> 5) & laneBit(lane)) !== 0

/** Empties a set. */
export function clear({ words, width, used }: LaneSets, set: number): void {
  words.fill(0, set * width, (set + 1) * width)
  used[set] = 0
}

/** A lane in its word. */
export const laneBit = (lane: number): number => 1 << (lane & 31)

/** The place of the lowest bit of a number other than 0. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits)

/** The lanes of a set, ascending. */
export function lanesOf(sets: LaneSets, set: number): number[] {
  const lanes: number[] = []
  for (let left = sets.used[set] ?? 0; left !== 0; left &= left - 1) {
    const word = lowestBit(left)
    for (let bits = wordOf(sets, set, word); bits !== 0; bits &= bits - 1) lanes.push(32 * word + lowestBit(bits))
  }
  return lanes
}
