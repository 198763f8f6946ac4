import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { CatalogueFileText } from '../../authoring/catalogue-file.ts'
import type { FileValue } from '../../authoring/file-value.ts'
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
 * Writes what a plan says: first every file beside its place, then all into their places, the state last. One that is cut
 * short is finished by the next import.
 */
export function applyImport(plan: ImportPlan): void {
  const { target, leftOut } = plan
  const texts = new Map([...plan.writes, ...configTexts(target)])
  const notTaken = join(target.folder, notTakenFile)
  if (leftOut.length > 0) texts.set(notTaken, notTakenText(leftOut))
  const written = [...texts].map(([path, text]) => [path, writtenBeside(path, text)] as const)
  for (const [path, beside] of written) renameSync(beside, path)
  for (const path of plan.deletes) rmSync(path, { force: true })
  if (leftOut.length === 0) rmSync(notTaken, { force: true })
  const state = join(target.folder, stateFile)
  renameSync(writtenBeside(state, stateText(plan.state)), state)
}

function writtenBeside(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true })
  const beside = join(dirname(path), `.${basename(path)}.${String(process.pid)}.tmp`)
  writeFileSync(beside, text)
  return beside
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
