import type { Hop, HopDirection } from './hop.ts'
import type { JsonValue } from '../store/store.ts'

/** What a read asks of the items that it returns. Every condition is either met or not: missing attributes don't meet it. */
export type Condition =
  | { readonly is: 'all' | 'some'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly condition: Condition }
  | { readonly is: 'in'; readonly property: string; readonly values: readonly JsonValue[] }
  | { readonly is: 'equal'; readonly property: string; readonly value: JsonValue }
  | { readonly is: 'atLeast' | 'atMost'; readonly property: string; readonly value: number | string }
  | TextCondition
  /** The property is a list that has one of these. */
  | { readonly is: 'anyIn'; readonly property: string; readonly values: readonly JsonValue[] }
  | { readonly is: 'present'; readonly property: string; readonly present: boolean }
  | RelatedCondition
  /** For reads along any relation: it is of one of these types. */
  | { readonly is: 'relationType'; readonly types: readonly string[] }
  /** For reads along any relation: it is followed this way. */
  | { readonly is: 'relationDirection'; readonly direction: HopDirection }

/** The property's text has this in it, whatever its case. */
export interface TextCondition {
  readonly is: 'contains' | 'startsWith'
  readonly property: string
  /** In lower case; folded where the property is. */
  readonly text: string
  /** The property is in lower case already. */
  readonly folded: boolean
}

/** The item has such a relation at all, or one to an item that is one of these and meets a condition. */
export interface RelatedCondition {
  readonly is: 'related'
  readonly hop: Exclude<Hop, { over: 'any' }>
  /** Ids of items; undefined: any. */
  readonly to: readonly string[] | undefined
  /** What the item at the other end meets; undefined: anything will do. */
  readonly meets: Condition | undefined
  /** False: it has none. */
  readonly exists: boolean
}
