import type { Source } from '../catalogue/catalogue.ts'
import type { Model } from '../model/model.ts'
import { itemProperties, labels } from '../representation.ts'
import type { JsonValue, Store } from '../store/store.ts'
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

/** A relation as the statement answers it. */
type Row = readonly [
  type: string,
  holder: string,
  target: string,
  criticality: string | null,
  redundancyGroup: string | null,
  atLeast: number | null,
  sources: string,
  status: string | null,
  use: string | null,
]

/** Reads every item and every relation that carries failure or change, in one statement, from one revision. */
export async function readSnapshot(store: Store, model: Model): Promise<LoadedSnapshot> {
  const rules = impactRules(model)
  const types = [...rules.keys()].map((type) => `\`${type}\``).join('|')
  const [row] = await store.read<{ revision: number; items: JsonValue; relations: JsonValue }>(
    `MATCH (c:${labels.catalogue} {id: 'catalogue'})
     CALL () { MATCH (n:${labels.item}) RETURN collect([n.id, n.${itemProperties.kind}, n.name]) AS items }
     CALL () { MATCH (a:${labels.item})-[r:${types}]->(b:${labels.item})
       RETURN collect([type(r), a.id, b.id, r.criticality, r.redundancyGroup, r.atLeast, r.sources, r.status, r.use]) AS relations }
     RETURN c.revision AS revision, items, relations`,
  )
  if (row === undefined) throw new Error('The graph was emptied while it was asked.')
  const items = (row.items as unknown as readonly (readonly [string, string, string])[]).map(
    ([id, kind, name]): SnapshotItem => ({ id, kind, name }),
  )
  const rows = row.relations as unknown as readonly Row[]
  const needs = rows.flatMap(
    ([type, holder, target, criticality, redundancyGroup, atLeast, , status, use], relation): Need | [] => {
      const rule = rules.get(type)
      const carried = { criticality, redundancyGroup, atLeast, status, use }
      return rule === undefined ? [] : needOf(rule, holder, target, carried, relation)
    },
  )
  return {
    revision: row.revision,
    index: indexSnapshot({ items, needs }),
    verbs: verbsOf(model),
    sourcesOf: ({ relation }) => JSON.parse(rows[relation]?.[6] ?? '[]') as Source[],
  }
}
