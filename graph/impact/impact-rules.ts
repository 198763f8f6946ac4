import type { Direction, Model } from '../model/model.ts'

/** How one relation carries failure and change (design, "Impact"), read off the model. */
export interface ImpactRule {
  /** Type of the relation in the graph. */
  readonly type: string
  /** Which end needs the other. `NEEDS`: the holder needs the target. `SERVES`: the target needs the holder. */
  readonly direction: Direction
  /** Failure flows along it, by the criticality of each relation; otherwise only changes do. */
  readonly carriesFailure: boolean
}

/** The rules of every relation that carries failure or change, by relation type. */
export function impactRules(model: Model): ReadonlyMap<string, ImpactRule> {
  const rules = [...model.relations.values()].flatMap((relation): ImpactRule[] => {
    const direction = relation.impact ?? relation.change
    if (direction === undefined) return []
    return [{ type: relation.type, direction, carriesFailure: relation.impact !== undefined }]
  })
  return new Map(rules.map((rule) => [rule.type, rule]))
}
