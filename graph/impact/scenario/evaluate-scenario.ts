import type { Report } from '../../catalogue/report.ts'
import { suggestId } from '../../catalogue/suggest.ts'
import type { Model } from '../../model/model.ts'
import { compareImpact } from '../compare-impact.ts'
import type { ImpactChanges } from '../compare-impact.ts'
import type { Indexable } from '../index-snapshot.ts'
import type { Verbs } from '../sentence.ts'
import { summaryOf } from '../summary.ts'
import { applyChanges } from './apply-changes.ts'
import { checkExpectations } from './check-expectations.ts'
import type { Checked } from './check-expectations.ts'
import { comparePoints } from './compare-points.ts'
import type { PointChanges } from './compare-points.ts'
import type { Scenario, Written } from './scenario.ts'
import { scenarioSummary } from './scenario-summary.ts'
import { sideOf } from './side.ts'
import type { Side } from './side.ts'

/** What a scenario comes to, compared with what is. */
export interface Outcome {
  readonly name: string
  /** In one sentence, to be read out. */
  readonly summary: string
  /** Whether every expectation holds. */
  readonly holds: boolean
  /** Streams and services whose single points of failure change. */
  readonly singlePoints: readonly PointChanges[]
  /** What fails, now and then; undefined where the scenario lets nothing fail. */
  readonly failure: (ImpactChanges & { readonly before: string; readonly after: string }) | undefined
  readonly expectations: readonly Checked[]
}

/**
 * Evaluates a scenario against a snapshot.
 * @returns undefined where something in it can't be done or found; that was reported, all of it.
 */
export function evaluateScenario(
  snapshot: Indexable,
  scenario: Scenario,
  model: Model,
  verbs: Verbs,
  report: Report,
): Outcome | undefined {
  const changed = applyChanges(snapshot, scenario.changes, model, report)
  reportUnknown(snapshot, changed, scenario, report)
  if (report.hasErrors) return undefined
  const [before, after] = [sideOf(snapshot, scenario.failed), sideOf(changed, scenario.failed)]
  const expectations = checkExpectations(scenario.expectations, after, verbs)
  const singlePoints = comparePoints(before, after)
  return {
    name: scenario.name,
    summary: scenarioSummary(scenario.name, singlePoints, expectations),
    holds: expectations.every(({ holds }) => holds),
    singlePoints,
    failure:
      scenario.failed.length === 0
        ? undefined
        : { ...compareImpact(before.impact, after.impact), before: toldOf(before), after: toldOf(after) },
    expectations,
  }
}

const toldOf = ({ index, declared, impact }: Side): string =>
  declared.size === 0 ? 'Nothing of what fails is there.' : summaryOf(index, declared, impact)

/** Reports items that the scenario speaks of outside of its changes: what fails may be there before or after, the rest after. */
function reportUnknown(before: Indexable, after: Indexable, { failed, expectations }: Scenario, report: Report): void {
  const now = new Set(after.items.map(({ id }) => id))
  const ever = new Set([...now, ...before.items.map(({ id }) => id)])
  const check = ({ id, place }: Written, known: ReadonlySet<string>): void => {
    if (known.has(id)) return
    const hint = report.suggestion(() => suggestId(id, known))
    const message = ever.has(id) ? `There is no item ${id} any more after the changes.` : `There is no item ${id} here.`
    report.error('unknown-reference', place, message, { hint })
  }
  for (const item of failed) check(item, ever)
  for (const expectation of expectations) {
    check(expectation.item, now)
    if (expectation.about === 'singlePointsOf') for (const item of expectation.noneOf) check(item, ever)
  }
}
