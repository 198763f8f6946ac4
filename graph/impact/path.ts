import type { Need } from './snapshot.ts'

/** One need, as a reason or as a hop of a path. */
export interface Hop {
  readonly need: Need
  /** The redundancy group that it is in, where failure came along it. */
  readonly group?: GroupLeft | undefined
}

/** How a redundancy group of two or more stands: "2 of 3 left". */
export interface GroupLeft {
  readonly name: string
  /** Members of which the needed item is neither DEGRADED nor DOWN. */
  readonly left: number
  readonly members: number
  /** How many must still work. */
  readonly atLeast: number
}

/** A way from item to item. Hop i joins items i and i + 1, whichever of them needs the other. */
export interface Path {
  /** Ids: one more than there are hops. */
  readonly items: readonly string[]
  readonly hops: readonly Hop[]
}

/**
 * For each item that an answer came to, by id, the first hop of a shortest path back to where the answer began. So all
 * paths together take no more room than there are items. Of paths of one length it is the same whatever the order of
 * the snapshot. Undefined for items where it began, and for all to which it didn't come.
 */
export type Trail = (id: string) => Hop | undefined

/** The path from an item back to where the answer began; without hops for an item where it began. */
export function pathOf(trail: Trail, id: string): Path {
  const items = [id]
  const hops: Hop[] = []
  let at = id
  for (let hop = trail(at); hop !== undefined; hop = trail(at)) {
    at = at === hop.need.dependent ? hop.need.needed : hop.need.dependent
    items.push(at)
    hops.push(hop)
  }
  return { items, hops }
}

/** The same way from its other end. */
export function reversed({ items, hops }: Path): Path {
  return { items: items.toReversed(), hops: hops.toReversed() }
}
