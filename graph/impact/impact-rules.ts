import type { Direction } from '../model/model.ts'
import type { Verbs } from './sentence.ts'

/** How one relation carries failure and change (design, "Impact"), read off the model. */
export interface ImpactRule {
  /** Type of the relation in the graph. */
  readonly type: string
  /** Which end needs the other. `NEEDS`: the holder needs the target. `SERVES`: the target needs the holder. */
  readonly direction: Direction
  /** Failure flows along it, by the criticality of each relation; otherwise only changes do. */
  readonly carriesFailure: boolean
}

/** What a model says of its relations that matters here: the graph's own, or that which pages read from the API. */
interface Relations<Said = unknown> {
  readonly relations: ReadonlyMap<string, Said & Carrying>
}
interface Carrying {
  readonly type: string
  readonly impact?: string | null | undefined
  readonly change?: string | null | undefined
}

/** The rule of a relation; undefined where it carries neither failure nor change. */
export function impactRuleOf({ type, impact, change }: Carrying): ImpactRule | undefined {
  const said = impact ?? change
  if (said == null) return undefined
  return { type, direction: said === 'SERVES' ? 'SERVES' : 'NEEDS', carriesFailure: impact != null }
}

/** The rules of every relation that carries failure or change, by relation type. */
export function impactRules({ relations }: Relations): ReadonlyMap<string, ImpactRule> {
  return new Map([...relations.values()].flatMap((each) => impactRuleOf(each) ?? []).map((rule) => [rule.type, rule]))
}

/** How to say each relation, from the item that needs and from the one that it needs. */
export function verbsOf({ relations }: Relations<{ readonly verbs: readonly [string, string] }>): Verbs {
  return new Map(
    [...relations.values()].map((relation) => {
      const [there, back] = relation.verbs
      return [relation.type, impactRuleOf(relation)?.direction === 'SERVES' ? [back, there] : [there, back]]
    }),
  )
}
