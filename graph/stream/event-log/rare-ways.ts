import type { Follow } from './follows.ts'
import { firstOf, many } from './left-out.ts'
import type { LeftOut } from './left-out.ts'

/**
 * Divides ways into those that count and those that a smaller part than `leastShare` (0–1) of the visits at their step take.
 * The most frequent way out of each step and into each step always counts, however rare it is: no step loses them all.
 * @param follows the most frequent first.
 * @param visits of each activity.
 */
export function withoutRare(
  follows: readonly Follow[],
  visits: ReadonlyMap<number, number>,
  leastShare: number,
): { kept: Follow[]; rare: Follow[] } {
  const [left, entered] = [new Set<number>(), new Set<number>()]
  const [kept, rare]: [Follow[], Follow[]] = [[], []]
  for (const way of follows) {
    const isFirst = way.from !== way.to && (!left.has(way.from) || !entered.has(way.to))
    const counts = isFirst || way.count >= leastShare * (visits.get(way.from) ?? 0)
    ;(counts ? kept : rare).push(way)
    if (way.from === way.to) continue
    left.add(way.from)
    entered.add(way.to)
  }
  return { kept, rare }
}

/** Says which ways are left out: how many, how rare they are, and the most frequent ones by name. */
export function rareWays(
  rare: readonly Follow[],
  follows: readonly Follow[],
  leastShare: number,
  names: readonly string[],
): LeftOut[] {
  if (rare.length === 0) return []
  const sum = (ways: readonly Follow[]): number => ways.reduce((all, { count }) => all + count, 0)
  const loops = rare.filter(({ repeats, count }) => repeats > count / 2)
  const strongest = rare.toSorted((a, b) => b.count - a.count)
  const part = (100 * sum(rare)) / sum(follows)
  const named = strongest.map(
    ({ from, to, count }) => `${names[from] ?? ''} → ${names[to] ?? ''} (${many(count, 'time')})`,
  )
  const message = [
    `${many(rare.length, 'way')} that fewer than ${Math.round(leastShare * 10_000) / 100}% of the visits at ${rare.length === 1 ? 'its' : 'their'} step take (--least-share)`,
    loops.length === 0 ? '' : `, ${many(loops.length, 'loop')} among them`,
    `; ${many(sum(rare), 'time')} in all, ${part < 0.1 ? 'less than 0.1' : part.toFixed(1)}% of all: ${firstOf(named)}.`,
  ].join('')
  return [{ what: 'RARE_WAYS', count: rare.length, message }]
}
