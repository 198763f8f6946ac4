import type { Catalogue, Item } from '../catalogue/catalogue.ts'

/** The order in which the activities are told; none is implied between them. */
const told = ['plan', 'engage', 'design-and-transition', 'obtain-build', 'deliver-and-support', 'improve']

/** The activities of the value chain, in the order in which pages tell them. */
export const activitiesOf = ({ byKind }: Pick<Catalogue, 'byKind'>): Item[] =>
  [...(byKind.get('Activity') ?? [])].sort((a, b) => placeOf(a) - placeOf(b))

/** Where an activity stands in that order; others come last. */
export function placeOf({ id }: Pick<Item, 'id'>): number {
  const found = told.indexOf(id.slice(id.indexOf('/') + 1))
  return found < 0 ? told.length : found
}
