import type { HandOff, MapTime, StreamMap } from '../../../../site/src/diagrams/stream-map/stream-map.ts'
import { activities, madeMap, practices } from './made-map.ts'
import type { MadeWay } from './made-map.ts'

/** The same stream of so many steps every time, such as an organisation would draw it: a line with some branches and loops. */
export function steadyMap(count: number): StreamMap {
  let seed = 11
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  const names = [
    'Capture the report',
    'Find a solution or a workaround',
    'Check for clashing rights',
    'Approve',
    'Order the parts',
    'Tell everybody who waits',
    'Review for an underlying problem',
    'Hand over to the night shift',
  ]
  const times = (most: number): MapTime => {
    const minutes = Math.ceil(random() ** 3 * most)
    return {
      minutes,
      text:
        minutes < 60
          ? `${minutes} min`
          : minutes < 480
            ? `${Math.floor(minutes / 60)} h`
            : `${Math.floor(minutes / 480)} d ${Math.floor((minutes % 480) / 60)} h`,
    }
  }
  let lane = 1
  const raw = Array.from({ length: count }, () => {
    if (random() < 0.4) lane = Math.floor(random() * 6)
    const [first, second] = [pick(practices.slice(0, 5)), pick(practices.slice(0, 5))]
    return {
      name: pick(names),
      optional: random() < 0.1,
      activity: activities[lane] as (typeof activities)[number],
      practices: random() < 0.3 && first !== second ? [first, second] : [first],
      process: times(200),
      lead: times(3000),
      wait: times(2800),
      completeAndAccurate: 60 + Math.floor(random() * 40),
    }
  })
  const skips = new Set<number>()
  const extra = raw.flatMap((_, i): MadeWay[] => {
    const back =
      i > 2 && random() < 0.15
        ? [
            {
              from: i,
              to: Math.max(0, i - 1 - Math.floor(random() * 5)),
              loop: true,
              share: 5 + Math.floor(random() * 20),
              handOff: pick<HandOff>(['NONE', 'BOTH']),
            },
          ]
        : []
    if (i + 2 >= count || random() > 0.15 || skips.has(i - 1)) return back
    skips.add(i)
    return [
      { from: i, to: i + 2, loop: false, share: 39, handOff: 'PRACTICE' as const },
      { from: i, to: i + 1, loop: false, share: 61, handOff: 'PERFORMER' as const },
      ...back,
    ]
  })
  // Where a way skips a step, half of the skipped steps stand beside the next one, not before it.
  return madeMap(
    raw,
    raw.map((_, i) => !skips.has(i - 1) || i % 2 === 0),
    extra,
    'AS_IS',
  )
}
