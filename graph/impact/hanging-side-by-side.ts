import { alternativesSideBySide } from './alternatives.ts'
import type { AlternativesOf } from './alternatives.ts'
import { circlesUpstream } from './circles.ts'
import { sumOfHit } from './hit-share.ts'
import { compareItems } from './compare-items.ts'
import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { hasLane, lanesAtOnce } from './lanes.ts'
import { failSideBySide } from './side-by-side.ts'
import type { SideBySide } from './side-by-side.ts'
import { levels, stateAt } from './states.ts'
import type { Steps } from './steps.ts'
import { withoutCapacity } from './supplier-capacities.ts'
import type { Hanging, HangingOn, HangingStream, SharesOf } from './supplier-concentration.ts'
import { targetsHit } from './targets-hit.ts'
import type { TargetsHit } from './targets-hit.ts'
import { toldAtMost } from './too-much.ts'
import { wiringOf } from './wiring.ts'

type OnFailure = Pick<HangingOn, 'streams' | 'services'>

/** A stream or service that may hang on a supplier. */
interface Target {
  readonly id: string
  readonly item: number
  readonly isStream: boolean
  /** Of a stream, by the numbers of its steps. */
  readonly parts: readonly (readonly [step: number, part: number])[] | undefined
}

/**
 * What hangs on each of some items, the suppliers in their capacities: what follows where it fails alone.
 * @param most how many streams and services are told at most, each as often as it hangs on something.
 * @throws TooMuch where there are more.
 */
export function* hangingSideBySide(
  index: IndexedSnapshot,
  failing: readonly number[],
  sharesOf: SharesOf,
  most: number,
): Steps<OnFailure[]> {
  const targets = targetsIn(index, sharesOf)
  const items = targets.map(({ item }) => item)
  const steps = targets.flatMap(({ parts }) => parts ?? []).map(([step]) => step)
  const circles = yield* circlesUpstream(index, [...new Set([...items, ...steps])])
  const wiring = yield* wiringOf(index, circles)
  // What no stream and no service needs has no circle, and nothing hangs on it.
  const known = [...new Set(failing)].filter((item) => circles.componentOf[item] !== -1)
  const atOnce = lanesAtOnce(wiring.count)
  const tell = toldAtMost(most)
  const found = new Map<number, OnFailure>()
  for (let first = 0; first < known.length; first += atOnce) {
    const some = known.slice(first, first + atOnce)
    const sideBySide = yield* failSideBySide(index, wiring, some)
    const hitIn = yield* targetsHit(index, sideBySide, some, items)
    const alternativesOf = yield* alternativesSideBySide(index, circles, sideBySide)
    for (const [lane, item] of some.entries()) {
      yield
      const hanging = hangingIn(sideBySide, lane, targets, hitIn, alternativesOf)
      tell(hanging.streams.length + hanging.services.length)
      found.set(item, hanging)
    }
  }
  return failing.map((item) => found.get(item) ?? { streams: [], services: [] })
}

/** All streams and services by name and id. */
function targetsIn(index: IndexedSnapshot, sharesOf: SharesOf): Target[] {
  return index.items
    .filter(({ kind }) => kind === 'ValueStream' || kind === 'Service')
    .sort(compareItems)
    .map(({ id, kind }) => {
      const isStream = kind === 'ValueStream'
      const parts = isStream ? sharesOf(id) : undefined
      const numbered = parts && [...parts].map(([step, part]) => [index.numbers.get(step) ?? -1, part] as const)
      return { id, item: index.numbers.get(id) ?? -1, isStream, parts: numbered?.filter(([step]) => step !== -1) }
    })
}

/** What hangs on the item that fails in a lane: the worst first, then the nearest, then by name and id. */
function hangingIn(
  { lanes, at }: SideBySide,
  lane: number,
  targets: readonly Target[],
  hitIn: TargetsHit,
  alternativesOf: AlternativesOf,
): OnFailure {
  const isHit = (item: number, level: number): boolean => hasLane(lanes, at(item, level), lane)
  const streams: HangingStream[] = []
  const services: Hanging[] = []
  for (const { place, level } of hitIn(lane)) {
    const { id, item, isStream, parts } = entry(targets, place)
    const alone = level >= levels.DEGRADED
    const alternatives = (alone ? [] : alternativesOf(item, lane)).map(({ of, group, left }) => ({
      ...{ of: withoutCapacity(of), group, left: left.map(withoutCapacity) },
    }))
    const hanging: Hanging = { id, state: stateAt(level) as Hanging['state'], alone, alternatives }
    const share = (from: number): number | undefined => parts && sumOfHit(parts, (step) => isHit(step, from))
    if (isStream) streams.push({ ...hanging, share: share(levels.AT_RISK), shareAlone: share(levels.DEGRADED) })
    else services.push(hanging)
  }
  return { streams, services }
}
