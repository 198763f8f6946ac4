import type { Value } from '../../catalogue/catalogue.ts'
import type { Place } from '../../catalogue/finding.ts'
import type { Kind, Relation } from '../../model/model.ts'
import type { State } from '../states.ts'

/**
 * A change that somebody thinks about, as a file says it: what would be another, what fails in it, and what must hold then.
 *
 * ```yaml
 * name: Move from Acme to Borealis
 * note: Why, for those who read it later.
 * changes: # one after the other; ids are whole
 *   - add: supplier/borealis # a new item, with the relations that its file would have
 *     name: Borealis
 *     needs: [supplier/nimbara-cloud]
 *   - replace: supplier/acme # its relations go over to another item, and it leaves
 *     with: supplier/borealis
 *   - replace: supplier/nimbara-cloud # only those with these items go over, and it stays
 *     with: supplier/borealis
 *     in: [contract/backup-vault]
 *   - remove: [contract/c-104]
 *   - relate: application/ticketing # new relations, or other words for those that there are
 *     needs: [{ to: application/chat, criticality: SUPPORTING, redundancyGroup: channels }]
 *   - unrelate: application/ticketing
 *     needs: [application/fax]
 * fail: # before and after the changes; either may lack an item
 *   application/ticketing: DOWN
 * expect: # after the changes
 *   - item: value-stream/resolve-user-incident # with `fail`
 *     atWorst: DEGRADED # or `is`
 *   - singlePointsOf: value-stream/resolve-user-incident
 *     kinds: [Supplier, Contract]
 *     atMost: 5
 *     noneOf: [supplier/acme]
 * ```
 */
export interface Scenario {
  readonly name: string
  readonly changes: readonly Change[]
  /** What fails, before and after. Empty: nothing. */
  readonly failed: readonly (Written & { readonly state: State })[]
  readonly expectations: readonly Expectation[]
}

/** An id as a file says it, and where. */
export interface Written {
  readonly id: string
  readonly place: Place
}

/** One change. */
export type Change =
  | (Related & { readonly does: 'add'; readonly name: string })
  | (Related & { readonly does: 'relate' | 'unrelate' })
  | { readonly does: 'remove'; readonly items: readonly Written[] }
  | {
      readonly does: 'replace'
      readonly item: Written
      readonly with: Written
      /** Only its relations with these. Undefined: all, and the item leaves. */
      readonly in: readonly Written[] | undefined
    }

/** An item, and relations that it holds. */
export interface Related {
  readonly item: Written
  readonly kind: Kind
  readonly relations: readonly WrittenRelation[]
}

/** A relation as its holder's file would say it. */
export interface WrittenRelation {
  readonly relation: Relation
  readonly to: Written
  /** What it carries: criticality, redundancy group … */
  readonly values: Readonly<Record<string, Value>>
}

/** What must hold after the changes. */
export type Expectation =
  | {
      readonly about: 'item'
      readonly item: Written
      /** The state that it must be in. */
      readonly is: State | undefined
      /** The worst state that it may be in. */
      readonly atWorst: State | undefined
    }
  | {
      readonly about: 'singlePointsOf'
      readonly item: Written
      /** Kinds that `atMost` counts. Undefined: all. */
      readonly kinds: readonly string[] | undefined
      readonly atMost: number | undefined
      readonly noneOf: readonly Written[]
    }
