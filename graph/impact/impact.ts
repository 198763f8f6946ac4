import { cutAt } from './cut.ts'
import type { Cut } from './cut.ts'
import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Hop, Trail } from './path.ts'
import { reasonsOf } from './reasons.ts'
import { followable } from './restriction.ts'
import type { Restriction } from './restriction.ts'
import type { SnapshotItem } from './snapshot.ts'
import { spread } from './spread.ts'
import { levels, stateAt } from './states.ts'
import type { State } from './states.ts'
import { toEnd } from './steps.ts'
import type { Steps } from './steps.ts'
import { ranked, Told } from './told.ts'
import { numbersOf } from './unknown-items.ts'
import { trailOf, walk } from './walk.ts'
import type { Walk } from './walk.ts'

/** What a question about failure is narrowed and limited to. */
export interface ImpactOptions extends Restriction {
  /** The greatest degree that is listed. Items further away still have their part in the states of those that are. */
  readonly maxDegree?: number | undefined
}

/** What fails, how badly, and why. */
export interface Impact {
  /** Every item that isn't OK, by id: the worst first, then the nearest, then by name and id. */
  readonly affected: Told<Affected>
  /** The same without what limits left out. */
  readonly all: Told<Affected>
  /** For each item of the index, its level: of those that limits left out as well. */
  readonly levels: Uint8Array
  /** What limits left out; empty: the answer is complete. */
  readonly cuts: readonly Cut[]
  /**
   * Shortest paths along deciding needs, from every affected item back to one that was declared to be in its state or a
   * worse one: what `pathOf` follows. Such a path explains the state, so it may be longer than the degree.
   */
  readonly trail: Trail
}

/** An item that isn't OK. */
export interface Affected {
  readonly item: SnapshotItem
  readonly state: State
  /** What the question declared it to be; undefined where it didn't. */
  readonly declared: State | undefined
  /**
   * The smallest number of needs to an item that was declared failed, counting needs that pass something on; a member of
   * a redundancy group counts where what it needs isn't OK and the group passes something on.
   */
  readonly degree: number
  /**
   * The needs that pass on the state it has: of a group, those members that make the group pass it on. In a circle these
   * may be its own echo; the path of `trail` never is. Empty where only the question says so. Worked out when it is asked for.
   */
  readonly because: readonly Hop[]
}

/**
 * What else fails if some items fail or degrade, several at once.
 * @param declared states by id. An item keeps at least its state; OK declares nothing.
 * @throws UnknownItems for ids that the snapshot doesn't have, all of them at once.
 */
export const impact = (
  index: IndexedSnapshot,
  declared: ReadonlyMap<string, State>,
  options: ImpactOptions = {},
): Impact => toEnd(impactInSteps(index, declared, options))

/**
 * What `impact` finds, in steps.
 * @param withTrail also goes the way of the answer's trail beforehand, which would otherwise be gone at once when the first
 * path is asked for.
 */
export function* impactInSteps(
  index: IndexedSnapshot,
  declared: ReadonlyMap<string, State>,
  options: ImpactOptions = {},
  withTrail = false,
): Steps<Impact> {
  const numbers = numbersOf(index, declared.keys())
  const said = new Map([...declared.values()].map((state, i) => [numbers[i] ?? -1, levels[state]]))
  const follow = followable(index, options, 'DEPENDENTS')
  const found = yield* spread(index, said, follow)
  const { passesOn, decides, hopOf } = reasonsOf(index, found, follow)

  const levelOf = (item: number): number => found.levels[item] ?? levels.OK
  const failed = [...said.keys()].filter((item) => said.get(item) !== levels.OK)
  const asDeclared = failed.filter((item) => said.get(item) === levelOf(item))
  const degrees = (yield* walk(index, failed, 'DEPENDENTS', passesOn)).distances
  const degreeOf = (item: number): number => degrees[item] ?? 0
  const order = ranked(index, found.affected, (item) => levels.DOWN - levelOf(item), degreeOf)
  yield
  const { maxDegree = Infinity } = options
  const { kept, cuts } = cutAt('MAX_DEGREE', options.maxDegree, order, degreeOf)
  const told = (items: Int32Array, most: number): Told<Affected> =>
    new Told(
      index,
      items,
      (item) => levelOf(item) > levels.OK && degreeOf(item) <= most,
      (item) =>
        new AffectedItem(entry(index.items, item), stateAt(levelOf(item)), declared, degreeOf(item), () =>
          index.needsOf.of(item).filter(decides).map(hopOf),
        ),
    )
  const trail = (): Steps<Walk> => walk(index, asDeclared, 'DEPENDENTS', decides)
  const gone = withTrail ? yield* trail() : undefined
  return {
    affected: told(kept, maxDegree),
    all: told(order, Infinity),
    ...{ levels: found.levels, cuts },
    trail: trailOf(index, () => gone ?? toEnd(trail()), hopOf),
  }
}

/** Reasons take longer to tell than all the rest, and most aren't asked for. */
class AffectedItem implements Affected {
  readonly item: SnapshotItem
  readonly state: State
  readonly declared: State | undefined
  readonly degree: number
  readonly #reasons: () => readonly Hop[]

  constructor(
    item: SnapshotItem,
    state: State,
    declared: ReadonlyMap<string, State>,
    degree: number,
    reasons: () => readonly Hop[],
  ) {
    this.item = item
    this.state = state
    this.declared = declared.get(item.id)
    this.degree = degree
    this.#reasons = reasons
  }

  get because(): readonly Hop[] {
    return this.#reasons()
  }
}
