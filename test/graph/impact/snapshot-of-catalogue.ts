import type { Catalogue } from '../../../graph/catalogue/catalogue.ts'
import { impactRules } from '../../../graph/impact/impact-rules.ts'
import { isNeededToday } from '../../../graph/impact/needed-today.ts'
import type { Need, Snapshot } from '../../../graph/impact/snapshot.ts'

/** The snapshot that the graph should hold of a catalogue, made without one: from its items and relations directly. */
export function snapshotOfCatalogue({ items, relations, model }: Catalogue): Snapshot {
  const rules = impactRules(model)
  const needs = relations.flatMap(({ type, from, to, values }, relation): Need[] => {
    const rule = rules.get(type)
    if (rule === undefined) return []
    const { criticality, redundancyGroup, atLeast } = values as Partial<Need>
    const ends = rule.direction === 'NEEDS' ? { dependent: from, needed: to } : { dependent: to, needed: from }
    return [
      {
        ...ends,
        type,
        relation,
        ...(rule.carriesFailure && isNeededToday(values) ? { criticality, redundancyGroup, atLeast } : {}),
      },
    ]
  })
  return {
    items: [...items.values()].map(({ id, kind, values }) => ({ id, kind, name: String(values['name']) })),
    needs,
  }
}
