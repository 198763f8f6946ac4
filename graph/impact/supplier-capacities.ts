import type { Indexable } from './index-snapshot.ts'
import type { Need, SnapshotItem } from './snapshot.ts'

/**
 * In what capacities a supplier can fail:
 * - `CONTRACT_HOLDER`: a contract is with it, as anything but a subcontractor, or something else needs it itself, such as a
 *   step that it performs;
 * - `SUBCONTRACTOR`: it does a part for the one who holds a contract, or another supplier needs it;
 * - `MAKER`: what it makes fails. Catalogues tell of makers for the record, and no failure follows from it by itself;
 * - `OWNER`: the companies that belong to it, and to those in turn, fail in the first two capacities, all at once.
 */
export const capacities = ['CONTRACT_HOLDER', 'SUBCONTRACTOR', 'MAKER', 'OWNER'] as const
export type SupplierCapacity = (typeof capacities)[number]

/** What must be known of a supplier besides its needs. */
export interface SupplierFacts {
  readonly id: string
  readonly name: string
  /** Ids of the contracts in which it is a subcontractor. */
  readonly subcontracts: readonly string[]
  /** Ids of the items that it makes. */
  readonly makes: readonly string[]
  /** Ids of the suppliers that belong to it. */
  readonly owns: readonly string[]
}

/** The id of a supplier in one of its capacities. No item has such an id: they have no spaces. */
export const inCapacity = (id: string, capacity: SupplierCapacity): string => `${id} ${capacity}`

/** The supplier of such an id; any other id is itself. */
export const withoutCapacity = (id: string): string => id.split(' ')[0] ?? id

/**
 * The snapshot in which every supplier is several items, one a capacity, so that each can fail without the others and
 * groups stand as they do otherwise. The supplier itself is still there: where it fails, it does so as holder and as
 * subcontractor.
 */
export function splitSuppliers({ items, needs }: Indexable, suppliers: readonly SupplierFacts[]): Indexable {
  const known = new Set(items.map(({ id }) => id))
  const split = new Map(suppliers.filter(({ id }) => known.has(id)).map((each) => [each.id, each]))
  const toCapacity = (need: Need): Need => {
    const supplier = split.get(need.needed)
    if (supplier === undefined || need.criticality === undefined) return need
    const isSub = split.has(need.dependent) || (need.type === 'AGREED_WITH' && isSubcontract(supplier, need.dependent))
    return { ...need, needed: inCapacity(need.needed, isSub ? 'SUBCONTRACTOR' : 'CONTRACT_HOLDER') }
  }
  const added = [...split.values()].flatMap(({ id, makes, owns }) => [
    fails(inCapacity(id, 'CONTRACT_HOLDER'), id),
    fails(inCapacity(id, 'SUBCONTRACTOR'), id),
    ...makes.filter((made) => known.has(made)).map((made) => fails(made, inCapacity(id, 'MAKER'))),
    ...owns
      .filter((owned) => split.has(owned))
      .flatMap((owned) => [owned, inCapacity(owned, 'OWNER')].map((each) => fails(each, inCapacity(id, 'OWNER')))),
  ])
  return {
    items: [
      ...items,
      ...[...split.values()].flatMap(({ id, name }) =>
        capacities.map((capacity): SnapshotItem => ({ id: inCapacity(id, capacity), kind: 'Supplier', name })),
      ),
    ],
    needs: {
      *[Symbol.iterator]() {
        for (const need of needs) yield toCapacity(need)
        yield* added
      },
    },
  }
}

const isSubcontract = ({ subcontracts }: SupplierFacts, contract: string): boolean => subcontracts.includes(contract)

/** One fails with the other. No relation of the catalogue says so by itself. */
const fails = (dependent: string, needed: string): Need => ({
  ...{ dependent, needed, type: '', criticality: 'ESSENTIAL', relation: -1 },
})
