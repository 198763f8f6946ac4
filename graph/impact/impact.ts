import { cutAt } from './cut.ts'
import type { Cut } from './cut.ts'
import { compareItems, entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Hop, Trail } from './path.ts'
import { reasonsOf } from './reasons.ts'
import { followable } from './restriction.ts'
import type { Restriction } from './restriction.ts'
import type { SnapshotItem } from './snapshot.ts'
import { spread } from './spread.ts'
import { levels, stateAt } from './states.ts'
import type { State } from './states.ts'
import { numbersOf } from './unknown-items.ts'
import { trailOf, walk } from './walk.ts'

/** What a question about failure is narrowed and limited to. */
export interface ImpactOptions extends Restriction {
  /** The greatest degree that is listed. Items further away still have their part in the states of those that are. */
  readonly maxDegree?: number | undefined
}

/** What fails, how badly, and why. */
export interface Impact {
  /** Every item that isn't OK, by id: the worst first, then the nearest, then by name and id. */
  readonly affected: ReadonlyMap<string, Affected>
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
   * may be its own echo; the path of `trail` never is. Empty where only the question says so.
   */
  readonly because: readonly Hop[]
}

/**
 * What else fails if some items fail or degrade, several at once.
 * @param declared states by id. An item keeps at least its state; OK declares nothing.
 * @throws UnknownItems for ids that the snapshot doesn't have, all of them at once.
 */
export function impact(
  index: IndexedSnapshot,
  declared: ReadonlyMap<string, State>,
  options: ImpactOptions = {},
): Impact {
  const numbers = numbersOf(index, declared.keys())
  const said = new Map([...declared.values()].map((state, i) => [numbers[i] ?? -1, levels[state]]))
  const follow = followable(index, options, 'DEPENDENTS')
  const found = spread(index, said, follow)
  const { passesOn, decides, hopOf } = reasonsOf(index, found, follow)

  const levelOf = (item: number): number => found.levels[item] ?? levels.OK
  const failed = [...said.keys()].filter((item) => said.get(item) !== levels.OK)
  const asDeclared = failed.filter((item) => said.get(item) === levelOf(item))
  const degrees = walk(index, failed, 'DEPENDENTS', passesOn).distances
  const affected = found.affected
    .map((number): Affected => {
      const item = entry(index.items, number)
      return {
        item,
        state: stateAt(levelOf(number)),
        declared: declared.get(item.id),
        degree: degrees[number] ?? 0,
        because: (index.needsOf[number] ?? []).filter(decides).map(hopOf),
      }
    })
    .sort(byRank)
  const { kept, cuts } = cutAt('MAX_DEGREE', options.maxDegree, affected, ({ degree }) => degree)
  return {
    affected: new Map(kept.map((each) => [each.item.id, each])),
    cuts,
    trail: trailOf(index, walk(index, asDeclared, 'DEPENDENTS', decides), hopOf),
  }
}

/** The worst first, then the nearest, then by name and id. */
function byRank(a: Affected, b: Affected): number {
  return levels[b.state] - levels[a.state] || a.degree - b.degree || compareItems(a.item, b.item)
}
