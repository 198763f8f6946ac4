import type { GraphQLField, GraphQLInputField, GraphQLSchema, SelectionSetNode } from 'graphql'
import type { FormerIds } from '../../graph/catalogue/former-ids.ts'
import type { Condition } from '../../graph/query/condition.ts'
import type { Hop } from '../../graph/query/hop.ts'
import type { EdgeType } from '../../graph/model/model.ts'
import type { OrderField } from '../../graph/query/order.ts'
import type { ApiContext } from '../context.ts'
import type { Source } from './source.ts'

/** What a derived field stands for in the graph: written down where the field is made, read where a request is planned. */
export type FieldMeaning =
  | AttributeMeaning
  | ItemMeaning
  | PageMeaning
  /** A matter of the item's kind. */
  | { readonly is: 'constant' }
  /** On the edges of a path: the items passed on the way. */
  | { readonly is: 'passed' }
  | OwnMeaning

/** A property of the item itself. */
export interface AttributeMeaning {
  readonly is: 'attribute'
  readonly property: string
}

/** One other item, or none. */
export interface ItemMeaning {
  readonly is: 'item'
  readonly hop: Exclude<Hop, { over: 'any' }>
  /** Names of the kinds that it may be. */
  readonly kinds: readonly string[]
}

/** A page of other items. */
export interface PageMeaning {
  readonly is: 'page'
  /** Undefined at the root: every item of the kinds. */
  readonly hop: Hop | undefined
  readonly kinds: readonly string[]
  /** What its edges carry besides sources. */
  readonly edge: EdgeType | undefined
  /** For paths: the edge's field with the items passed, and their kinds. */
  readonly passed: { readonly field: string; readonly kinds: readonly string[]; readonly order: OrderField } | undefined
  /** The order when the request doesn't say. */
  readonly order: OrderField
}

/** A field written by hand: what is read for it, and what makes its answer of that. */
export interface OwnMeaning {
  readonly is: 'own'
  /** The type that has it, on which `selection` selects. */
  readonly type: string
  readonly selection: SelectionSetNode
  /** What answers it, for one request. */
  readonly answerer: (schema: GraphQLSchema, context: ApiContext) => (source: Source, given: unknown) => unknown
}

/** What a field of a filter asks of an item, given its value and the ids that items had before. */
export type FilterMeaning = (value: never, former: FormerIds) => Condition | undefined

const key = 'tributary'

/** Extensions that carry a meaning. */
export const means = <T extends FieldMeaning | FilterMeaning>(meaning: T): { readonly [key]: T } => ({ [key]: meaning })

/** What a field stands for; undefined for those that planning passes by, such as `totalCount`. */
export function meaningOf(field: Pick<GraphQLField<unknown, unknown>, 'extensions'>): FieldMeaning | undefined {
  return field.extensions[key] as FieldMeaning | undefined
}

/** What a filter's field asks; undefined for `and`, `or` and `not`. */
export function filterMeaningOf(
  field: Pick<GraphQLInputField, 'extensions'>,
): ((value: unknown, former: FormerIds) => Condition | undefined) | undefined {
  return field.extensions[key] as ReturnType<typeof filterMeaningOf>
}
