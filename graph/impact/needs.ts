import { compareText } from '../text/compare-text.ts'
import { GrowingInts } from './growing-ints.ts'
import { Lists } from './lists.ts'
import type { Need, SnapshotItem } from './snapshot.ts'
import { criticalities, levels, weakeningOf } from './states.ts'
import type { Steps } from './steps.ts'
import { Words } from './words.ts'

/** What is kept of each need, one column each: 25 bytes a need. */
interface Columns {
  readonly dependent: Int32Array
  readonly needed: Int32Array
  /** `weakeningOf`: of needs that carry failure this is the place of their criticality. */
  readonly weakening: Uint8Array
  /** Number of its type. */
  readonly type: Int32Array
  /** Number of its redundancy group's name; -1 where it says none. */
  readonly group: Int32Array
  /** 0 where it says none. */
  readonly atLeast: Int32Array
  readonly relation: Int32Array
}

/** The needs of an index, numbered from 0 by dependent, group, needed item and type. Each is made when it is asked for. */
export class Needs implements Iterable<Need> {
  readonly #items: readonly SnapshotItem[]
  readonly #columns: Columns
  readonly #types: readonly string[]
  readonly #groups: readonly string[]

  constructor(items: readonly SnapshotItem[], columns: Columns, types: readonly string[], groups: readonly string[]) {
    this.#items = items
    this.#columns = columns
    this.#types = types
    this.#groups = groups
  }

  /** How many there are. */
  get length(): number {
    return this.#columns.dependent.length
  }

  /** A need. @throws RangeError for a number that isn't from this index. */
  at(number: number): Need {
    const { dependent, needed, weakening, group, atLeast, relation } = this.#columns
    const strength = weakening[number]
    if (strength === undefined) throw new RangeError(`${String(number)} isn't from this index.`)
    return {
      dependent: this.#items[dependent[number] ?? -1]?.id ?? '',
      needed: this.#items[needed[number] ?? -1]?.id ?? '',
      type: this.typeOf(number),
      criticality: criticalities[strength],
      redundancyGroup: this.#groups[group[number] ?? -1],
      atLeast: atLeast[number] === 0 ? undefined : atLeast[number],
      relation: relation[number] ?? -1,
    }
  }

  /** The type of a need's relation. */
  typeOf(number: number): string {
    return this.#types[this.#columns.type[number] ?? -1] ?? ''
  }

  /** Whether needs are of some types: decided once a type. */
  ofTypes(types: ReadonlySet<string>): (need: number) => boolean {
    const { type } = this.#columns
    const wanted = this.#types.map((each) => types.has(each))
    return (need) => wanted[type[need] ?? -1] ?? false
  }

  /** What a need says of how many of its group must still work; 1 where it says nothing. */
  atLeastOf(number: number): number {
    return Math.max(1, this.#columns.atLeast[number] ?? 1)
  }

  *[Symbol.iterator](): Generator<Need, void, undefined> {
    for (let number = 0; number < this.length; number += 1) yield this.at(number)
  }
}

/** Needs as they come, in any order, before they are numbered. */
export class CollectedNeeds {
  readonly #types = new Words()
  readonly #groups = new Words()
  readonly #columns: Readonly<Record<keyof Columns, GrowingInts>> = {
    dependent: new GrowingInts(),
    needed: new GrowingInts(),
    weakening: new GrowingInts(),
    type: new GrowingInts(),
    group: new GrowingInts(),
    atLeast: new GrowingInts(),
    relation: new GrowingInts(),
  }

  /** Adds a need between the items of two numbers. */
  add(need: Need, dependent: number, needed: number): void {
    const columns = this.#columns
    columns.dependent.push(dependent)
    columns.needed.push(needed)
    columns.weakening.push(weakeningOf(need.criticality))
    columns.type.push(this.#types.numberOf(need.type))
    columns.group.push(need.redundancyGroup === undefined ? -1 : this.#groups.numberOf(need.redundancyGroup))
    columns.atLeast.push(need.atLeast ?? 0)
    columns.relation.push(need.relation)
  }

  /**
   * Numbers the needs. Nothing can be added afterwards.
   * @returns them, with their columns that questions count in, and for each of them the first need of its redundancy group:
   * itself, where nothing backs it up or it is the first.
   */
  *numbered(items: readonly SnapshotItem[]): Steps<{ needs: Needs; columns: Columns; groupBegins: Int32Array }> {
    const [types, groups] = [this.#types.list(), this.#groups.list()]
    const packed = (column: keyof Columns): Int32Array => this.#columns[column].packed()
    const [dependent, needed, weakening, type] = [
      packed('dependent'),
      packed('needed'),
      packed('weakening'),
      packed('type'),
    ]
    const [group, atLeast, relation] = [packed('group'), packed('atLeast'), packed('relation')]
    yield
    const [typeRanks, groupRanks] = [ranksOf(types), ranksOf(groups)]
    /** 0 where nothing backs the need up, as with all that carries only change. */
    const groupRank = (need: number): number =>
      weakening[need] === levels.DOWN || (groups[group[need] ?? -1] ?? '') === ''
        ? 0
        : (groupRanks[group[need] ?? -1] ?? 0)
    const compare = (a: number, b: number): number =>
      groupRank(a) - groupRank(b) ||
      (needed[a] ?? 0) - (needed[b] ?? 0) ||
      (typeRanks[type[a] ?? -1] ?? 0) - (typeRanks[type[b] ?? -1] ?? 0) ||
      (relation[a] ?? 0) - (relation[b] ?? 0)

    const ofItems = Lists.byOwner(dependent, items.length)
    yield
    const order = new Int32Array(dependent.length)
    const groupBegins = new Int32Array(dependent.length)
    let number = 0
    for (let item = 0; item < items.length; item += 1) {
      let before = -1
      for (const need of ofItems.of(item).sort(compare)) {
        const backsUp = before !== -1 && groupRank(need) !== 0 && groupRank(need) === groupRank(before)
        groupBegins[number] = backsUp ? (groupBegins[number - 1] ?? 0) : number
        order[number] = need
        number += 1
        before = need
      }
      if (item % 1024 === 0) yield
    }
    const inOrder = (column: Int32Array): Int32Array => order.map((need) => column[need] ?? 0)
    const columns: Columns = {
      dependent: inOrder(dependent),
      needed: inOrder(needed),
      weakening: Uint8Array.from(inOrder(weakening)),
      type: inOrder(type),
      group: inOrder(group),
      atLeast: inOrder(atLeast),
      relation: inOrder(relation),
    }
    yield
    return { needs: new Needs(items, columns, types, groups), columns, groupBegins }
  }
}

/** For each word its place from 1 when they are sorted. */
function ranksOf(words: readonly string[]): Int32Array {
  const ranks = new Int32Array(words.length)
  const places = [...words.keys()].sort((a, b) => compareText(words[a] ?? '', words[b] ?? ''))
  for (const [rank, place] of places.entries()) ranks[place] = rank + 1
  return ranks
}
