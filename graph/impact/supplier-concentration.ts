import { alternativesOf } from './alternatives.ts'
import type { Alternative } from './alternatives.ts'
import { compareHarm, harmOf } from './harm.ts'
import { hitShare } from './hit-share.ts'
import { impact } from './impact.ts'
import type { Affected, Impact } from './impact.ts'
import { compareItems, entry, indexSnapshot } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import type { Snapshot } from './snapshot.ts'
import { levels } from './states.ts'
import type { State } from './states.ts'
import { capacities, inCapacity, splitSuppliers, withoutCapacity } from './supplier-capacities.ts'
import type { SupplierCapacity, SupplierFacts } from './supplier-capacities.ts'
import { concentrationSentence } from './concentration-sentence.ts'

/** What hangs on one supplier, its capacities kept apart. */
export interface Concentration<Supplier extends SupplierFacts> {
  readonly supplier: Supplier
  /** The capacities that it has, in their order. */
  readonly capacities: readonly HangingOn[]
  readonly summary: string
}

/** What hangs on a supplier in one capacity. */
export interface HangingOn {
  readonly as: SupplierCapacity
  /** Ids of what fails with it directly: contracts and steps, other suppliers' contracts, what it makes, its companies. */
  readonly through: readonly string[]
  readonly streams: readonly HangingStream[]
  readonly services: readonly Hanging[]
}

/** A stream or service that wouldn't be OK without the supplier. */
export interface Hanging {
  readonly id: string
  readonly state: Exclude<State, 'OK'>
  /** It would be down or degraded. Otherwise there is an alternative, or it matters little. */
  readonly alone: boolean
  /** What keeps it from being worse, where it doesn't hang on the supplier alone. */
  readonly alternatives: readonly Alternative[]
}

/** A stream, with what its steps that hang on the supplier carry. */
export interface HangingStream extends Hanging {
  /** Part of its expected lead time in steps that wouldn't be OK; undefined where none is recorded. */
  readonly share: number | undefined
  /** Of that, in steps that would be down or degraded. */
  readonly shareAlone: number | undefined
}

/** Parts of a stream's expected lead time, by the ids of its steps; undefined for a stream where none is recorded. */
export type SharesOf = (stream: string) => ReadonlyMap<string, number> | undefined

/**
 * What hangs on each supplier: what would follow if it failed in one of its capacities, and in no other. The most
 * depended-on first, by the worst that any capacity does to each stream and service; those on which none hangs come last.
 */
export function supplierConcentration<Supplier extends SupplierFacts>(
  snapshot: Snapshot,
  suppliers: readonly Supplier[],
  sharesOf: SharesOf,
): Concentration<Supplier>[] {
  const index = indexSnapshot(splitSuppliers(snapshot, suppliers))
  return suppliers
    .filter(({ id }) => index.numbers.has(id))
    .map((supplier) => {
      const found = capacities.flatMap((as) => {
        const id = inCapacity(supplier.id, as)
        const through = directlyOn(index, id)
        return through.length === 0 ? [] : [{ as, through, impact: impact(index, new Map([[id, 'DOWN']])) }]
      })
      const hanging = found.map(({ as, through, impact: failure }): HangingOn => ({
        ...{ as, through, ...hangingOn(index, failure, sharesOf) },
      }))
      return {
        ...{ supplier, capacities: hanging, summary: concentrationSentence(supplier.name, hanging) },
        harm: harmOf({ affected: worstOf(found.map((each) => each.impact)) }),
      }
    })
    .sort(
      (a, b) => compareHarm(a.harm, b.harm) || compareItems({ ...a.supplier, kind: '' }, { ...b.supplier, kind: '' }),
    )
    .map(({ harm: _, ...concentration }) => concentration)
}

/** What needs a supplier in one capacity. */
function directlyOn(index: IndexedSnapshot, id: string): string[] {
  const needs = (index.neededBy[index.numbers.get(id) ?? -1] ?? []).map((need) => entry(index.needs, need))
  return [...new Set(needs.map(({ dependent }) => withoutCapacity(dependent)))]
}

function hangingOn(index: IndexedSnapshot, found: Impact, sharesOf: SharesOf): Pick<HangingOn, 'streams' | 'services'> {
  const all = [...found.affected.values()]
  const hanging = ({ item: { id }, state }: Affected): Hanging => {
    const alone = levels[state] >= levels.DEGRADED
    const alternatives = alone ? [] : alternativesOf(index, found, id)
    return {
      ...{ id, state: state as Hanging['state'], alone },
      alternatives: alternatives.map(({ left, of, group }) => ({
        ...{ group, of: withoutCapacity(of), left: left.map(withoutCapacity) },
      })),
    }
  }
  const ofKind = (kind: string): Affected[] => all.filter(({ item }) => item.kind === kind)
  return {
    services: ofKind('Service').map(hanging),
    streams: ofKind('ValueStream').map((each) => {
      const parts = sharesOf(each.item.id)
      return {
        ...hanging(each),
        share: hitShare(parts, found, 'AT_RISK'),
        shareAlone: hitShare(parts, found, 'DEGRADED'),
      }
    }),
  }
}

/** The worst that any of several failures does to each item. */
function worstOf(impacts: readonly Impact[]): Map<string, Affected> {
  const worst = new Map<string, Affected>()
  for (const each of impacts.flatMap(({ affected }) => [...affected.values()])) {
    const known = worst.get(each.item.id)
    if (known === undefined || levels[known.state] < levels[each.state]) worst.set(each.item.id, each)
  }
  return worst
}
