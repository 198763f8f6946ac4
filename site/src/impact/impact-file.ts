/**
 * What `impact.json` holds: the whole graph as impact is worked out from it, in numbers that count from 0. Items stand by
 * id, needs by dependent, group, needed item and type, just as `indexSnapshot` numbers them.
 */
export interface ImpactFile {
  /** The revision that it is of. */
  readonly revision: number
  readonly kinds: readonly FileKind[]
  /** Types of relations with their verbs, from the item that needs and from the one that it needs. */
  readonly types: readonly (readonly [type: string, there: string, back: string])[]
  /** Names of redundancy groups. */
  readonly groups: readonly string[]
  readonly items: readonly FileItem[]
  /** Ids that items had before, with the items' numbers: addresses may hold them. Left out: none. */
  readonly former?: readonly (readonly [id: string, item: number])[]
  readonly needs: NeedColumns
}

/** A kind as name in the model, beginning of ids, folder of pages, label, area. */
export type FileKind = readonly [name: string, idPrefix: string, folder: string, label: string, area: string]

/** An item as kind, the part of the id that follows the kind's, name, other names, what stands behind the name. */
export type FileItem = readonly [kind: number, path: string, name: string, aliases?: string, note?: string]

/** Needs as columns: one entry each, but for `counts`, which says how many needs each item has. */
export interface NeedColumns {
  readonly counts: readonly number[]
  readonly needed: readonly number[]
  readonly types: readonly number[]
  /** Place in `criticalities`; behind the last where the relation carries only change. */
  readonly strengths: readonly number[]
  /** Those in redundancy groups: number of the need, group, `atLeast`, 0 where nothing is said. */
  readonly grouped: readonly (readonly [need: number, group: number, atLeast: number])[]
}
