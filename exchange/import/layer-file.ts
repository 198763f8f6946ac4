import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { CatalogueFileText, FileNotEditable } from '../../authoring/catalogue-file.ts'
import type { FileFields, FileValue } from '../../authoring/file-value.ts'

/** Opens a file of an imported layer; a text says why a program can't change it. */
export function openLayerFile(path: string): CatalogueFileText | string {
  try {
    return new CatalogueFileText(path, readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof FileNotEditable) return error.message
    throw error
  }
}

/** Whether a file holds what was written last, and not a word or remark of anybody else. */
export function isUntouched(file: CatalogueFileText | string | undefined, written: FileFields): boolean {
  if (file === undefined || typeof file === 'string' || file.hasComments) return false
  const names = new Set([...file.fields.keys(), ...written.keys()])
  return [...names].every((name) => sameValue(file.fields.get(name), written.get(name)))
}

/** Whether two values say the same: line breaks at the end of a text say nothing. */
export function sameValue(a: FileValue | undefined, b: FileValue | undefined): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.trimEnd() === b.trimEnd()
  return isDeepStrictEqual(a, b)
}
