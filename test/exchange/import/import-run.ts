import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyImport } from '../../../exchange/import/apply-import.ts'
import { importTarget } from '../../../exchange/import/import-target.ts'
import type { FileValue, Imported, ImportedItem, LeftOut } from '../../../exchange/import/imported.ts'
import { knownCatalogue } from '../../../exchange/import/known-catalogue.ts'
import { planImport } from '../../../exchange/import/plan-import.ts'
import type { ImportPlan } from '../../../exchange/import/plan-import.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { kindOf } from '../../../graph/model/model.ts'
import { readModel } from '../../../graph/model/read-model.ts'
import { catalogueWith } from '../../graph/catalogue/catalogue-folder.ts'
import type { Files } from '../../graph/catalogue/catalogue-folder.ts'

const model = readModel()
const kinds = new Map([...model.kinds.values()].map((kind) => [kind.idPrefix, kind.name]))

/** Fields of imported items by id. Their records are the ids' last parts. */
export type Told = Readonly<Record<string, Readonly<Record<string, FileValue>>>>

/** An import of these items, as an importer would give it. */
export function importedOf(told: Told, leftOut: readonly LeftOut[] = []): Imported {
  const items = Object.entries(told).map(([id, fields]): ImportedItem => {
    const [prefix = '', record = ''] = id.split('/')
    return { id, kind: kindOf(model, kinds.get(prefix) ?? ''), fields: { name: record, ...fields }, record }
  })
  return { recordsAre: 'records', records: items.length, items, leftOut }
}

/** A catalogue in a folder of its own that imports go into. */
export class Importing {
  readonly folder: string

  constructor(files: Files = {}) {
    this.folder = catalogueWith(files)
  }

  async plan(imported: Imported | Told, { system = 'CRM', into = 'imports/crm' } = {}): Promise<ImportPlan> {
    const target = importTarget(this.folder, into, system)
    const given = 'recordsAre' in imported ? (imported as Imported) : importedOf(imported)
    return planImport(given, await knownCatalogue(target), target)
  }

  async apply(imported: Imported | Told): Promise<ImportPlan> {
    const plan = await this.plan(imported)
    applyImport(plan)
    return plan
  }

  /** The text of a file; undefined when there is none. */
  text(path: string): string | undefined {
    const at = join(this.folder, path)
    return existsSync(at) ? readFileSync(at, 'utf8') : undefined
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text)
  }

  /** Messages of the errors that a check would tell. */
  async errors(): Promise<string[]> {
    const { findings } = await readCatalogue(this.folder)
    return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  }
}
