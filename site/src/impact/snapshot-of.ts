import { isNeededToday } from '../../../graph/impact/needed-today.ts'
import { criticalities } from '../../../graph/impact/states.ts'
import type { Criticality } from '../../../graph/impact/states.ts'
import type { Verbs } from '../../../graph/impact/sentence.ts'
import type { Need, Snapshot } from '../../../graph/impact/snapshot.ts'
import type { Catalogue, Connection, Item } from '../catalogue/catalogue.ts'
import type { Model, Relation } from '../catalogue/model.ts'

/** A need without a criticality of its own counts as this. */
const usual: Criticality = 'IMPORTANT'

/** A catalogue as impact is worked out from it: what `graph/impact/read-snapshot.ts` reads from the graph. */
export function snapshotOf({ items }: Pick<Catalogue, 'items'>): Snapshot {
  const known = [...items.values()]
  const needs = known.flatMap((holder) => holder.holds.flatMap((held) => needOf(holder, held)))
  return {
    items: known.map(({ id, kind, name }) => ({ id, kind: kind.name, name })),
    needs: needs.map((need, relation) => ({ ...need, relation })),
  }
}

/** How to say each relation, from the item that needs and from the one that it needs. */
export function verbsOf(model: Pick<Model, 'relations'>): Verbs {
  return new Map(
    [...model.relations.values()].map((relation) => {
      const [there, back] = relation.verbs
      return [relation.type, serves(relation) ? ([back, there] as const) : ([there, back] as const)]
    }),
  )
}

/** The target needs the holder. */
const serves = ({ impact, change }: Relation): boolean => (impact ?? change) === 'SERVES'

function needOf(holder: Item, { relation, item: target, values }: Connection): Omit<Need, 'relation'>[] {
  if (relation.impact == null && relation.change == null) return []
  const [dependent, needed] = serves(relation) ? [target.id, holder.id] : [holder.id, target.id]
  const said = criticalities.find((each) => each === (values['criticality'] ?? relation.criticality))
  const { redundancyGroup: group, atLeast } = values
  return [
    {
      ...{ dependent, needed, type: relation.type },
      criticality: relation.impact == null || !isNeededToday(values) ? undefined : (said ?? usual),
      redundancyGroup: typeof group === 'string' ? group : undefined,
      atLeast: typeof atLeast === 'number' ? atLeast : undefined,
    },
  ]
}
