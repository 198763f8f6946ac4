import type { Source } from '../catalogue/catalogue.ts'
import type { Model } from '../model/model.ts'
import { itemProperties, labels } from '../representation.ts'
import type { Json, Store } from '../store/store.ts'
import { impactRules, verbsOf } from './impact-rules.ts'
import { indexSnapshot } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { needOf } from './need-of.ts'
import type { Verbs } from './sentence.ts'
import type { Need, SnapshotItem } from './snapshot.ts'

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

/** A relation as the statement answers it, from its holder. */
type Held = readonly [
  type: string,
  target: string,
  criticality: string | null,
  redundancyGroup: string | null,
  atLeast: number | null,
  sources: string,
  status: string | null,
  use: string | null,
]

/** An item with the relations that it holds, as the statement answers it. */
interface ItemRow extends Json {
  readonly revision: number
  /** Null in the one row of a graph without items. */
  readonly id: string | null
  readonly kind: string
  readonly name: string
  readonly held: readonly Held[] | null
}

/**
 * Reads every item and every relation that carries failure or change, in one statement, from one revision. Items come one by
 * one, each with what it holds: collected into one row, a large graph's relations take the store all of its memory.
 */
export async function readSnapshot(store: Store, model: Model): Promise<LoadedSnapshot> {
  const rules = impactRules(model)
  const types = [...rules.keys()].map((type) => `\`${type}\``).join('|')
  const answered = await store.read<ItemRow>(
    `MATCH (c:${labels.catalogue} {id: 'catalogue'})
     OPTIONAL MATCH (n:${labels.item})
     CALL (n) { MATCH (n)-[r:${types}]->(b:${labels.item})
       RETURN collect([type(r), b.id, r.criticality, r.redundancyGroup, r.atLeast, r.sources, r.status, r.use]) AS held }
     RETURN c.revision AS revision, n.id AS id, n.${itemProperties.kind} AS kind, n.name AS name, held`,
  )
  const [first] = answered
  if (first === undefined) throw new Error('The graph was emptied while it was asked.')
  const items: SnapshotItem[] = []
  const needs: Need[] = []
  /** By the number of the relation. */
  const sources: string[] = []
  for (const { id, kind, name, held } of answered) {
    if (id === null) continue
    items.push({ id, kind, name })
    for (const [type, target, criticality, redundancyGroup, atLeast, written, status, use] of held ?? []) {
      const rule = rules.get(type)
      const carried = { criticality, redundancyGroup, atLeast, status, use }
      if (rule !== undefined) needs.push(needOf(rule, id, target, carried, sources.length))
      sources.push(written)
    }
  }
  return {
    revision: first.revision,
    index: indexSnapshot({ items, needs }),
    verbs: verbsOf(model),
    sourcesOf: ({ relation }) => JSON.parse(sources[relation] ?? '[]') as Source[],
  }
}
