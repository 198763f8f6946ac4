/**
 * Numbered sets of lanes, all over the same lanes and packed one behind the other. A number of `words` holds 32 lanes, so
 * that one operation on it counts for 32; a set is `width` of them.
 */
export interface LaneSets {
  readonly words: Int32Array
  readonly width: number
  /** For each set, 0 as long as nothing was added: most sets stay empty, and are passed over. */
  readonly used: Uint8Array
}

/** So many sets for so many lanes, all of them empty. */
export function laneSets(sets: number, lanes: number): LaneSets {
  const width = Math.ceil(lanes / 32)
  return { words: new Int32Array(sets * width), width, used: new Uint8Array(sets) }
}

/** Adds one lane to a set. */
export function addLane({ words, width, used }: LaneSets, set: number, lane: number): void {
  const at = set * width + (lane >> 5)
  words[at] = (words[at] ?? 0) | (1 << (lane & 31))
  used[set] = 1
}

/** Whether a lane is in a set. */
export function hasLane({ words, width }: LaneSets, set: number, lane: number): boolean {
  return ((words[set * width + (lane >> 5)] ?? 0) & (1 << (lane & 31))) !== 0
}

/** The lanes of a set, ascending. */
export function lanesOf({ words, width, used }: LaneSets, set: number): number[] {
  const lanes: number[] = []
  if (used[set] === 0) return lanes
  for (let i = 0; i < width; i += 1) {
    for (let word = words[set * width + i] ?? 0; word !== 0; word &= word - 1) {
      lanes.push(32 * i + 31 - Math.clz32(word & -word))
    }
  }
  return lanes
}

/** Adds to a set what another has. @returns whether anything was added. */
export function addLanes({ words, width, used }: LaneSets, set: number, from: number): boolean {
  if (used[from] === 0) return false
  let added = false
  for (let i = 0; i < width; i += 1) {
    const old = words[set * width + i] ?? 0
    const fresh = (words[from * width + i] ?? 0) & ~old
    if (fresh === 0) continue
    words[set * width + i] = old | fresh
    added = true
  }
  if (added) used[set] = 1
  return added
}
