import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'

/** Files by their paths below a folder: text, or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>

let parent: string | undefined
let count = 0

/** Writes files into a new folder, which goes when the run is over. Returns the folder's path. */
export function folderWith(files: Files): string {
  parent ??= mkdtempSync(join(inject('sharedFolder'), 'catalogue-'))
  const folder = join(parent, String((count += 1)))
  mkdirSync(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** The same with a configuration that names the catalogue `own` and nothing more, where `files` has none. */
export const catalogueWith = (files: Files): string => folderWith({ 'tributary.config.yaml': 'name: own\n', ...files })
