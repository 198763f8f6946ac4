import type { StoredGraph, StoredNode } from '../load/stored-graph.ts'

/** An item that has another id, and how that is known. */
export interface Renamed {
  readonly from: string
  readonly to: string
  /** An item says that it had the other's id, says all that the other said, or stands at the same place inside of a renamed one. */
  readonly by: 'FORMER_ID' | 'CONTENT' | 'HOLDER'
}

/** Properties that say nothing of what an item is, or say it anew. */
const notContent = new Set(['id', 'sources', 'formerIds'])

/**
 * Items that only one side has each, and that are the same under two ids. Where several could be meant, none is: a rename
 * that is told must be one. The same two sides the other way round have the same renames, turned round.
 */
export function renamedItems(before: StoredGraph, after: StoredGraph): Renamed[] {
  const gone = [...before.nodes.values()].filter(({ id }) => !after.nodes.has(id))
  const come = [...after.nodes.values()].filter(({ id }) => !before.nodes.has(id))
  const found = new Map<string, Renamed>()
  const taken = new Set<string>()
  const take = (pairs: readonly Renamed[]): void => {
    for (const pair of oneToOne(pairs)) {
      if (found.has(pair.from) || taken.has(pair.to)) continue
      found.set(pair.from, pair)
      taken.add(pair.to)
    }
  }
  take(byFormerId(gone, come))
  take(insideOf([...found.values()], gone, come))
  take(
    byContent(
      gone.filter(({ id }) => !found.has(id)),
      come.filter(({ id }) => !taken.has(id)),
    ),
  )
  take(insideOf([...found.values()], gone, come))
  return [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

function byFormerId(gone: readonly StoredNode[], come: readonly StoredNode[]): Renamed[] {
  const pairs = (later: readonly StoredNode[], earlier: readonly StoredNode[]): [StoredNode, StoredNode][] => {
    const known = new Map(earlier.map((node) => [node.id, node]))
    return later.flatMap((node) =>
      formerIdsOf(node).flatMap((id): [StoredNode, StoredNode][] => {
        const former = known.get(id)
        return former?.kind === node.kind ? [[former, node]] : []
      }),
    )
  }
  return [
    ...pairs(come, gone).map(([former, node]): Renamed => ({ from: former.id, to: node.id, by: 'FORMER_ID' })),
    // A rename that is taken back: the item that says so is the earlier one.
    ...pairs(gone, come).map(([former, node]): Renamed => ({ from: node.id, to: former.id, by: 'FORMER_ID' })),
  ]
}

function byContent(gone: readonly StoredNode[], come: readonly StoredNode[]): Renamed[] {
  // What is written inside of others goes by them: two streams' steps may well say the same.
  const alone = ({ id }: StoredNode): boolean => id.split('/').length === 2
  const later = Map.groupBy(come.filter(alone), contentOf)
  return gone
    .filter(alone)
    .flatMap((node) =>
      (later.get(contentOf(node)) ?? []).map((other): Renamed => ({ from: node.id, to: other.id, by: 'CONTENT' })),
    )
}

/** What is written inside of renamed items, under the same last part of its id: `step/STREAM/capture`. */
function insideOf(renamed: readonly Renamed[], gone: readonly StoredNode[], come: readonly StoredNode[]): Renamed[] {
  const later = new Map(come.map((node) => [node.id, node]))
  const holders = new Map(renamed.map(({ from, to }) => [lastPart(from), lastPart(to)]))
  return gone.flatMap(({ id, kind }) => {
    const [prefix = '', holder = '', ...rest] = id.split('/')
    const other = holders.get(holder)
    const to = [prefix, other, ...rest].join('/')
    const isRenamed = rest.length > 0 && other !== undefined && later.get(to)?.kind === kind
    return isRenamed ? [{ from: id, to, by: 'HOLDER' as const }] : []
  })
}

/** Pairs whose ends are in no other pair. */
function oneToOne(pairs: readonly Renamed[]): Renamed[] {
  const once = [...new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, pair])).values()]
  const count = (end: 'from' | 'to'): Map<string, Renamed[]> => Map.groupBy(once, (pair) => pair[end])
  const [froms, tos] = [count('from'), count('to')]
  return once.filter(({ from, to }) => froms.get(from)?.length === 1 && tos.get(to)?.length === 1)
}

const formerIdsOf = ({ properties }: StoredNode): string[] => {
  const ids = properties['formerIds']
  return Array.isArray(ids) ? ids.map(String) : []
}

const contentOf = ({ kind, properties }: StoredNode): string =>
  JSON.stringify([
    kind,
    ...Object.entries(properties)
      .filter(([name]) => !notContent.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

/** What follows the kind in an id. */
const lastPart = (id: string): string => id.slice(id.indexOf('/') + 1)
