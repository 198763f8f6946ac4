import type { Catalogue, Item, ItemRelation } from '../../graph/catalogue/catalogue.ts'

/**
 * What a graph holds, as every export takes it: the catalogue's own words, whatever the graph stores them as. An audience's
 * holds only what the audience sees.
 */
export interface Exported extends Pick<
  Catalogue,
  'name' | 'title' | 'site' | 'calendar' | 'model' | 'items' | 'relations'
> {
  /** Number of the revision that it is of, from 1. */
  readonly revision: number
  /** When that was loaded: ISO 8601, UTC. */
  readonly loadedAt: string
}

/** An item's name: every item has one. */
export const nameOf = ({ values, id }: Item): string => {
  const name = values['name']
  return typeof name === 'string' ? name : id
}

/** The relations that each item holds, by its id. */
export const relationsByHolder = ({
  relations,
}: Pick<Exported, 'relations'>): ReadonlyMap<string, readonly ItemRelation[]> =>
  Map.groupBy(relations, ({ from }) => from)
