import type { Source } from '../catalogue/catalogue.ts'
import { ofOneRevision } from '../load/of-one-revision.ts'
import type { Model } from '../model/model.ts'
import { itemProperties, labels } from '../representation.ts'
import type { Json, Store } from '../store/store.ts'
import { impactRules, verbsOf } from './impact-rules.ts'
import type { ImpactRule } from './impact-rules.ts'
import { inTurns } from './in-turns.ts'
import { Indexer } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { needOf } from './need-of.ts'
import type { Verbs } from './sentence.ts'
import type { Need, SnapshotItem } from './snapshot.ts'
import { CollectedSources } from './source-table.ts'

/** The whole graph as impact is worked out from it, with what answers say beside. */
export interface LoadedSnapshot {
  /** Number of the revision that it is of. */
  readonly revision: number
  readonly index: IndexedSnapshot
  /** How to say each relation, from the item that needs and from the one that it needs. */
  readonly verbs: Verbs
  /** Where the relation of a need is written. */
  readonly sourcesOf: (need: Need) => readonly Source[]
}

/**
 * So many items a statement reads, or those that so many hold: a page's rows are all that is in memory beside what is kept,
 * and decoding one takes a tenth of a second.
 */
const pageSize = 2_000

/**
 * Reads every item and every relation that carries failure or change, from one revision, page by page: no result grows with
 * the graph, neither here nor in the store, and requests are answered in between. Where a load came between two pages,
 * reading begins again.
 * @throws NothingLoadedError when nothing is loaded, and StoreError when loads don't end.
 */
export function readSnapshot(store: Store, model: Model): Promise<LoadedSnapshot> {
  return ofOneRevision(store, async ({ revision }) => {
    const items = await readItems(store)
    const indexer = new Indexer(items)
    const sources = new CollectedSources()
    const rules = impactRules(model)
    for (let first = 0; first < items.length && rules.size > 0; first += pageSize)
      for (const need of await readNeeds(store, rules, items.slice(first, first + pageSize), sources)) indexer.add(need)
    const sourcesOf = sources.done()
    return {
      revision,
      index: await inTurns(indexer.index()),
      verbs: verbsOf(model),
      sourcesOf: ({ relation }) => sourcesOf(relation),
    }
  })
}

/** A page of items. Columns are what drivers decode fastest; what isn't there must have a value, or its column would be shorter. */
interface ItemPage extends Json {
  readonly ids: readonly string[]
  readonly kinds: readonly string[]
  readonly names: readonly string[]
}

/** All items, in the order in which the store has their ids. */
async function readItems(store: Store): Promise<SnapshotItem[]> {
  const items: SnapshotItem[] = []
  /** Each kind once: drivers make new texts for every row. */
  const known = new Map<string, string>()
  for (let after = ''; ; after = items.at(-1)?.id ?? '') {
    const [page] = await store.read<ItemPage>(
      `MATCH (n:${labels.item}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $most
       RETURN collect(n.id) AS ids, collect(coalesce(n.${itemProperties.kind}, '')) AS kinds,
              collect(coalesce(n.name, n.id)) AS names`,
      { after, most: pageSize },
    )
    const { ids = [], kinds = [], names = [] } = page ?? {}
    for (const [place, id] of ids.entries()) {
      const kind = kinds[place] ?? ''
      if (!known.has(kind)) known.set(kind, kind)
      items.push({ id, kind: known.get(kind) ?? kind, name: names[place] ?? id })
    }
    if (ids.length < pageSize) return items
  }
}

/** A page of relations, from their holders. An attribute that isn't there is empty, or 0. */
interface RelationPage extends Json {
  readonly holders: readonly string[]
  readonly types: readonly string[]
  readonly targets: readonly string[]
  readonly sources: readonly string[]
  readonly criticalities: readonly string[]
  readonly groups: readonly string[]
  readonly atLeast: readonly number[]
  readonly statuses: readonly string[]
  readonly uses: readonly string[]
}

/** The needs that are relations of some items which follow each other in the store's order. */
async function readNeeds(
  store: Store,
  rules: ReadonlyMap<string, ImpactRule>,
  holders: readonly SnapshotItem[],
  sources: CollectedSources,
): Promise<Need[]> {
  const types = [...rules.keys()].map((type) => `\`${type}\``).join('|')
  const [page] = await store.read<RelationPage>(
    `MATCH (n:${labels.item}) WHERE n.id >= $from AND n.id <= $to
     MATCH (n)-[r:${types}]->(b:${labels.item})
     RETURN collect(n.id) AS holders, collect(type(r)) AS types, collect(b.id) AS targets, collect(coalesce(r.sources, '[]')) AS sources,
            collect(coalesce(r.criticality, '')) AS criticalities, collect(coalesce(r.redundancyGroup, '')) AS groups,
            collect(coalesce(r.atLeast, 0)) AS atLeast, collect(coalesce(r.status, '')) AS statuses,
            collect(coalesce(r.use, '')) AS uses`,
    { from: holders[0]?.id ?? '', to: holders.at(-1)?.id ?? '' },
  )
  return (page?.types ?? []).flatMap((type, place) => {
    const rule = rules.get(type)
    const number = sources.add(page?.sources[place] ?? '[]')
    const carried = {
      criticality: page?.criticalities[place],
      redundancyGroup: page?.groups[place] || undefined,
      atLeast: page?.atLeast[place] || undefined,
      status: page?.statuses[place],
      use: page?.uses[place],
    }
    return rule === undefined
      ? []
      : needOf(rule, page?.holders[place] ?? '', page?.targets[place] ?? '', carried, number)
  })
}
