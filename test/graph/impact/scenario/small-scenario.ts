import { Report } from '../../../../graph/catalogue/report.ts'
import type { Place } from '../../../../graph/catalogue/finding.ts'
import { applyChanges } from '../../../../graph/impact/scenario/apply-changes.ts'
import { evaluateScenario } from '../../../../graph/impact/scenario/evaluate-scenario.ts'
import type { Outcome } from '../../../../graph/impact/scenario/evaluate-scenario.ts'
import type { Change, Related, Scenario, Written } from '../../../../graph/impact/scenario/scenario.ts'
import type { Need, Snapshot } from '../../../../graph/impact/snapshot.ts'
import { kindOf } from '../../../../graph/model/model.ts'
import { readModel } from '../../../../graph/model/read-model.ts'

export const model = readModel()
export const place: Place = { layer: 'scenario', path: 's.yaml', file: 's.yaml', line: 1, column: 1 }
export const written = (id: string): Written => ({ id, place })

/** Applications by the last parts of their ids, and what they need of each other. */
export function applications(ids: readonly string[], ...needs: readonly Omit<Need, 'relation' | 'type'>[]): Snapshot {
  return {
    items: ids.map((id) => ({ id: app(id), kind: 'Application', name: id.toUpperCase() })),
    needs: needs.map((each, relation) => ({
      ...{ ...each, relation, type: 'NEEDS', dependent: app(each.dependent), needed: app(each.needed) },
    })),
  }
}

const app = (id: string): string => `application/${id}`

/** An application and what it needs, as a change says it. */
export function related(
  id: string,
  needs: readonly Pick<Need, 'needed' | 'criticality' | 'redundancyGroup' | 'atLeast'>[],
): Related {
  const kind = kindOf(model, 'Application')
  const relation = kind.relations.find(({ type }) => type === 'NEEDS')
  if (relation === undefined) throw new Error('Applications need nothing.')
  const relations = needs.map(({ needed, ...values }) => ({
    relation,
    to: written(needed),
    values: Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  }))
  return { item: written(id), kind, relations }
}

/** A snapshot by what it says, whatever order it is in and wherever it is written. */
export const saying = ({ items, needs }: Snapshot): unknown => ({
  items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  needs: needs
    .map(({ relation: _, criticality, redundancyGroup, atLeast, ...ends }) =>
      JSON.stringify([ends.dependent, ends.type, ends.needed, criticality, redundancyGroup, atLeast]),
    )
    .sort(),
})

/** What a snapshot becomes. @throws where that can't be done. */
export function changed(snapshot: Snapshot, ...changes: readonly Change[]): Snapshot {
  const report = new Report()
  const result = applyChanges(snapshot, changes, model, report)
  if (report.hasErrors) throw new Error(report.findings.map(({ message }) => message).join('\n'))
  return result
}

/** What a scenario comes to. @throws where it can't be evaluated. */
export function evaluated(snapshot: Snapshot, scenario: Partial<Scenario>): Outcome {
  const report = new Report()
  const whole = { name: 'Test', changes: [], failed: [], expectations: [], ...scenario }
  const verbs = new Map([...model.relations.values()].map(({ type, verbs }) => [type, verbs]))
  const outcome = evaluateScenario(snapshot, whole, model, verbs, report)
  if (outcome === undefined) throw new Error(report.findings.map(({ message }) => message).join('\n'))
  return outcome
}
