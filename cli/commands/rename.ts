import { Command } from 'commander'
import { formatRename, formatRenameJson } from '../../authoring/rename/format-rename.ts'
import { planRename } from '../../authoring/rename/plan-rename.ts'
import type { RenamePlan } from '../../authoring/rename/plan-rename.ts'
import { RenameError } from '../../authoring/rename/rename-error.ts'
import { renameItem } from '../../authoring/rename/rename.ts'
import { count } from '../catalogue.ts'
import { exitCodes, Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answer, say } from '../progress.ts'

export const position = 140

export const command = new Command('rename')
  .description(
    'Give an item another id: its file’s name and every place in the catalogue that gives the old one. The old one goes on to lead to it, in files, questions and addresses.',
  )
  .argument('<id>', 'the item; what stands before the slash may be left out where only one item is called so')
  .argument('<new>', 'its new id, or the last part of that')
  .addOption(options.catalogue())
  .option('--dry-run', 'write nothing: show what would change')
  .addOption(options.format('text', 'json'))
  .addHelpText(
    'after',
    `
All files are written or none; whatever else they hold stays as it is, comments too. Of a value stream, the steps' ids change
with it.

JSON is one object: "from", "to", "ids" (all that change), "files" (each "file", "to" and "changes" by line), "written".

Exit codes: 0 renamed, 1 something is in the way, 2 wrong use.

  $ tributary rename application/ticketing service-portal --dry-run
  $ tributary rename step/resolve-user-incident/capture record`,
  )
  .action(async (id: string, name: string, said: { catalogue: string; dryRun?: true; format: string }) => {
    const isDry = said.dryRun === true
    const plan = await renamed(() => (isDry ? planRename : renameItem)(said.catalogue, id, name))
    if (said.format === 'json') answer(formatRenameJson(plan, !isDry))
    else if (isDry) answer(formatRename(plan))
    const { from, to, files, ids } = plan
    const also = ids.size === 1 ? '' : `, with ${String(ids.size - 1)} inside of it`
    say(
      `${from} ${isDry ? 'would be' : 'is'} called ${to}${also}: ${count(files.length)} ${isDry ? 'to change' : 'changed'}.`,
    )
  })

/** @throws Failure with everything that is in the way. */
async function renamed(rename: () => Promise<RenamePlan>): Promise<RenamePlan> {
  try {
    return await rename()
  } catch (error) {
    if (error instanceof RenameError) throw new Failure(`${error.message}\nNothing was written.`, exitCodes.problems)
    throw error
  }
}
