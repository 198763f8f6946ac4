import type { IndexedSnapshot } from '../../../graph/impact/index-snapshot.ts'
import type { Toward } from '../../../graph/impact/restriction.ts'

/**
 * Whether more than so many items hang on an item, or it hangs on more, by any number of needs. It stops as soon as it knows,
 * so it is cheap to ask of every item.
 * @param item its number.
 */
export function reachesMore(index: IndexedSnapshot, item: number, toward: Toward, most: number): boolean {
  const [lists, ends] = toward === 'DEPENDENTS' ? [index.neededBy, index.dependent] : [index.needsOf, index.needed]
  const { reachedFor, next } = marksOf(index)
  const turn = next()
  const reached = [item]
  reachedFor[item] = turn
  // What is come to joins the list, and its turn comes too.
  for (const each of reached) {
    for (let place = lists.begins(each); place < lists.begins(each + 1); place += 1) {
      const end = ends[lists.entry(place)] ?? each
      if (reachedFor[end] === turn) continue
      reachedFor[end] = turn
      if (reached.push(end) > most + 1) return true
    }
  }
  return false
}

/** For each item, the last question that came to it: kept from question to question, so that none has to be cleared. */
interface Marks {
  readonly reachedFor: Uint32Array
  readonly next: () => number
}

const known = new WeakMap<IndexedSnapshot, Marks>()

function marksOf(index: IndexedSnapshot): Marks {
  const found = known.get(index)
  if (found !== undefined) return found
  let turn = 0
  const made = { reachedFor: new Uint32Array(index.items.length), next: () => (turn += 1) }
  known.set(index, made)
  return made
}
