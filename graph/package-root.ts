import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of this package: where `package.json`, the model, the built-in catalogues and the site's sources lie, whether
 * the code runs from its sources or compiled below `dist/`.
 */
export const packageRoot: string = rootAbove(dirname(fileURLToPath(import.meta.url)))

/** What this package is called, and its version. */
export const ownPackage = (): { readonly name: string; readonly version: string } =>
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { name: string; version: string }

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('Tributary is not installed completely: its package.json is missing.')
  return rootAbove(parent)
}
