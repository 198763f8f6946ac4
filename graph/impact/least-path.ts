import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Steps } from './steps.ts'

/** The items that needs join to an item, whichever of the two needs the other; one that is joined twice comes twice. */
export type JoinedTo = (item: number) => readonly number[]

/** What is joined along the needs that may be followed. Each item's are worked out when they are first asked for. */
export function joinedAlong(index: IndexedSnapshot, follow: (need: number) => boolean): JoinedTo {
  const known = new Map<number, readonly number[]>()
  return (item) => {
    const before = known.get(item)
    if (before !== undefined) return before
    const joined: number[] = []
    for (const need of index.needsOf.of(item)) if (follow(need)) joined.push(index.needed[need] ?? -1)
    for (const need of index.neededBy.of(item)) if (follow(need)) joined.push(index.dependent[need] ?? -1)
    known.set(item, joined)
    return joined
  }
}

const unreached = -1

/**
 * A search for least paths to one goal: the shortest, and of those of one length the first by its items' numbers.
 *
 * How far every item is from the goal is measured once. A path that must keep clear of some items is at least as long, so
 * that is what a search goes by (A*): it looks at little more than the items on the paths that it may choose from.
 * @param size more than any item's number.
 * @returns the least path that begins with some items, comes to none twice and doesn't go on to one that is banned;
 * undefined where there is none.
 */
export function* leastPathsTo(
  goal: number,
  size: number,
  joinedTo: JoinedTo,
): Steps<(begin: readonly number[], banned: readonly number[]) => readonly number[] | undefined> {
  const toGoal = new Int32Array(size).fill(unreached)
  toGoal[goal] = 0
  // What is come to joins the list, and its turn comes too.
  const open = [goal]
  let come = 0
  for (const item of open) {
    come += 1
    if (come % 1024 === 0) yield
    for (const other of joinedTo(item)) {
      if (toGoal[other] !== unreached) continue
      toGoal[other] = (toGoal[item] ?? 0) + 1
      open.push(other)
    }
  }

  return (begin, banned) => {
    const last = begin.at(-1)
    if (last === undefined || last === goal) return begin
    if (toGoal[last] === unreached) return undefined
    const clearOf = new Set(begin)
    // Where the goal's only neighbours are passed already, no search has to find out that no way is left.
    const isOpen = (other: number): boolean => (other === last ? !banned.includes(goal) : !clearOf.has(other))
    if (!joinedTo(goal).some(isOpen)) return undefined
    const away = awayFrom(last, goal, toGoal, joinedTo, clearOf, new Set(banned))
    if (!away.has(goal)) return undefined
    // Back from the goal, then forth along what was come by, each time to the first.
    const onPaths = new Set([goal])
    for (const item of onPaths) {
      for (const other of joinedTo(item)) if (away.get(other) === (away.get(item) ?? 0) - 1) onPaths.add(other)
    }
    const path = [...begin]
    for (let at = last; at !== goal; at = path.at(-1) ?? goal) {
      const next = joinedTo(at).filter((other) => onPaths.has(other) && away.get(other) === (away.get(at) ?? 0) + 1)
      path.push(next.reduce((least, other) => Math.min(least, other), size))
    }
    return path
  }
}

/**
 * How far items are from a start by ways that keep clear of others: right for all that lie on a shortest such way to the
 * goal; what surely leads to longer ones isn't looked at. Without the goal where no way leads there.
 */
function awayFrom(
  start: number,
  goal: number,
  toGoal: Int32Array,
  joinedTo: JoinedTo,
  clearOf: ReadonlySet<number>,
  banned: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const away = new Map([[start, 0]])
  /** Items by the least length that a way through them can have. */
  const open: number[][] = []
  const add = (item: number, distance: number): void => {
    away.set(item, distance)
    ;(open[distance + (toGoal[item] ?? 0)] ??= []).push(item)
  }
  add(start, 0)
  for (let length = 0; length < open.length && (away.get(goal) ?? length) >= length; length += 1) {
    // What is found on the way joins the list, and its turn comes too.
    for (const item of open[length] ?? []) {
      const distance = away.get(item) ?? 0
      // A shorter way to it was found, and gone on from, since it was put here.
      if (distance + (toGoal[item] ?? 0) !== length) continue
      for (const other of joinedTo(item)) {
        if (clearOf.has(other) || (item === start && banned.has(other))) continue
        if (distance + 1 < (away.get(other) ?? Infinity)) add(other, distance + 1)
      }
    }
  }
  return away
}
