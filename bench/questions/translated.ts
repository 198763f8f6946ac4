/**
 * Brings an answer of \@neo4j/graphql into our form. Its relations are lists: an alias ends in `_one` where we have one
 * item, and in `_nodes` where we have a page of nodes. What it says of a relation lies under `properties`.
 */
export function translated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translated)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, given]: [string, unknown]): [string, unknown][] => {
      const inner = translated(given)
      if (key === 'properties') return Object.entries(inner as object)
      if (key.endsWith('_one')) return [[key.slice(0, -'_one'.length), (inner as unknown[])[0] ?? null]]
      if (key.endsWith('_nodes')) return [[key.slice(0, -'_nodes'.length), { nodes: inner }]]
      return [[key, inner]]
    }),
  )
}
