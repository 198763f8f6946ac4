import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Layer } from '../../graph/catalogue/layer.ts'
import { nameFormat, slug } from '../../graph/catalogue/id-name.ts'
import type { Model } from '../../graph/model/model.ts'
import { ImportError } from './imported.ts'

/** The layer that an import writes, and the catalogue that it lies below. */
export interface ImportTarget {
  /** Folder of the catalogue, absolute. */
  readonly catalogue: string
  /** The layer's folder, absolute. */
  readonly folder: string
  /** The same from the catalogue's folder, with forward slashes: its entry in `extends`. */
  readonly into: string
  /** The system that states what the layer says. */
  readonly system: string
}

/** Where an import goes. @throws ImportError for a folder that is not below the catalogue. */
export function importTarget(catalogue: string, into: string, system: string): ImportTarget {
  const root = resolve(catalogue)
  const folder = resolve(root, into)
  const path = relative(root, folder).split(sep).join('/')
  const isBelow = path !== '' && !path.startsWith('..') && realOf(folder).startsWith(realOf(root) + sep)
  if (!isBelow || !nameFormat.test(basename(folder))) {
    const name = slug(basename(folder)) || 'system'
    throw new ImportError(
      `"${into}" is no folder for an import: it lies below the catalogue, and its name has lower-case letters, digits and hyphens. Give --into imports/${name}.`,
    )
  }
  return { catalogue: root, folder, into: path, system }
}

/** Refuses folders whose files the catalogue reads as its own, or never reads. @throws ImportError */
export function refuseOwnFolders({ into }: ImportTarget, model: Model): void {
  const [first = ''] = into.split('/')
  const own = ['model', 'site', 'node_modules', ...[...model.kinds.values()].map((kind) => kind.folder)]
  if (!own.includes(first) && !first.startsWith('.')) return
  throw new ImportError(
    `"${into}" lies in a folder of the catalogue's own files. Give --into imports/${basename(into)}.`,
  )
}

/** The layer as the catalogue reads it. */
export const layerOf = ({ folder, system }: ImportTarget): Layer => ({
  name: basename(folder),
  folder,
  ignore: [],
  system,
})

/** A path without symbolic links, as far as it exists. */
function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realOf(dirname(path)), basename(path))
}
