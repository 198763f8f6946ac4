import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { planLoad } from '../graph/load/plan.ts'
import { openStore } from '../graph/store/open-store.ts'
import type { Store } from '../graph/store/store.ts'

/** Loads a catalogue's folder into a store: one in memory, unless another is given. */
export async function loadedStore(folder: string, given?: Store): Promise<Store> {
  const { catalogue, findings } = await readCatalogue(folder, { today: '2026-11-22' })
  if (catalogue === undefined) throw new Error(findings.map((each) => each.message).join('\n'))
  const store = given ?? (await openStore('memory:'))
  await applyPlan(store, await planLoad(store, catalogue))
  return store
}
