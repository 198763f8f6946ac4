import type { Command } from 'commander'
import { applyImport, removesMuch } from '../../exchange/import/apply-import.ts'
import { importTarget } from '../../exchange/import/import-target.ts'
import { ImportError } from '../../exchange/import/imported.ts'
import type { Imported, KnownCatalogue } from '../../exchange/import/imported.ts'
import { knownCatalogue } from '../../exchange/import/known-catalogue.ts'
import { planImport } from '../../exchange/import/plan-import.ts'
import { Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answer, say } from '../progress.ts'
import { importJson, importText } from '../text/import-text.ts'

/** What the command line said of any import. */
export interface ImportSaid {
  readonly catalogue: string
  /** Folder of the layer, below the catalogue. */
  readonly into: string
  readonly system: string
  readonly apply?: true
  readonly all?: true
  readonly allowLargeRemoval?: true
  readonly format: string
}

/**
 * Adds the options that every import takes.
 * @param layer where the import goes and what its system is called when nobody says so.
 */
export function importOptions(command: Command, layer: { readonly into: string; readonly system: string }): Command {
  return command
    .addOption(options.catalogue())
    .option('--into <folder>', 'folder for the imported files, below the catalogue', layer.into)
    .option('--system <name>', 'what the system is called that states it', layer.system)
    .option('--apply', 'write it; without, the plan is shown and nothing is written')
    .option('--all', 'show the whole plan and all that was left out, not the first of it')
    .addOption(options.allowLargeRemoval())
    .addOption(options.format('text', 'json'))
}

/**
 * Imports: reads what the catalogue says, has the source read, and shows the plan or applies it.
 * @throws Failure where nothing can be imported.
 */
export async function runImport(said: ImportSaid, read: (known: KnownCatalogue) => Promise<Imported>): Promise<void> {
  await explained(async () => {
    const target = importTarget(said.catalogue, said.into, said.system)
    const known = await knownCatalogue(target)
    const imported = await read(known)
    const plan = planImport(imported, known, target)
    const refused = said.apply === true && said.allowLargeRemoval !== true && removesMuch(plan)
    const applied = said.apply === true && !refused
    if (applied) applyImport(plan)
    const done = { imported, plan, applied }
    answer(said.format === 'json' ? JSON.stringify(importJson(done), null, 2) : importText(done, said.all === true))
    if (refused) {
      throw new Failure(
        `More than a fifth of what ${plan.target.into} holds would be removed: nothing was written.\nIs it the same source as before? Give another --into for another; pass --allow-large-removal to go on.`,
      )
    }
    say(applied ? `Next: tributary check --catalogue ${said.catalogue}` : 'Nothing was written: give --apply.')
  })
}

/** Does what may fail as an import does. @throws Failure with what the ImportError says. */
export async function explained<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof ImportError ? new Failure(error.message) : error
  }
}
