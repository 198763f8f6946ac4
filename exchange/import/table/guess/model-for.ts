import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { configFile } from '../../../../graph/catalogue/config-settings.ts'
import type { Model } from '../../../../graph/model/model.ts'
import { readModel } from '../../../../graph/model/read-model.ts'
import { importTarget } from '../../import-target.ts'
import { knownCatalogue } from '../../known-catalogue.ts'

/** The model of a catalogue; the built-in one where the folder holds none yet: one may guess before there is a catalogue. */
export async function modelFor(catalogue: string): Promise<Model> {
  if (!existsSync(join(catalogue, configFile))) return readModel()
  return (await knownCatalogue(importTarget(catalogue, 'imports/table', 'Table'))).model
}
