/**
 * Lists of whole numbers, one for each of some things, packed one behind the other: 4 bytes a number and 4 a list. Loops that
 * must be fast go from `begins(i)` to `begins(i + 1)` and ask for `entry`; all others take `of(i)`.
 */
export class Lists {
  readonly #begins: Int32Array
  readonly #entries: Int32Array | undefined

  /**
   * @param begins for each list, where it begins; one more than there are lists, so each ends where the next begins.
   * @param entries all numbers. Left out: each number is its own place.
   */
  constructor(begins: Int32Array, entries?: Int32Array) {
    this.#begins = begins
    this.#entries = entries
  }

  /** How many lists there are. */
  get length(): number {
    return this.#begins.length - 1
  }

  /** Where a list begins: where the one before it ends. */
  begins(list: number): number {
    return this.#begins[list] ?? 0
  }

  /** The number at a place. */
  entry(place: number): number {
    return this.#entries === undefined ? place : (this.#entries[place] ?? 0)
  }

  /** How many numbers a list has. */
  sizeOf(list: number): number {
    return this.begins(list + 1) - this.begins(list)
  }

  /** A list. Empty for one that there isn't. */
  of(list: number): number[] {
    const numbers: number[] = []
    if (list < 0 || list >= this.length) return numbers
    for (let place = this.begins(list); place < this.begins(list + 1); place += 1) numbers.push(this.entry(place))
    return numbers
  }

  /** What belongs to whom: `owners[i]` says in which list `i` is. Lists are ascending. */
  static byOwner(owners: Int32Array, lists: number): Lists {
    const begins = beginsOf(owners, lists)
    const next = begins.slice(0, lists)
    const entries = new Int32Array(owners.length)
    for (let i = 0; i < owners.length; i += 1) {
      const list = owners[i] ?? 0
      const place = next[list] ?? 0
      entries[place] = i
      next[list] = place + 1
    }
    return new Lists(begins, entries)
  }

  /** The same where owners are ascending. */
  static runs(owners: Int32Array, lists: number): Lists {
    return new Lists(beginsOf(owners, lists))
  }
}

function beginsOf(owners: Int32Array, lists: number): Int32Array {
  const begins = new Int32Array(lists + 1)
  for (let i = 0; i < owners.length; i += 1) {
    const next = (owners[i] ?? 0) + 1
    begins[next] = (begins[next] ?? 0) + 1
  }
  for (let list = 0; list < lists; list += 1) begins[list + 1] = (begins[list + 1] ?? 0) + (begins[list] ?? 0)
  return begins
}
