import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importTarget } from '../../../exchange/import/import-target.ts'
import { ImportError } from '../../../exchange/import/imported.ts'
import type { Imported } from '../../../exchange/import/imported.ts'
import type { CatalogueInView } from '../../../exchange/import/known-catalogue.ts'
import { knownCatalogue } from '../../../exchange/import/known-catalogue.ts'
import { planImport } from '../../../exchange/import/plan-import.ts'
import { expectRefusal } from '../target.ts'

/** Runs an importer for a file of this name, and plans what it found. @throws what is no refusal that names the file. */
type Plan = (
  file: string,
  importer: (file: string, known: CatalogueInView) => Imported | Promise<Imported>,
) => Promise<void>

/** A catalogue with nothing in it, which imports are planned for. */
export async function planOf(folder: string): Promise<Plan> {
  const own = join(folder, 'own')
  mkdirSync(own)
  writeFileSync(join(own, 'tributary.config.yaml'), 'name: own\n')
  const target = importTarget(own, 'imports/crm', 'CRM')
  const known = await knownCatalogue(target)
  return async (file, importer) => {
    try {
      planImport(await importer(file, known), known, target)
    } catch (error) {
      expectRefusal(error, ImportError, file)
    }
  }
}
