import type { Relation } from '../../model/model.ts'
import type { ImpactRule } from '../impact-rules.ts'
import type { Need } from '../snapshot.ts'
import type { Criticality } from '../states.ts'
import type { WrittenRelation } from './scenario.ts'

/** Relations of scenarios aren't written in the catalogue, where needs say their places. */
const fromScenario = -1

/** The need that a relation is which a scenario writes, with what the model says where the scenario doesn't. */
export function needOf(
  { type, criticality, redundancyGroup, edge }: Relation,
  rule: ImpactRule | undefined,
  holder: string,
  target: string,
  values: WrittenRelation['values'],
): Need {
  const [dependent, needed] = rule?.direction === 'SERVES' ? [target, holder] : [holder, target]
  const need = { dependent, needed, type, relation: fromScenario }
  if (rule?.carriesFailure !== true) return need
  // A relation's own defaults win over its edge type's.
  const said = (name: string, own?: string): unknown =>
    values[name] ?? own ?? edge?.attributes.find((each) => each.name === name)?.default
  return {
    ...need,
    criticality: (said('criticality', criticality) ?? 'IMPORTANT') as Criticality,
    redundancyGroup: said('redundancyGroup', redundancyGroup) as string | undefined,
    atLeast: said('atLeast') as number | undefined,
  }
}
