import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../../graph/package-root.ts'
import { bundleEditor, editorSources } from './bundle-editor.ts'

/** Where the package carries the query editor, ready to be served. */
export const packedEditor = join(packageRoot, 'dist/graphiql')

/**
 * The folder of the bundled query editor. A package brings it; in a checkout it is bundled on first use, and again when the
 * page or what the lockfile names has changed.
 */
export async function editorFolder(): Promise<string> {
  const isPacked = existsSync(join(packedEditor, 'index.html'))
  if (isPacked) return packedEditor
  const folder = join(packageRoot, 'node_modules/.cache/tributary', `graphiql-${version()}`)
  if (!existsSync(folder)) {
    await mkdir(dirname(folder), { recursive: true })
    await bundleEditor(folder)
  }
  return folder
}

/** Tells one bundle from another: what the page is written in, and the packages it is made of. */
function version(): string {
  const hash = createHash('sha256')
  const files = globSync('*', { cwd: editorSources }).sort()
  for (const file of [...files.map((name) => join(editorSources, name)), join(packageRoot, 'package-lock.json')])
    if (existsSync(file)) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
