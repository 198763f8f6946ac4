import { compareText } from '../text/compare-text.ts'
import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { joinedAlong, leastPathsTo } from './least-path.ts'
import type { Path } from './path.ts'
import { followable } from './restriction.ts'
import type { Need } from './snapshot.ts'
import { toEnd } from './steps.ts'
import type { Steps } from './steps.ts'
import { numbersOf } from './unknown-items.ts'

/**
 * The shortest paths between two items that come to no item twice, along needs and relations that carry only change,
 * whichever end needs the other: the shortest first, those of one length in the order of their ids. Two paths differ in
 * the items that they come to; where two items have several relations, a hop is the first by type.
 *
 * Yen's algorithm with Lawler's shortcut: at most k × length searches, led by distances that are measured once.
 * @param k how many at most.
 * @param relations types of the relations that are followed. Left out: all.
 * @throws UnknownItems where the snapshot doesn't have one of the two, or both.
 */
export const kShortestPaths = (
  index: IndexedSnapshot,
  from: string,
  to: string,
  k: number,
  relations?: readonly string[],
): Path[] => toEnd(kShortestPathsInSteps(index, from, to, k, relations))

/** What `kShortestPaths` finds, in steps. */
export function* kShortestPathsInSteps(
  index: IndexedSnapshot,
  from: string,
  to: string,
  k: number,
  relations?: readonly string[],
): Steps<Path[]> {
  const [start = -1, goal = -1] = numbersOf(index, [from, to])
  const follow = followable(index, { relations }, 'NEEDED')
  const leastPath = yield* leastPathsTo(goal, index.items.length, joinedAlong(index, follow))
  const taken: Candidate[] = []
  const candidates: Candidate[] = []
  const consider = (begin: readonly number[], banned: readonly number[]): void => {
    const items = leastPath(begin, banned)
    if (items !== undefined) candidates.push({ items, begin: begin.length, banned })
  }
  consider([start], [])
  while (taken.length < k) {
    const best = takeLeast(candidates)
    if (best === undefined) break
    taken.push(best)
    yield
    // What is left of the paths of which `best` was the least: those that part from it, at each of its items in turn.
    for (let length = best.begin; length < best.items.length; length += 1) {
      const banned = length === best.begin ? best.banned : []
      consider(best.items.slice(0, length), [...banned, entry(best.items, length)])
    }
  }
  return taken.map(({ items }) => ({
    items: items.map((item) => entry(index.items, item).id),
    hops: items.slice(1).map((item, i) => ({ need: firstByType(index, follow, entry(items, i), item) })),
  }))
}

/** The least of the paths that begin with its first `begin` items and don't go on to one that is banned. */
interface Candidate {
  readonly items: readonly number[]
  readonly begin: number
  readonly banned: readonly number[]
}

function takeLeast(candidates: Candidate[]): Candidate | undefined {
  const [first, ...others] = candidates
  if (first === undefined) return undefined
  const least = others.reduce((best, each) => (comparePaths(each.items, best.items) < 0 ? each : best), first)
  candidates.splice(candidates.indexOf(least), 1)
  return least
}

/** By length, then by the items' numbers, which are in the order of ids. */
function comparePaths(a: readonly number[], b: readonly number[]): number {
  const parting = a.findIndex((item, i) => item !== b[i])
  return a.length - b.length || (a[parting] ?? 0) - (b[parting] ?? 0)
}

/** Of the needs between two items, the first by type. */
function firstByType(index: IndexedSnapshot, follow: (need: number) => boolean, one: number, other: number): Need {
  const needs = [
    ...index.needsOf.of(one).filter((need) => index.needed[need] === other),
    ...index.neededBy.of(one).filter((need) => index.dependent[need] === other),
  ]
  const followed = needs.filter(follow).map((need) => index.needs.at(need))
  return entry(
    followed.sort((a, b) => compareText(a.type, b.type) || compareText(a.dependent, b.dependent)),
    0,
  )
}
