import type { Need, Snapshot, SnapshotItem } from './snapshot.ts'
import { weakeningOf } from './states.ts'

/**
 * A snapshot made ready for questions: items, needs and redundancy groups are numbered from 0. Items are numbered by id,
 * needs by dependent, group, needed item and type, so no answer depends on the order in which a snapshot lists them.
 */
export interface IndexedSnapshot {
  readonly items: readonly SnapshotItem[]
  readonly needs: readonly Need[]
  /** The number of each id. */
  readonly numbers: ReadonlyMap<string, number>
  /** For each item, its needs. */
  readonly needsOf: readonly (readonly number[])[]
  /** For each item, the needs of others that it meets. */
  readonly neededBy: readonly (readonly number[])[]
  /** For each item, the groups of its needs. */
  readonly groupsOf: readonly (readonly number[])[]
  /** For each need, the item that needs. */
  readonly dependent: Int32Array
  /** For each need, the item that it needs. */
  readonly needed: Int32Array
  /** For each need, how many rungs it takes off the ladder: `weakeningOf`. */
  readonly weakening: Uint8Array
  /** For each need, its group. A need that nothing backs up is a group of its own. */
  readonly groupOf: Int32Array
  /** For each group, its first need; one entry more than there are groups, so each ends where the next begins. */
  readonly firstNeed: Int32Array
  /** For each group, how many of its needs must still be met: from 1 to all. */
  readonly atLeast: Int32Array
}

/**
 * Indexes a snapshot: once, for any number of questions. O(n log n).
 * @throws Error where two items have the same id, or a need's end isn't among the items: no answer would be right.
 */
export function indexSnapshot(snapshot: Snapshot): IndexedSnapshot {
  const items = snapshot.items.toSorted((a, b) => compareText(a.id, b.id))
  const twice = items.find((item, number) => item.id === items[number + 1]?.id)
  if (twice !== undefined) throw new Error(`The snapshot has two items ${twice.id}.`)
  const numbers = new Map(items.map((item, number) => [item.id, number]))
  const ends = numberedNeeds(snapshot.needs, numbers)
  const needs = ends.map(({ need }) => need)
  const firsts = [...needs.keys()].filter((number) => !backUp(needs[number - 1], needs[number]))
  const groups = firsts.map((first, number) => needs.slice(first, firsts[number + 1]))

  const lists = (): number[][] => items.map(() => [])
  const [needsOf, neededBy, groupsOf] = [lists(), lists(), lists()]
  for (const [number, { dependent, needed }] of ends.entries()) {
    needsOf[dependent]?.push(number)
    neededBy[needed]?.push(number)
  }
  for (const [number, first] of firsts.entries()) groupsOf[ends[first]?.dependent ?? -1]?.push(number)
  return {
    items,
    needs,
    numbers,
    needsOf,
    neededBy,
    groupsOf,
    dependent: new Int32Array(ends.map(({ dependent }) => dependent)),
    needed: new Int32Array(ends.map(({ needed }) => needed)),
    weakening: new Uint8Array(needs.map(({ criticality }) => weakeningOf(criticality))),
    groupOf: new Int32Array(groups.flatMap((members, number) => members.map(() => number))),
    firstNeed: new Int32Array([...firsts, needs.length]),
    atLeast: new Int32Array(groups.map(mustWork)),
  }
}

/** A need with its ends' numbers. */
interface Ends {
  readonly need: Need
  readonly dependent: number
  readonly needed: number
}

/** The needs by dependent, group, needed item and type. */
function numberedNeeds(needs: readonly Need[], numbers: ReadonlyMap<string, number>): Ends[] {
  const numberOf = (id: string, { dependent, type, needed }: Need): number => {
    const number = numbers.get(id)
    if (number === undefined) throw new Error(`The snapshot has no item ${id}: ${dependent} -${type}-> ${needed}.`)
    return number
  }
  const byDependent = Array.from(numbers, (): Ends[] => [])
  for (const need of needs) {
    const dependent = numberOf(need.dependent, need)
    byDependent[dependent]?.push({ need, dependent, needed: numberOf(need.needed, need) })
  }
  return byDependent.flatMap((some) =>
    some.sort(
      (a, b) =>
        compareText(groupName(a.need), groupName(b.need)) ||
        a.needed - b.needed ||
        compareText(a.need.type, b.need.type) ||
        a.need.relation - b.need.relation,
    ),
  )
}

/** Whether two needs are of one group. */
function backUp(a: Need | undefined, b: Need | undefined): boolean {
  if (a === undefined || b === undefined || a.dependent !== b.dependent) return false
  return groupName(a) !== '' && groupName(a) === groupName(b)
}

/** How many of a group's needs must still be met: see `Need.atLeast`. */
function mustWork(members: readonly Need[]): number {
  return members.reduce((most, { atLeast = 1 }) => Math.min(members.length, Math.max(most, atLeast)), 1)
}

/** Empty where nothing backs the need up, as with all that carries only change. */
function groupName({ criticality, redundancyGroup = '' }: Need): string {
  return criticality === undefined ? '' : redundancyGroup
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

/** By name, then by id. */
export function compareItems(a: SnapshotItem, b: SnapshotItem): number {
  return compareText(a.name, b.name) || compareText(a.id, b.id)
}

/** By code units: the same in every place and language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
