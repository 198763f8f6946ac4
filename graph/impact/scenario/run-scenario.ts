import { byPlace } from '../../catalogue/finding.ts'
import type { Finding } from '../../catalogue/finding.ts'
import { Report } from '../../catalogue/report.ts'
import { requireLoadedCatalogue } from '../../load/loaded-catalogue.ts'
import { modelFromFiles } from '../../model/read-model.ts'
import type { Store } from '../../store/store.ts'
import { readFormerIds } from '../../load/read-former-ids.ts'
import { readSnapshot } from '../read-snapshot.ts'
import { evaluateScenario } from './evaluate-scenario.ts'
import type { Outcome } from './evaluate-scenario.ts'
import { readScenario } from './read-scenario.ts'

/** What a scenario came to, or everything that is wrong with its file. */
export type ScenarioRun =
  { readonly revision: number; readonly outcome: Outcome } | { readonly findings: readonly Finding[] }

/**
 * Reads a scenario's file and evaluates it against what a store holds, which stays as it is.
 * @throws NothingLoadedError when nothing is loaded.
 */
export async function runScenario(store: Store, path: string): Promise<ScenarioRun> {
  const { model: files } = await requireLoadedCatalogue(store)
  const model = modelFromFiles(files)
  const { index, verbs, revision } = await readSnapshot(store, model)
  const report = new Report()
  const scenario = readScenario(path, model, await readFormerIds(store), report)
  const outcome = scenario && evaluateScenario(index, scenario, model, verbs, report)
  return outcome === undefined ? { findings: [...report.findings].sort(byPlace) } : { revision, outcome }
}
