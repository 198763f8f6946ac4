import { existsSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** The folder with `src/pages`: beside this file, or in the package's `site` when this file lies compiled below `dist`. */
export function siteSources(): string {
  const places = [here, join(here, '../../site')]
  const found = places.find((place) => existsSync(join(place, 'src/pages')))
  if (found === undefined)
    throw new Error('Tributary is not installed completely: the sources of its site are missing.')
  return found
}

/** Astro names modules of its own as seen from the root, so it must be found there. */
export async function linkAstro(root: string): Promise<void> {
  const link = join(root, 'node_modules/astro')
  await mkdir(dirname(link), { recursive: true })
  await symlink(packageFolder('astro', here), link, 'junction')
}

/** Where a package of ours is installed: in a `node_modules` beside this file or above it. */
function packageFolder(name: string, from: string): string {
  const folder = join(from, 'node_modules', name)
  if (existsSync(folder)) return folder
  if (dirname(from) === from) throw new Error(`Tributary is not installed completely: ${name} is missing.`)
  return packageFolder(name, dirname(from))
}
