import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { CatalogueFileText } from '../../authoring/catalogue-file.ts'
import type { FileValue } from '../../authoring/file-value.ts'
import { writeFiles } from '../../authoring/write-files.ts'
import { fileText } from '../../authoring/yaml-text.ts'
import { configFile } from '../../graph/catalogue/config-settings.ts'
import { largestRemoval } from '../../graph/load/apply-plan.ts'
import { stateFile, stateText } from './import-state.ts'
import type { ImportTarget } from './import-target.ts'
import { notTakenFile, notTakenText } from './not-taken.ts'
import type { ImportPlan } from './plan-import.ts'

/** Whether a plan removes more than a fifth of what was imported: perhaps it is another source than before. */
export const removesMuch = ({ removed, state }: ImportPlan): boolean =>
  removed.length > (removed.length + state.items.size) * largestRemoval

/**
 * Writes what a plan says, all of it or nothing, the state last: one that is cut short is finished by the next import.
 * @throws what the system says, after everything has been put back.
 */
export function applyImport(plan: ImportPlan): void {
  const { target, leftOut, writes, deletes, state } = plan
  const below = (file: string): string => join(target.folder, file)
  writeFiles([
    ...[...writes, ...configTexts(target)].map(([path, content]) => ({ path, content })),
    ...deletes.map((path) => ({ path, content: undefined })),
    { path: below(notTakenFile), content: leftOut.length > 0 ? notTakenText(leftOut) : undefined },
    { path: below(stateFile), content: stateText(state) },
  ])
}

/** Configurations to write: the layer's own, and the catalogue's, which extends it. */
function configTexts({ catalogue, folder, into, system }: ImportTarget): Map<string, string> {
  const texts = new Map<string, string>()
  const own = join(folder, configFile)
  if (!existsSync(own)) {
    texts.set(
      own,
      fileText(
        new Map<string, FileValue>([
          ['name', basename(folder)],
          ['system', system],
        ]),
      ),
    )
  } else {
    const config = new CatalogueFileText(own, readFileSync(own, 'utf8'))
    config.set('system', system, ['name', 'system'])
    texts.set(own, config.toString())
  }
  const path = join(catalogue, configFile)
  const config = new CatalogueFileText(path, readFileSync(path, 'utf8'))
  const layers = config.fields.get('extends')
  const names = Array.isArray(layers) ? (layers as readonly FileValue[]).map(String) : []
  if (!names.some((name) => resolve(catalogue, name) === folder)) {
    config.set('extends', [...names, into], ['name', 'title', 'extends'])
    texts.set(path, config.toString())
  }
  return texts
}
