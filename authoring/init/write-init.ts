import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { configFile } from '../../graph/catalogue/config-settings.ts'
import { repositoryAbove } from '../../graph/catalogue/repository-root.ts'
import { editorSchemas } from '../editor/schemas.ts'
import type { EditorSchema } from '../editor/schemas.ts'
import { wireVscode, writeSchemas } from '../editor/wire-editor.ts'
import type { InitFile, Pipeline } from './plan-init.ts'

/** What became of the files. */
export interface InitDone {
  readonly written: readonly InitFile[]
  /** They were there, and are as they were. */
  readonly left: readonly InitFile[]
}

/** Whether a folder is a catalogue already, whatever the ending of its configuration. */
export const isCatalogue = (folder: string): boolean =>
  [configFile, configFile.replace(/yaml$/, 'yml')].some((name) => existsSync(join(folder, name)))

/** A name for the catalogue in a folder: letters, digits and hyphens of the folder's. */
export function nameFor(folder: string): string {
  const name = basename(resolve(folder))
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return name === '' ? 'catalogue' : name
}

/** A title for a catalogue of this name: "acme-it" → "Acme it". */
export const titleFor = (name: string): string => {
  const words = name.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: service management`
}

/** Where this folder's repository seems to be checked, by what lies in it. */
export function pipelineFor(folder: string): Pipeline {
  const root = repositoryAbove(folder) ?? resolve(folder)
  return existsSync(join(root, '.gitlab-ci.yml')) ? 'gitlab' : 'github'
}

/** Writes the files that aren't there yet, and nothing over one that is. */
export function writeInit(files: readonly InitFile[]): InitDone {
  const [written, left]: [InitFile[], InitFile[]] = [[], []]
  for (const file of files) {
    if (existsSync(file.path)) {
      left.push(file)
      continue
    }
    mkdirSync(dirname(file.path), { recursive: true })
    writeFileSync(file.path, file.text, { flag: 'wx' })
    written.push(file)
  }
  return { written, left }
}

/**
 * Writes the schemas of a new catalogue, and wires them where there are no settings yet.
 * @param others schemas of files beside it.
 * @returns the settings' file, if it was written.
 */
export async function writeEditorSettings(
  folder: string,
  others: readonly EditorSchema[] = [],
): Promise<InitFile | undefined> {
  const schemas = [...(await editorSchemas(folder)), ...others]
  const wiring = { catalogue: folder, schemas: join(folder, '.tributary/schemas'), workspace: folder }
  writeSchemas(schemas, wiring.schemas)
  if (existsSync(join(folder, '.vscode/settings.json'))) return undefined
  return { path: wireVscode(schemas, wiring), text: '', about: 'tells the editor which schema describes which files' }
}
