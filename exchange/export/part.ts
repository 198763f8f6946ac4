import type { Exported } from './exported.ts'

/** A part of what a graph holds: the items that `has` says, and the relations among them. */
function partOf(exported: Exported, has: (id: string, kind: string) => boolean): Exported {
  const items = new Map([...exported.items].filter(([id, { kind }]) => has(id, kind)))
  return {
    ...exported,
    items,
    relations: exported.relations.filter(({ from, to }) => items.has(from) && items.has(to)),
  }
}

/**
 * Only items of these kinds, by name.
 * @param besides id of an item that stays whatever its kind is.
 */
export const ofKinds = (exported: Exported, kinds: readonly string[], besides?: string): Exported =>
  partOf(exported, (id, kind) => kinds.includes(kind) || id === besides)

/**
 * An item and whatever is at most `depth` relations away from it, whichever way they lead. What the outermost items have with
 * each other is left out: it says nothing of the item.
 */
export function around(exported: Exported, id: string, depth: number): Exported {
  const near = Map.groupBy(
    exported.relations.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]),
    ([at]) => at,
  )
  const distances = new Map([[id, 0]])
  let edge = [id]
  for (let distance = 1; distance <= depth && edge.length > 0; distance++) {
    const next = edge.flatMap((at) => near.get(at) ?? []).map(([, to]) => to)
    edge = [...new Set(next)].filter((each) => !distances.has(each))
    for (const each of edge) distances.set(each, distance)
  }
  const part = partOf(exported, (each) => distances.has(each))
  const isInside = (each: string): boolean => (distances.get(each) ?? depth) < depth
  return { ...part, relations: part.relations.filter(({ from, to }) => isInside(from) || isInside(to)) }
}
