import type { Alternative } from './alternatives.ts'
import { concentrationSentence } from './concentration-sentence.ts'
import { compareHarm, countStates } from './harm.ts'
import { hangingSideBySide } from './hanging-side-by-side.ts'
import { compareItems } from './compare-items.ts'
import { entry, indexing } from './index-snapshot.ts'
import type { Indexable, IndexedSnapshot } from './index-snapshot.ts'
import { levels } from './states.ts'
import type { State } from './states.ts'
import { toEnd } from './steps.ts'
import type { Steps } from './steps.ts'
import { capacities, inCapacity, splitSuppliers, withoutCapacity } from './supplier-capacities.ts'
import type { SupplierCapacity, SupplierFacts } from './supplier-capacities.ts'

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
 * What hangs in a capacity comes as `impact` lists it: the worst first, then the nearest, then by name and id.
 *
 * All failures are worked out side by side: 400 suppliers on whom 118,000 streams and services hang, among 10,000 items
 * with 83,000 needs, take 0.4 to 0.6 s of one processor's time (`bench/README.md`).
 */
export const supplierConcentration = <Supplier extends SupplierFacts>(
  snapshot: Indexable,
  suppliers: readonly Supplier[],
  sharesOf: SharesOf,
): Concentration<Supplier>[] => toEnd(supplierConcentrationInSteps(snapshot, suppliers, sharesOf))

/**
 * What `supplierConcentration` finds, in steps.
 * @param most how many streams and services are told at most, each as often as it hangs on something.
 * @throws TooMuch where there are more.
 */
export function* supplierConcentrationInSteps<Supplier extends SupplierFacts>(
  snapshot: Indexable,
  suppliers: readonly Supplier[],
  sharesOf: SharesOf,
  most = Infinity,
): Steps<Concentration<Supplier>[]> {
  const index = yield* indexing(splitSuppliers(snapshot, suppliers))
  const failures = suppliers.flatMap(({ id }) =>
    capacities.flatMap((as) => {
      const item = index.numbers.get(inCapacity(id, as)) ?? -1
      const through = directlyOn(index, item)
      return through.length === 0 ? [] : [{ id, as, item, through }]
    }),
  )
  const found = yield* hangingSideBySide(
    index,
    failures.map(({ item }) => item),
    sharesOf,
    most,
  )
  const hanging = Map.groupBy(
    failures.map(({ id, as, through }, i) => ({ id, on: { as, through, ...entry(found, i) } })),
    ({ id }) => id,
  )
  return suppliers
    .filter(({ id }) => index.numbers.has(id))
    .map((supplier) => {
      const on = (hanging.get(supplier.id) ?? []).map((each): HangingOn => each.on)
      return {
        ...{ supplier, capacities: on, summary: concentrationSentence(supplier.name, on) },
        harm: {
          streams: countWorst(on.map(({ streams }) => streams)),
          services: countWorst(on.map(({ services }) => services)),
        },
      }
    })
    .sort(
      (a, b) => compareHarm(a.harm, b.harm) || compareItems({ ...a.supplier, kind: '' }, { ...b.supplier, kind: '' }),
    )
    .map(({ harm: _, ...concentration }) => concentration)
}

/** What needs a supplier in one capacity. */
function directlyOn(index: IndexedSnapshot, item: number): string[] {
  const needs = index.neededBy.of(item).map((need) => index.needs.at(need))
  return [...new Set(needs.map(({ dependent }) => withoutCapacity(dependent)))]
}

/** Counts each item once, in the worst state of several lists. */
function countWorst(lists: readonly (readonly Hanging[])[]): ReturnType<typeof countStates> {
  const worst = new Map<string, Hanging>()
  for (const each of lists.flat()) {
    const known = worst.get(each.id)
    if (known === undefined || levels[known.state] < levels[each.state]) worst.set(each.id, each)
  }
  return countStates(worst.values())
}
