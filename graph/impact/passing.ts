import type { IndexedSnapshot } from './index-snapshot.ts'
import { lowestBit } from './lanes.ts'
import type { LaneSets } from './lanes.ts'
import { levels } from './states.ts'
import type { Wiring } from './wiring.ts'

/**
 * What groups pass on, for many failures at once: the design's rules, on sets of lanes. A circle's sets say in which
 * failures it is on a level or worse.
 */
export class Passing {
  /** The lanes that `pass` found, until it is called again. Words of which it doesn't speak mean nothing. */
  readonly row: Int32Array
  readonly #index: IndexedSnapshot
  readonly #wiring: Wiring
  readonly #lanes: LaneSets
  /** Row k: where at least k members still stand. */
  readonly #standing: readonly Int32Array[]
  /** The words at hand, so many of them. */
  readonly #words = new Uint8Array(32)
  #size = 0

  constructor(index: IndexedSnapshot, wiring: Wiring, lanes: LaneSets) {
    this.#index = index
    this.#wiring = wiring
    this.#lanes = lanes
    const most = index.atLeast.reduce((max, atLeast) => Math.max(max, atLeast), 1)
    this.#standing = Array.from({ length: most + 1 }, () => new Int32Array(lanes.width))
    this.row = new Int32Array(lanes.width)
  }

  /** The set of a circle on a level or worse. Beyond DOWN, and for what isn't asked about: the last set, which is empty. */
  setOf(circle: number, level: number): number {
    const { count } = this.#wiring
    return circle === -1 || level > levels.DOWN ? levels.DOWN * count : (level - 1) * count + circle
  }

  /**
   * Finds the failures in which a group passes on a level or worse.
   * @param some the words to look at. @returns those of them in which there may be any; the lanes stand in `row`.
   */
  pass(group: number, level: number, some: number): number {
    return this.#pass(group, level, some, level === levels.AT_RISK)
  }

  /** What `pass` finds in one word. */
  passedIn(group: number, level: number, word: number): number {
    return this.pass(group, level, 1 << word) === 0 ? 0 : (this.row[word] ?? 0)
  }

  /** The lanes of one word in which a group passes on a level or worse because too few of it are left: not cover alone. */
  tooFewLeft(group: number, level: number, word: number): number {
    return this.#pass(group, level, 1 << word, false) === 0 ? 0 : (this.row[word] ?? 0)
  }

  /**
   * What a group's weaker needs pass on of worse levels, and what makes it lose cover: all that it may pass on of a level
   * at first that it didn't pass on of the next worse one.
   * @returns the words in which there is any.
   */
  comesNew(group: number, level: number): number {
    const { firstNeed, weakening } = this.#index
    const { used } = this.#lanes
    const first = firstNeed[group] ?? 0
    const end = firstNeed[group + 1] ?? 0
    const losesCover = level === levels.AT_RISK && end > first + 1
    let found = 0
    for (let need = first; need < end; need += 1) {
      if (weakening[need] !== 0 || losesCover) found |= used[this.passedAlone(need, level)] ?? 0
    }
    return found
  }

  /** The set of the failures in which a need by itself passes on a level or worse. */
  passedAlone(need: number, level: number): number {
    const { circleNeeded } = this.#wiring
    return this.setOf(circleNeeded[need] ?? -1, level + (this.#index.weakening[need] ?? levels.DOWN))
  }

  #pass(group: number, level: number, some: number, coverCounts: boolean): number {
    const { firstNeed, atLeast } = this.#index
    const first = firstNeed[group] ?? 0
    const end = firstNeed[group + 1] ?? 0
    if (end === first + 1) return this.#passOne(first, level, some)
    const k = atLeast[group] ?? 1
    const found = some & this.#lostWords(first, end, k > 1 || coverCounts, level)
    if (found === 0) return 0
    this.#list(found)
    if (k === 1) this.#passAllLost(first, end, level)
    else this.#passFewer(first, end, k, level)
    if (coverCounts) this.#addCoverLost(first, end)
    return found
  }

  #passOne(need: number, level: number, some: number): number {
    const { words, width, used } = this.#lanes
    const set = this.passedAlone(need, level)
    const found = some & (used[set] ?? 0)
    this.#list(found)
    for (let i = 0; i < this.#size; i += 1) {
      const word = this.#words[i] ?? 0
      this.row[word] = words[set * width + word] ?? 0
    }
    return found
  }

  /** The words in which any of a group's needs is lost, or else all are. */
  #lostWords(first: number, end: number, any: boolean, level: number): number {
    const { used } = this.#lanes
    let [some, all] = [0, -1]
    for (let need = first; need < end; need += 1) {
      const lost = used[this.passedAlone(need, level)] ?? 0
      some |= lost
      all &= lost
    }
    return any ? some : all
  }

  /** Where no member stands any more. */
  #passAllLost(first: number, end: number, level: number): void {
    const { words, width } = this.#lanes
    for (let i = 0; i < this.#size; i += 1) this.row[this.#words[i] ?? 0] = -1
    for (let need = first; need < end; need += 1) {
      const from = this.passedAlone(need, level) * width
      for (let i = 0; i < this.#size; i += 1) {
        const word = this.#words[i] ?? 0
        this.row[word] = (this.row[word] ?? 0) & (words[from + word] ?? 0)
      }
    }
  }

  /** Where fewer than k members still stand, counted up member by member. */
  #passFewer(first: number, end: number, k: number, level: number): void {
    const { words, width } = this.#lanes
    for (const [least, row] of this.#standing.entries()) row.fill(least === 0 ? -1 : 0)
    for (let need = first; need < end; need += 1) {
      const from = this.passedAlone(need, level) * width
      for (let least = k; least > 0; least -= 1) {
        const row = this.#standing[least] ?? this.row
        const fewer = this.#standing[least - 1] ?? this.row
        for (let i = 0; i < this.#size; i += 1) {
          const word = this.#words[i] ?? 0
          row[word] = (row[word] ?? 0) | ((fewer[word] ?? 0) & ~(words[from + word] ?? 0))
        }
      }
    }
    const standing = this.#standing[k] ?? this.row
    for (let i = 0; i < this.#size; i += 1) {
      const word = this.#words[i] ?? 0
      this.row[word] = ~(standing[word] ?? 0)
    }
  }

  /** Where cover is lost: a member by itself would pass on worse than AT_RISK. */
  #addCoverLost(first: number, end: number): void {
    const { words, width } = this.#lanes
    for (let need = first; need < end; need += 1) {
      const from = this.passedAlone(need, levels.DEGRADED) * width
      for (let i = 0; i < this.#size; i += 1) {
        const word = this.#words[i] ?? 0
        this.row[word] = (this.row[word] ?? 0) | (words[from + word] ?? 0)
      }
    }
  }

  /** Takes words for those at hand. */
  #list(some: number): void {
    this.#size = 0
    for (let left = some; left !== 0; left &= left - 1) {
      this.#words[this.#size] = lowestBit(left)
      this.#size += 1
    }
  }
}
