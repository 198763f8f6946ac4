import { holdersOf, targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'

/** How much of something the catalogue says. */
export interface Coverage {
  /** Which measure it is: also its anchor on the page. */
  readonly id: keyof typeof messages.glance.lacks
  readonly title: string
  /** Of how many it could be said. */
  readonly of: number
  /** Those for which it isn't, in the catalogue's order. */
  readonly missing: readonly Item[]
}

type Asked = Pick<Catalogue, 'items' | 'byKind' | 'contributionsOf' | 'streams' | 'completeness'>

/**
 * How complete the catalogue is, by measures; those that could be said of nothing are left out. The items that count are
 * those of which the catalogue itself says something; where nobody knows which these are, all of them.
 */
export function coverageOf(catalogue: Asked, today: string): Coverage[] {
  const { items, byKind, contributionsOf, streams, completeness } = catalogue
  const words = messages.glance
  const counts = countsIn(completeness)
  const all = (kind: string): readonly Item[] => (byKind.get(kind) ?? []).filter(counts)
  const own = [...items.values()].filter(counts)
  const owned = own.filter(isToBeOwned)
  const dated = own.filter(({ values }) => typeof values['reviewBy'] === 'string')
  const measure = (
    id: Coverage['id'],
    title: string,
    of: readonly Item[],
    says: (item: Item) => boolean,
  ): Coverage => ({
    id,
    title,
    of: of.length,
    missing: of.filter((item) => !says(item)),
  })
  return [
    measure('feeding', words.feeding, all('Practice'), ({ id }) => contributionsOf.has(id)),
    measure('answered', words.answered, all('ValueStream'), ({ id }) =>
      (streams.get(id)?.answers ?? []).every(({ answered }) => answered),
    ),
    measure(
      'timed',
      words.timed,
      all('Step'),
      ({ values }) => isSaid(values['processTime']) && isSaid(values['leadTime']),
    ),
    measure('contracted', words.contracted, all('Supplier'), (item) => holdersOf(item, 'AGREED_WITH').length > 0),
    measure('owned', words.owned, owned, (item) => targetsOf(item, 'OWNED_BY').length > 0),
    measure('summed', words.summed, owned, ({ summary }) => summary !== undefined),
    measure('reviewed', words.reviewed, dated, ({ values }) => String(values['reviewBy']) >= today),
  ].filter(({ of }) => of > 0)
}

/** Whether an item counts: the catalogue itself says something of it, or nobody knows of which it does. */
export const countsIn =
  ({ counted }: Pick<Catalogue['completeness'], 'counted'>): ((item: Item) => boolean) =>
  ({ id }) =>
    counted.size === 0 || counted.has(id)

/** Steps and the like belong to whoever owns what they are written inside of; ideas belong to nobody. */
const isToBeOwned = ({ kind }: Item): boolean => kind.inside === undefined && kind.name !== 'Concept'

const isSaid = (value: unknown): boolean => value !== undefined && value !== null
