import type { Reach } from './change.ts'
import { StateCounter } from './harm.ts'
import type { Harm, StateCounts } from './harm.ts'
import type { Impact } from './impact.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { entry } from './index-snapshot.ts'
import { english } from './phrases.ts'
import type { Phrases, ToldKind } from './phrases.ts'
import { levels, stateAt } from './states.ts'
import type { State } from './states.ts'
import { numbersOf } from './unknown-items.ts'

/** What a manager asks after first. */
const told = ['ValueStream', 'Service'] as const

/**
 * The answer to "what if these fail?" in one sentence: "With Ticketing down: of 9 value streams 3 are down and 2 degraded;
 * no service is affected. 41 more items aren't OK."
 * @param declared what the question declared, by id.
 * @param phrases of the language that it is said in.
 * @throws UnknownItems for ids that the snapshot doesn't have.
 */
export function summaryOf(
  index: IndexedSnapshot,
  declared: ReadonlyMap<string, State>,
  impact: Impact,
  phrases: Phrases = english,
): string {
  const [streams, services, others] = [new StateCounter(), new StateCounter(), new StateCounter()]
  for (const [number, level] of impact.levels.entries()) {
    if (level === levels.OK) continue
    const { id, kind } = entry(index.items, number)
    if (declared.has(id)) continue
    others.count(stateAt(level))
    if (kind === 'ValueStream') streams.count(stateAt(level))
    else if (kind === 'Service') services.count(stateAt(level))
  }
  return summaryOfCounts(index, declared, { streams, services }, others, phrases)
}

/**
 * The same sentence, for whoever has only counted what isn't OK. What was declared isn't counted.
 * @param harm what is done to streams and services.
 * @param counts items of all kinds, streams and services among them.
 * @throws UnknownItems for ids that the snapshot doesn't have.
 */
export function summaryOfCounts(
  index: IndexedSnapshot,
  declared: ReadonlyMap<string, State>,
  harm: Harm,
  counts: StateCounts,
  phrases: Phrases = english,
): string {
  const numbers = numbersOf(index, declared.keys())
  const failing = numbers.map((number) => entry(index.items, number))
  const failed = [...declared.values()].map((state, i) => ({ name: entry(failing, i).name, state }))
  const kinds = told.map((kind) => {
    const own = failing.filter((item) => item.kind === kind).length
    const hit = kind === 'ValueStream' ? harm.streams : harm.services
    return { kind, others: own > 0, all: countOf(index, kind) - own, states: statesIn(hit) }
  })
  const [all, ...ofKinds] = [counts, harm.streams, harm.services].map(sumOf)
  const others = ofKinds.reduce((left, some) => left - some, all ?? 0)
  return phrases.summary({ failed, kinds, others, nothing: all === 0 })
}

const sumOf = ({ down, degraded, atRisk }: StateCounts): number => down + degraded + atRisk

/** How many are in which state, the worst first; states that none is in are left out. */
const statesIn = ({ down, degraded, atRisk }: StateCounts): { readonly state: State; readonly count: number }[] =>
  [
    { state: 'DOWN' as const, count: down },
    { state: 'DEGRADED' as const, count: degraded },
    { state: 'AT_RISK' as const, count: atRisk },
  ].filter(({ count }) => count > 0)

/** How many items of a kind there are: counted once, because sentences are made by the thousand. */
function countOf(index: IndexedSnapshot, kind: ToldKind): number {
  const known = counted.get(index) ?? countItems(index)
  counted.set(index, known)
  return known[kind]
}

const counted = new WeakMap<IndexedSnapshot, Readonly<Record<ToldKind, number>>>()

function countItems({ items }: IndexedSnapshot): Readonly<Record<ToldKind, number>> {
  const count = (wanted: ToldKind): number => items.filter(({ kind }) => kind === wanted).length
  return { ValueStream: count('ValueStream'), Service: count('Service') }
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
  const counts = new Map<string, number>()
  for (const { item } of reached.values()) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1)
  const kinds = told.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }))
  return phrases.reach({ question, names, total, kinds: kinds.filter(({ count }) => count > 0) })
}
