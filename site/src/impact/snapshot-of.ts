import { impactRuleOf } from '../../../graph/impact/impact-rules.ts'
import { needOf } from '../../../graph/impact/need-of.ts'
import type { Snapshot } from '../../../graph/impact/snapshot.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

/** A catalogue as impact is worked out from it: what `graph/impact/read-snapshot.ts` reads from the graph. */
export function snapshotOf({ items }: Pick<Catalogue, 'items'>): Snapshot {
  const known = [...items.values()]
  const held = known.flatMap((holder) => holder.holds.map((each) => ({ holder, ...each })))
  return {
    items: known.map(({ id, kind, name }) => ({ id, kind: kind.name, name })),
    needs: held.flatMap(({ holder, relation, item, values }, place) => {
      const rule = impactRuleOf(relation)
      return rule === undefined ? [] : needOf(rule, holder.id, item.id, values, place)
    }),
  }
}
