import { compareText } from '../text/compare-text.ts'
import { compareItems } from './compare-items.ts'
import { GrowingInts } from './growing-ints.ts'
import { Lists } from './lists.ts'
import { CollectedNeeds } from './needs.ts'
import type { Needs } from './needs.ts'
import type { Need, SnapshotItem } from './snapshot.ts'
import { sorted } from './sorted.ts'
import { toEnd } from './steps.ts'
import type { Steps } from './steps.ts'

/**
 * A snapshot made ready for questions: items, needs and redundancy groups are numbered from 0. Items are numbered by id,
 * needs by dependent, group, needed item and type, so no answer depends on the order in which a snapshot lists them.
 *
 * All but the items stands in typed arrays: some 45 bytes a need and 30 an item, beside the item's id and name.
 */
export interface IndexedSnapshot {
  readonly items: readonly SnapshotItem[]
  readonly needs: Needs
  /** The number of each id. */
  readonly numbers: ReadonlyMap<string, number>
  /** The items' numbers by name, then by id. */
  readonly byName: Int32Array
  /** For each item, its place in `byName`. */
  readonly nameRank: Int32Array
  /** For each item, its needs. */
  readonly needsOf: Lists
  /** For each item, the needs of others that it meets. */
  readonly neededBy: Lists
  /** For each item, the groups of its needs. */
  readonly groupsOf: Lists
  /** For each need, the item that needs. */
  readonly dependent: Int32Array
  /** For each need, the item that it needs. */
  readonly needed: Int32Array
  /** For each need, how many rungs it takes off the ladder: `weakeningOf`. */
  readonly weakening: Uint8Array
  /** For each need, the number of its group among those that have several needs; -1 where nothing backs it up. */
  readonly backupOf: Int32Array
  /** How many groups have several needs. */
  readonly backups: number
  /** For each need, its group. A need that nothing backs up is a group of its own. */
  readonly groupOf: Int32Array
  /** For each group, its first need; one entry more than there are groups, so each ends where the next begins. */
  readonly firstNeed: Int32Array
  /** For each group, how many of its needs must still be met: from 1 to all. */
  readonly atLeast: Int32Array
}

/** What can be indexed: a snapshot, or one that is made as it is read, such as an index. */
export interface Indexable {
  readonly items: readonly SnapshotItem[]
  readonly needs: Iterable<Need>
}

/**
 * Indexes a snapshot: once, for any number of questions. O(n log n).
 * @throws Error where two items have the same id, or a need's end isn't among the items: no answer would be right.
 */
export const indexSnapshot = (snapshot: Indexable): IndexedSnapshot => toEnd(indexing(snapshot))

/** What `indexSnapshot` makes, in steps. */
export function* indexing({ items, needs }: Indexable): Steps<IndexedSnapshot> {
  const indexer = new Indexer(items)
  let added = 0
  for (const need of needs) {
    indexer.add(need)
    added += 1
    if (added % 4096 === 0) yield
  }
  return yield* indexer.index()
}

/** Indexes a snapshot that comes piece by piece: all items first, then needs, which needn't be kept. */
export class Indexer {
  readonly #items: readonly SnapshotItem[]
  readonly #numbers: ReadonlyMap<string, number>
  readonly #collected = new CollectedNeeds()

  /** @throws Error where two items have the same id. */
  constructor(items: readonly SnapshotItem[]) {
    this.#items = items.toSorted((a, b) => compareText(a.id, b.id))
    const twice = this.#items.find((item, number) => item.id === this.#items[number + 1]?.id)
    if (twice !== undefined) throw new Error(`The snapshot has two items ${twice.id}.`)
    this.#numbers = new Map(this.#items.map((item, number) => [item.id, number]))
  }

  /** @throws Error where an end isn't among the items. */
  add(need: Need): void {
    const numberOf = (id: string): number => {
      const number = this.#numbers.get(id)
      if (number !== undefined) return number
      throw new Error(`The snapshot has no item ${id}: ${need.dependent} -${need.type}-> ${need.needed}.`)
    }
    this.#collected.add(need, numberOf(need.dependent), numberOf(need.needed))
  }

  /** What was added, indexed. Nothing can be added afterwards. */
  *index(): Steps<IndexedSnapshot> {
    const items = this.#items
    const { needs, columns, groupBegins } = yield* this.#collected.numbered(items)
    const { dependent, needed, weakening } = columns
    const groupOf = new Int32Array(needs.length)
    const backupOf = new Int32Array(needs.length).fill(-1)
    let backups = 0
    const [firsts, atLeast] = [new GrowingInts(), new GrowingInts()]
    for (let need = 0; need < needs.length;) {
      let end = need + 1
      while (groupBegins[end] === need) end += 1
      groupOf.fill(firsts.length, need, end)
      if (end > need + 1) {
        backupOf.fill(backups, need, end)
        backups += 1
      }
      firsts.push(need)
      let most = 1
      for (let member = need; member < end; member += 1) most = Math.max(most, needs.atLeastOf(member))
      atLeast.push(Math.min(end - need, most))
      need = end
    }
    firsts.push(needs.length)
    yield
    const firstNeed = firsts.packed()
    const byName = yield* sorted(items.length, (a, b) => compareItems(entry(items, a), entry(items, b)))
    const nameRank = new Int32Array(items.length)
    for (const [rank, item] of byName.entries()) nameRank[item] = rank
    yield
    const neededBy = Lists.byOwner(needed, items.length)
    yield
    return {
      ...{ items, needs, numbers: this.#numbers, byName, nameRank },
      ...{ needsOf: Lists.runs(dependent, items.length), neededBy },
      groupsOf: Lists.runs(
        firstNeed.subarray(0, -1).map((need) => dependent[need] ?? 0),
        items.length,
      ),
      ...{ dependent, needed, weakening, backupOf, backups, groupOf, firstNeed, atLeast: atLeast.packed() },
    }
  }
}

/** How many needs a group has. */
export function sizeOf({ firstNeed }: IndexedSnapshot, group: number): number {
  return (firstNeed[group + 1] ?? 0) - (firstNeed[group] ?? 0)
}

/** What a list has at a number that came from the index. @throws RangeError for any other. */
export function entry<Entry>(list: readonly Entry[], number: number): Entry {
  const found = list[number]
  if (found === undefined) throw new RangeError(`${String(number)} isn't from this index.`)
  return found
}
