import { writeFiles } from '../write-files.ts'
import { planRename } from './plan-rename.ts'
import type { RenamePlan } from './plan-rename.ts'

/**
 * Gives an item of a catalogue another id, in all files or in none.
 * @throws RenameError naming everything that is in the way, as `planRename`.
 */
export async function renameItem(folder: string, id: string, name: string): Promise<RenamePlan> {
  const plan = await planRename(folder, id, name)
  writeFiles(plan.files.map(({ path, to, after }) => ({ path, content: after, ...(to === undefined ? {} : { to }) })))
  return plan
}
