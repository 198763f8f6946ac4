import type { Follow, LogActivity } from './follows.ts'
import { firstOf, many } from './left-out.ts'
import type { LeftOut } from './left-out.ts'
import type { Variant } from './variants.ts'

/** What some cases do. */
interface Doings {
  readonly activities: readonly LogActivity[]
  readonly follows: readonly Follow[]
}

/**
 * Says what goes with the variants that aren't kept: steps and ways that no kept case has, and how much of what cases do
 * again. Rework is what makes variants rare, so it goes first.
 */
export function rareVariants(
  variants: readonly Variant[],
  kept: readonly Variant[],
  whole: Doings,
  rest: Doings,
  names: readonly string[],
): LeftOut[] {
  const sum = (some: readonly Variant[]): number => some.reduce((all, { traces }) => all + traces.length, 0)
  const [all, count] = [sum(variants), sum(variants.slice(kept.length))]
  if (count === 0) return []
  const name = (activity: number): string => names[activity] ?? ''
  const stillDone = new Set(rest.activities.map(({ activity }) => activity))
  const stillTaken = new Set(rest.follows.map(({ from, to }) => `${from},${to}`))
  const steps = whole.activities.filter(({ activity }) => !stillDone.has(activity))
  const ways = whole.follows.filter(({ from, to }) => !stillTaken.has(`${from},${to}`))
  const loops = ways.filter(({ repeats, count: times }) => repeats > times / 2)
  const others = ways.filter((way) => !loops.includes(way))
  const named = (some: readonly Follow[]): string =>
    firstOf(some.map((way) => `${name(way.from)} → ${name(way.to)} (${many(way.count, 'time')})`))
  const lost = [
    ...(steps.length === 0
      ? []
      : [
          `${many(steps.length, 'step')}: ${firstOf(steps.toSorted((a, b) => b.visits - a.visits).map(({ activity }) => name(activity)))}`,
        ]),
    ...(loops.length === 0 ? [] : [`${many(loops.length, 'loop')}: ${named(loops)}`]),
    ...(others.length === 0 ? [] : [`${many(others.length, 'other way')}: ${named(others)}`]),
  ]
  const [before, after] = [again(whole) / all, again(rest) / (all - count)]
  const message = [
    `${many(count, 'case')} of ${many(variants.length - kept.length, 'rare variant')} (--coverage)`,
    ...(lost.length === 0 ? [] : [`, and with them ${lost.join('; ')}`]),
    '.',
    ...(rounded(before) === rounded(after)
      ? []
      : [
          ` All finished cases do something again ${rounded(before)} times each, the kept ones ${rounded(after)} times.`,
        ]),
  ]
  return [{ what: 'RARE_VARIANTS', count, message: message.join('') }]
}

/** How many visits are to an activity that the case had been at before. */
const again = ({ activities }: Doings): number => activities.reduce((sum, { visits, cases }) => sum + visits - cases, 0)

const rounded = (number: number): string => number.toFixed(2)
