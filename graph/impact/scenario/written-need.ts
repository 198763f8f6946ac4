import type { Relation } from '../../model/model.ts'
import type { ImpactRule } from '../impact-rules.ts'
import { needOf } from '../need-of.ts'
import type { Need } from '../snapshot.ts'
import type { WrittenRelation } from './scenario.ts'

/** Relations of scenarios aren't written in the catalogue, where needs say their places. */
const fromScenario = -1

/** The need that a relation is which a scenario writes, with what the model says where the scenario doesn't. */
export function writtenNeed(
  { criticality, redundancyGroup, edge }: Relation,
  rule: ImpactRule,
  holder: string,
  target: string,
  values: WrittenRelation['values'],
): Need {
  const usual = Object.fromEntries((edge?.attributes ?? []).map((each) => [each.name, each.default]))
  // A relation's own defaults win over its edge type's.
  const own = { ...(criticality && { criticality }), ...(redundancyGroup && { redundancyGroup }) }
  return needOf(rule, holder, target, { ...usual, ...own, ...values }, fromScenario)
}
