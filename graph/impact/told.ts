import type { IndexedSnapshot } from './index-snapshot.ts'

/** More items than this an index can't have; also more than any distance. */
const most = 2 ** 24

/**
 * Sorts items by tier, by distance, by name and by id, at the cost of sorting numbers.
 * @param tierOf from 0 to 3.
 */
export function ranked(
  index: IndexedSnapshot,
  items: readonly number[],
  tierOf: (item: number) => number,
  distanceOf: (item: number) => number,
): Int32Array {
  const keys = new Float64Array(items.length)
  for (const [place, item] of items.entries())
    keys[place] = (tierOf(item) * most + distanceOf(item)) * most + (index.nameRank[item] ?? 0)
  return Int32Array.from(keys.sort(), (key) => index.byName[key % most] ?? -1)
}

/**
 * The items of an answer by id, in its order. Each is told when it is asked for, because an answer may have a million and
 * whoever asked may want ten.
 */
export class Told<Entry> implements ReadonlyMap<string, Entry> {
  readonly #index: IndexedSnapshot
  readonly #order: Int32Array
  readonly #has: (item: number) => boolean
  readonly #tell: (item: number) => Entry

  /**
   * @param order the items' numbers.
   * @param has whether an item is one of them.
   */
  constructor(
    index: IndexedSnapshot,
    order: Int32Array,
    has: (item: number) => boolean,
    tell: (item: number) => Entry,
  ) {
    this.#index = index
    this.#order = order
    this.#has = has
    this.#tell = tell
  }

  get size(): number {
    return this.#order.length
  }

  has(id: string): boolean {
    return this.#numberOf(id) !== undefined
  }

  get(id: string): Entry | undefined {
    const number = this.#numberOf(id)
    return number === undefined ? undefined : this.#tell(number)
  }

  /** The first of them. */
  first(count: number): Entry[] {
    return Array.from(this.#order.subarray(0, count), (number) => this.#tell(number))
  }

  *keys(): MapIterator<string> {
    for (const number of this.#order) yield this.#idOf(number)
  }

  *values(): MapIterator<Entry> {
    for (const number of this.#order) yield this.#tell(number)
  }

  *entries(): MapIterator<[string, Entry]> {
    for (const number of this.#order) yield [this.#idOf(number), this.#tell(number)]
  }

  [Symbol.iterator](): MapIterator<[string, Entry]> {
    return this.entries()
  }

  forEach(visit: (entry: Entry, id: string, map: ReadonlyMap<string, Entry>) => void): void {
    for (const [id, entry] of this) visit(entry, id, this)
  }

  #idOf(number: number): string {
    return this.#index.items[number]?.id ?? ''
  }

  #numberOf(id: string): number | undefined {
    const number = this.#index.numbers.get(id)
    return number !== undefined && this.#has(number) ? number : undefined
  }
}
