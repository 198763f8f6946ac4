import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { builtInLayers } from '../../catalogue/built-in-layers.ts'
import { configFile } from '../../catalogue/config-settings.ts'
import { readConfig } from '../../catalogue/read-config.ts'
import { Report } from '../../catalogue/report.ts'
import { readModel } from '../../model/read-model.ts'
import { git, readObjects } from './git.ts'
import type { Commit } from './revision.ts'

/** A file of a commit. */
interface Blob {
  readonly mode: string
  readonly object: string
  /** From the repository's root, with forward slashes. */
  readonly path: string
}

/** How git says that a file is a symbolic link. */
const linkMode = '120000'

/**
 * Writes a commit's files of a catalogue, and of the layers that it extends, below an empty folder: where they lie in the
 * repository, under the same path as in the file system, so that paths between them lead to the same places. A layer that the
 * commit doesn't have, being outside of the repository or ignored by it, is linked as it is now.
 * @returns the catalogue's folder there; undefined where the commit has no catalogue there.
 */
export async function writeRevision({ root, prefix, hash }: Commit, below: string): Promise<string | undefined> {
  const base = join(below, ...root.split(sep).filter((part) => part !== ''))
  const done = new Set<string>()
  const write = async (folder: string): Promise<boolean> => {
    if (done.has(folder)) return true
    done.add(folder)
    const files = await filesOf(root, hash, folder)
    if (files.length === 0) return false
    await writeFiles(root, base, files)
    const at = join(base, folder)
    const layers = readConfig(at, readModel(), new Report())?.config.extends ?? []
    for (const layer of layers.filter((each) => !builtInLayers.includes(each))) {
      const wanted = resolve(at, layer)
      const inRepository = pathInside(base, wanted)
      if (inRepository !== undefined && (await write(inRepository))) continue
      const now = inRepository === undefined ? outside(below, wanted) : join(root, inRepository)
      if (!existsSync(wanted) && existsSync(now)) link(now, wanted, below)
    }
    return true
  }
  const isWritten = await write(prefix.replace(/\/$/, ''))
  return isWritten && existsSync(join(base, prefix, configFile)) ? join(base, prefix) : undefined
}

async function filesOf(root: string, hash: string, folder: string): Promise<Blob[]> {
  const paths = folder === '' ? [] : [`${folder.replaceAll(sep, '/')}/`]
  const listed = await git(root, 'ls-tree', '-r', '-z', '--full-tree', hash, '--', ...paths)
  return listed
    .split('\0')
    .filter((line) => line !== '')
    .flatMap((line): Blob[] => {
      const [mode = '', type, object = ''] = line.split('\t', 1).join().split(' ')
      // Submodules are commits of other repositories.
      return type === 'blob' ? [{ mode, object, path: line.slice(line.indexOf('\t') + 1) }] : []
    })
}

/** Links come last: no file is written through one. */
async function writeFiles(root: string, base: string, files: readonly Blob[]): Promise<void> {
  const inside = files.filter(({ path }) => pathInside(base, resolve(base, path)) !== undefined)
  const contents = await readObjects(
    root,
    inside.map(({ object }) => object),
  )
  const written = inside.map((file, i) => ({ ...file, at: join(base, file.path), content: contents[i] ?? Buffer.of() }))
  for (const { at, content } of written.filter(({ mode }) => mode !== linkMode)) {
    mkdirSync(dirname(at), { recursive: true })
    writeFileSync(at, content)
  }
  for (const { at, content } of written.filter(({ mode }) => mode === linkMode)) {
    mkdirSync(dirname(at), { recursive: true })
    if (!existsSync(at)) symlinkSync(content.toString(), at)
  }
}

/** The path from a folder to what is inside of it; undefined for anything else. */
function pathInside(folder: string, path: string): string | undefined {
  const way = relative(folder, path)
  return way === '..' || way.startsWith(`..${sep}`) || resolve(folder, way) !== path ? undefined : way
}

/** The place in the file system that a place below the temporary folder stands for. */
const outside = (below: string, path: string): string => join(sep, pathInside(below, path) ?? path)

/** Links a folder as it is now, if its place is below the temporary folder. */
function link(now: string, at: string, below: string): void {
  if (pathInside(below, at) === undefined) return
  mkdirSync(dirname(at), { recursive: true })
  symlinkSync(now, at)
}
