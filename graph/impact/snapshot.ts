import type { Criticality } from './states.ts'

/**
 * A part of the graph as plain data, such as a build publishes it or the API fetches it: all that impact is worked out
 * from. A part holds every need of each of its items, those of redundancy groups that nothing has happened to as well:
 * whoever is left out of a group can't back it up.
 */
export interface Snapshot {
  readonly items: readonly SnapshotItem[]
  readonly needs: readonly Need[]
}

/** What impact must know of an item. */
export interface SnapshotItem {
  readonly id: string
  readonly kind: string
  readonly name: string
}

/**
 * One item's need of another. Which end of a relation needs the other is the model's to say (`impact-rules.ts`): where a
 * relation SERVES, its target is the one that depends.
 */
export interface Need {
  /** Id of the item that needs. */
  readonly dependent: string
  /** Id of the item that it needs. */
  readonly needed: string
  /** Type of the relation in the graph. */
  readonly type: string
  /** Left out: the relation carries only change, never failure. */
  readonly criticality?: Criticality | undefined
  /**
   * Needs of one dependent that share it back each other up, whatever their relation types: one name, one group.
   * Its members are needs: an item that is needed twice stands or falls twice.
   */
  readonly redundancyGroup?: string | undefined
  /**
   * How many of the group must still work. Where its members differ the largest counts, where none says so 1; it is never
   * more than there are members. (Validation reports both; the engine needs an answer all the same.)
   */
  readonly atLeast?: number | undefined
  /** Where the asker keeps the rest of the relation, its sources above all. It is handed back, never looked at. */
  readonly relation: number
}
