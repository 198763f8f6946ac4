import { itemProperties, labels } from '../../graph/representation.ts'
import type { Catalogue, CatalogueResolvers, QueryResolvers } from '../generated/resolvers.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'

/** `Query.catalogue`. Its texts and its counts are one statement each, and counts are read only where they are selected. */
export const catalogueResolvers = (): Resolvers => ({ Query: { catalogue }, Catalogue: { counts } })

const catalogue: Required<QueryResolvers>['catalogue'] = async (_, __, { store, calendar }) => {
  const [row] = await store.read<Omit<Catalogue, 'counts' | 'calendar'>>(
    `MATCH (c:${labels.catalogue} {id: 'catalogue'})
     RETURN c.name AS name, c.title AS title, c.revision AS revision, c.loadedAt AS loadedAt`,
  )
  if (row === undefined) throw new Error('The graph was emptied while it was asked.')
  return { ...row, calendar, counts: [] }
}

const counts: Required<CatalogueResolvers>['counts'] = async (_, __, { store, model }) => {
  const rows = await store.read<{ readonly kind: string; readonly count: number }>(
    `MATCH (n:${labels.item}) RETURN n.${itemProperties.kind} AS kind, count(n) AS count`,
  )
  const found = new Map(rows.map(({ kind, count }) => [kind, count]))
  return [...model.kinds.values()].map(({ name, plural, folder }) => ({
    kind: name,
    plural,
    folder,
    count: found.get(name) ?? 0,
  }))
}
