import type { ImpactRule } from './impact-rules.ts'
import { isNeededToday } from './needed-today.ts'
import type { Need } from './snapshot.ts'
import { criticalities } from './states.ts'

/** What a relation carries that makes its need: of the catalogue's edge types, `Dependency` and what says its state. */
export type Carried = {
  readonly [Field in 'criticality' | 'redundancyGroup' | 'atLeast' | 'status' | 'use']?: unknown
}

/**
 * The need that a relation is: the one place that knows, for the graph, for pages and for scenarios.
 * @param relation where the asker keeps the rest of the relation.
 */
export function needOf(rule: ImpactRule, holder: string, target: string, carried: Carried, relation: number): Need {
  const [dependent, needed] = rule.direction === 'SERVES' ? [target, holder] : [holder, target]
  const { criticality, redundancyGroup, atLeast } = carried
  const strength = criticalities.find((each) => each === criticality) ?? 'IMPORTANT'
  return {
    ...{ dependent, needed, type: rule.type, relation },
    criticality: rule.carriesFailure && isNeededToday(carried) ? strength : undefined,
    redundancyGroup: typeof redundancyGroup === 'string' ? redundancyGroup : undefined,
    atLeast: typeof atLeast === 'number' ? atLeast : undefined,
  }
}
