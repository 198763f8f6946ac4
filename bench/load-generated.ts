import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { planLoad } from '../graph/load/plan.ts'
import { openStore } from '../graph/store/open-store.ts'
import { writeGeneratedCatalogue } from './generated-catalogue.ts'

/**
 * Writes a generated catalogue into a folder and loads it into stores, in place of what they hold.
 * @returns how large it is.
 */
export async function loadGenerated(
  folder: string,
  size: number,
  addresses: readonly string[],
): Promise<{ readonly items: number; readonly relations: number }> {
  writeGeneratedCatalogue(folder, size)
  const { catalogue } = await readCatalogue(folder)
  if (catalogue === undefined) throw new Error('The generated catalogue has errors.')
  for (const address of addresses) {
    const store = await openStore(address)
    await applyPlan(store, await planLoad(store, catalogue), { allowLargeRemoval: true })
    await store.close()
  }
  return { items: catalogue.items.size, relations: catalogue.relations.length }
}
