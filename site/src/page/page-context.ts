import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import type { PageProse } from './prose.ts'
import type { Fact, Section } from './section.ts'

/** What the parts of one item's page are made from. */
export interface PageContext {
  readonly item: Item
  readonly catalogue: Catalogue
  readonly prose: PageProse
  /** The day that "overdue" counts from: 2026-11-22. */
  readonly today: string
}

/** What a kind's own page has beyond what every item's page has. */
export interface OwnParts {
  /** Before the facts. */
  readonly first?: readonly Section[]
  /** Before the description. */
  readonly sections: readonly Section[]
  /** Facts that aren't attributes. */
  readonly facts?: readonly Fact[]
  /** What these sections show already: relations by type and end, attributes by name. */
  readonly shown: ReadonlySet<string>
  /** They are what paper needs: they print on one sheet, and what every item's page has besides stays on screens. */
  readonly isSheet?: true
}

/** The name under which `shown` knows one end of a relation. */
export const endOf = (type: string, end: 'holds' | 'isHeldBy'): string => `${type} ${end}`
