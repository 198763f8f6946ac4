import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/** The root of the repository that a folder lies in, or will lie in, by its `.git`; undefined where there is none. */
export function repositoryAbove(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return undefined
  }
}

/** The same; without one, the folder that the program runs in. Code hosts name files from there. */
export const repositoryRoot = (folder: string): string => repositoryAbove(folder) ?? process.cwd()

/** A path from a root on, with forward slashes; undefined when it isn't below it. */
export function pathBelow(root: string, path: string): string | undefined {
  const way = relative(root, path)
  return way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
    ? undefined
    : way.replaceAll(sep, '/')
}
