import type { Reach } from './change.ts'
import type { Impact } from './impact.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { entry } from './index-snapshot.ts'
import { english } from './phrases.ts'
import type { Phrases } from './phrases.ts'
import { states } from './states.ts'
import type { State } from './states.ts'
import { numbersOf } from './unknown-items.ts'

/** What a manager asks after first. */
const told = ['ValueStream', 'Service'] as const

/** States that are told, from worst to best. */
const worstFirst = states.filter((state) => state !== 'OK').toReversed()

/**
 * The answer to "what if these fail?" in one sentence: "With Ticketing down: of 9 value streams 3 are down and 2 degraded;
 * no service is affected. 41 more items aren't OK."
 * @param declared what the question declared, by id. The impact must not be cut, or its sums would be too small.
 * @param phrases of the language that it is said in.
 * @throws UnknownItems for ids that the snapshot doesn't have.
 */
export function summaryOf(
  index: IndexedSnapshot,
  declared: ReadonlyMap<string, State>,
  impact: Impact,
  phrases: Phrases = english,
): string {
  const numbers = numbersOf(index, declared.keys())
  const failed = [...declared.values()].map((state, i) => ({ name: entry(index.items, numbers[i] ?? -1).name, state }))
  const others = [...impact.affected.values()].filter(({ item }) => !declared.has(item.id))
  const kinds = told.map((kind) => {
    const some = others.filter(({ item }) => item.kind === kind)
    const counts = worstFirst.map((state) => ({ state, count: some.filter((each) => each.state === state).length }))
    const all = index.items.filter((item) => item.kind === kind)
    const rest = all.filter(({ id }) => !declared.has(id))
    return { kind, others: rest.length < all.length, all: rest.length, states: counts.filter(({ count }) => count > 0) }
  })
  const more = others.filter(({ item }) => told.every((kind) => kind !== item.kind)).length
  return phrases.summary({ failed, kinds, others: more, nothing: others.length === 0 })
}

/**
 * The answer to "what must be looked at again?", or to "what does this need?", in one sentence: "If Ticketing changes, 61
 * items must be looked at again, 4 value streams and 2 services among them."
 * @param total how many items are reached, those that limits left out among them.
 * @param phrases of the language that it is said in.
 */
export function reachSummary(
  index: IndexedSnapshot,
  ids: readonly string[],
  { reached }: Reach,
  total: number,
  question: 'CHANGE' | 'UPSTREAM',
  phrases: Phrases = english,
): string {
  const names = numbersOf(index, ids).map((number) => entry(index.items, number).name)
  const kinds = told.map((kind) => ({
    kind,
    count: [...reached.values()].filter(({ item }) => item.kind === kind).length,
  }))
  return phrases.reach({ question, names, total, kinds: kinds.filter(({ count }) => count > 0) })
}
