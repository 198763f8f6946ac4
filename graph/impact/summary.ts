import type { Reach } from './change.ts'
import type { Impact } from './impact.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { entry } from './index-snapshot.ts'
import type { State } from './states.ts'
import { numbersOf } from './unknown-items.ts'

/** What a manager asks after first. */
const told = [
  { kind: 'ValueStream', one: 'value stream', many: 'value streams' },
  { kind: 'Service', one: 'service', many: 'services' },
] as const

/** States in words, from worst to best. */
const words: readonly (readonly [State, string])[] = [
  ['DOWN', 'down'],
  ['DEGRADED', 'degraded'],
  ['AT_RISK', 'at risk'],
]

/**
 * The answer to "what if these fail?" in one sentence: "With Ticketing down: of 9 value streams 3 are down and 2 degraded;
 * no service is affected. 41 more items aren't OK."
 * @param declared what the question declared, by id. The impact must not be cut, or its sums would be too small.
 * @throws UnknownItems for ids that the snapshot doesn't have.
 */
export function summaryOf(index: IndexedSnapshot, declared: ReadonlyMap<string, State>, impact: Impact): string {
  const numbers = numbersOf(index, declared.keys())
  const failed = [...declared.values()].map((state, i) => {
    const [, word = 'OK'] = words.find(([each]) => each === state) ?? []
    return `${entry(index.items, numbers[i] ?? -1).name} ${word}`
  })
  const others = [...impact.affected.values()].filter(({ item }) => !declared.has(item.id))
  if (others.length === 0) return `With ${list.format(failed)}, nothing else is affected.`
  const parts = told.map(({ kind, one, many }) => {
    const states = words.flatMap(([state, word]) => {
      const count = others.filter((each) => each.item.kind === kind && each.state === state).length
      return count === 0 ? [] : [{ count, word }]
    })
    if (states.length === 0) return `no ${one} is affected`
    const all = index.items.filter((item) => item.kind === kind).length
    const [first, ...rest] = states.map(({ count, word }, i) =>
      i === 0 ? `${count} ${count === 1 ? 'is' : 'are'} ${word}` : `${count} ${word}`,
    )
    return `of ${all} ${all === 1 ? one : many} ${list.format([first ?? '', ...rest])}`
  })
  const kinds = new Set<string>(told.map(({ kind }) => kind))
  const more = others.filter(({ item }) => !kinds.has(item.kind)).length
  const rest = more === 0 ? '' : ` ${more} other ${more === 1 ? 'item isn’t' : 'items aren’t'} OK.`
  return `With ${list.format(failed)}: ${parts.join('; ')}.${rest}`
}

/**
 * The answer to "what must be looked at again?", or to "what does this need?", in one sentence: "If Ticketing changes, 61
 * items must be looked at again, 4 value streams and 2 services among them."
 * @param total how many items are reached, those that limits left out among them.
 */
export function reachSummary(
  index: IndexedSnapshot,
  ids: readonly string[],
  { reached }: Reach,
  total: number,
  direction: 'CHANGE' | 'UPSTREAM',
): string {
  const names = list.format(numbersOf(index, ids).map((number) => entry(index.items, number).name))
  const several = ids.length === 1 ? 's' : ''
  if (total === 0) {
    return direction === 'CHANGE' ? `Nothing depends on ${names}.` : `${names} need${several} nothing.`
  }
  const items = `${total} ${total === 1 ? 'item' : 'items'}`
  if (direction === 'UPSTREAM') return `${names} need${several} ${items}, all the way down.`
  const among = told.flatMap(({ kind, one, many }) => {
    const count = [...reached.values()].filter(({ item }) => item.kind === kind).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  const which = among.length === 0 ? '' : `, ${list.format(among)} among them`
  return `If ${names} change${several}, ${items} must be looked at again${which}.`
}

const list = new Intl.ListFormat('en-GB')
