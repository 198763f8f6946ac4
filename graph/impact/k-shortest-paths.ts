import { compareText, entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Path } from './path.ts'
import type { Need } from './snapshot.ts'
import { numbersOf } from './unknown-items.ts'

/**
 * The shortest paths between two items that come to no item twice, along needs and relations that carry only change,
 * whichever end needs the other: the shortest first, those of one length in the order of their ids. Two paths differ in
 * the items that they come to; where two items have several relations, a hop is the first by type.
 *
 * Yen's algorithm: at most k × length searches, each breadth first.
 * @param k how many at most.
 * @param relations types of the relations that are followed. Left out: all.
 * @throws UnknownItems where the snapshot doesn't have one of the two, or both.
 */
export function kShortestPaths(
  index: IndexedSnapshot,
  from: string,
  to: string,
  k: number,
  relations?: readonly string[],
): Path[] {
  const [start = -1, goal = -1] = numbersOf(index, [from, to])
  const joins = joinsOf(index, relations && new Set(relations))
  const taken: Candidate[] = []
  const candidates: Candidate[] = []
  const consider = (begin: readonly number[], banned: readonly number[]): void => {
    const items = shortest(joins, index.items.length, begin, goal, banned)
    if (items !== undefined) candidates.push({ items, begin: begin.length, banned })
  }
  consider([start], [])
  while (taken.length < k) {
    const best = takeLeast(candidates)
    if (best === undefined) break
    taken.push(best)
    // What is left of the paths of which `best` was the least: those that part from it, at each of its items in turn.
    for (let length = best.begin; length < best.items.length; length += 1) {
      const banned = length === best.begin ? best.banned : []
      consider(best.items.slice(0, length), [...banned, entry(best.items, length)])
    }
  }
  return taken.map(({ items }) => ({
    items: items.map((item) => entry(index.items, item).id),
    hops: items.slice(1).map((item, i) => ({ need: firstByType(index, joins(entry(items, i)), item) })),
  }))
}

/** The least of the paths that begin with its first `begin` items and don't go on to one that is banned. */
interface Candidate {
  readonly items: readonly number[]
  readonly begin: number
  readonly banned: readonly number[]
}

function takeLeast(candidates: Candidate[]): Candidate | undefined {
  const least = candidates.toSorted((a, b) => comparePaths(a.items, b.items))[0]
  if (least !== undefined) candidates.splice(candidates.indexOf(least), 1)
  return least
}

/** By length, then by the items' numbers, which are in the order of ids. */
function comparePaths(a: readonly number[], b: readonly number[]): number {
  const parting = a.findIndex((item, i) => item !== b[i])
  return a.length - b.length || (a[parting] ?? 0) - (b[parting] ?? 0)
}

/** A need, and the item that it joins to the one at hand. */
interface Join {
  readonly need: number
  readonly item: number
}

/** An item's joins, worked out when they are first asked for. */
function joinsOf(index: IndexedSnapshot, types: ReadonlySet<string> | undefined): (item: number) => readonly Join[] {
  const known = new Map<number, readonly Join[]>()
  const find = (item: number): readonly Join[] =>
    [
      ...(index.needsOf[item] ?? []).map((need) => ({ need, item: index.needed[need] ?? -1 })),
      ...(index.neededBy[item] ?? []).map((need) => ({ need, item: index.dependent[need] ?? -1 })),
    ].filter(({ need }) => types?.has(entry(index.needs, need).type) !== false)
  return (item) => {
    const joins = known.get(item) ?? find(item)
    known.set(item, joins)
    return joins
  }
}

function firstByType(index: IndexedSnapshot, joins: readonly Join[], item: number): Need {
  const needs = joins.filter((join) => join.item === item).map(({ need }) => entry(index.needs, need))
  return entry(
    needs.sort((a, b) => compareText(a.type, b.type) || compareText(a.dependent, b.dependent)),
    0,
  )
}

/**
 * The least path that begins with some items and comes to none twice, its next item not banned; undefined where there is
 * none. Distances are measured from the goal, then the path goes down them, each time to the first of the nearest.
 */
function shortest(
  joins: (item: number) => readonly Join[],
  size: number,
  begin: readonly number[],
  goal: number,
  banned: readonly number[],
): readonly number[] | undefined {
  const last = begin.at(-1)
  if (last === undefined || last === goal) return begin
  const distances = distancesTo(joins, size, goal, begin)
  const nearestTo = (item: number, without: readonly number[]): number | undefined => {
    const open = joins(item)
      .map((join) => join.item)
      .filter((each) => distances[each] !== unreached && !without.includes(each))
    return open.sort((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0) || a - b)[0]
  }
  const path = [...begin]
  for (let next = nearestTo(last, banned); next !== undefined; next = next === goal ? undefined : nearestTo(next, [])) {
    path.push(next)
  }
  return path.at(-1) === goal ? path : undefined
}

const unreached = -1

/** How far each item is from the goal by ways that don't come to the blocked ones; these stay unreached themselves. */
function distancesTo(
  joins: (item: number) => readonly Join[],
  size: number,
  goal: number,
  blocked: readonly number[],
): Int32Array {
  const distances = new Int32Array(size).fill(unreached)
  distances[goal] = 0
  // What is come to joins the list, and its turn comes too.
  const open = [goal]
  for (const item of open) {
    for (const { item: other } of joins(item)) {
      if (distances[other] !== unreached || blocked.includes(other)) continue
      distances[other] = (distances[item] ?? 0) + 1
      open.push(other)
    }
  }
  return distances
}
