import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Kind, Model } from '../model/model.ts'
import type { Place } from './finding.ts'
import type { Layer } from './layer.ts'
import type { Report } from './report.ts'
import { suggest } from './suggest.ts'

/** A catalogue file that was found: which kind's folder it lies in, and where. */
export interface CatalogueFile {
  readonly kind: Kind
  /** Place of its first character. */
  readonly place: Place
  /** Of an imported layer: its system. */
  readonly system?: string
}

const itemEndings = ['.yaml', '.yml', '.md']
const ownFolders = new Set(['model', 'node_modules', 'site'])
/** Files beside the configuration that have a reader of their own: itself, and mappings of table imports. */
const readByOthers = /^tributary\.config\.|\.map\.ya?ml$/

/**
 * Lists a layer's catalogue files, sorted by path. Kinds' folders may have subfolders: they group files and mean nothing.
 * Reports what looks like a catalogue file but would not be read, and symbolic links that leave the layer.
 */
export function listFiles(layer: Layer, model: Model, report: Report): CatalogueFile[] {
  const kinds = new Map([...model.kinds.values()].map((kind) => [kind.folder, kind]))
  const root = realpathSync(layer.folder)
  const files: CatalogueFile[] = []
  const system = layer.system === undefined ? {} : { system: layer.system }
  for (const entry of entries(layer.folder)) {
    const path = join(layer.folder, entry.name)
    const place = placeOf(layer, path)
    if (entry.name.startsWith('.') || ownFolders.has(entry.name) || layer.ignore.includes(entry.name)) continue
    const kind = kinds.get(entry.name)
    if (kind?.inside !== undefined) {
      report.error(
        'unknown-folder',
        place,
        `${kind.name} items are written inside the files of ${kind.inside.holders.join(', ')}, in "${kind.inside.field}": nothing in this folder is read.`,
      )
    } else if (kind !== undefined) {
      collect(path, kind, new Set())
    } else if (!isDirectory(path)) {
      if (/\.ya?ml$/.test(entry.name) && !readByOthers.test(entry.name)) {
        report.add('warning', 'stray-file', place, "This file is in no kind's folder and is not read.", {
          hint: `Move it into one: ${[...kinds.keys()].slice(0, 4).join(', ')} …, or name it under "ignore" in tributary.config.yaml.`,
        })
      }
    } else if (holdsItems(path)) {
      report.error('unknown-folder', place, `No kind has the folder "${entry.name}": nothing in it is read.`, {
        hint:
          report.suggestion(() => suggest(entry.name, kinds.keys())) ??
          `Folders are ${[...kinds.keys()].join(', ')}. Name it under "ignore" in tributary.config.yaml if it is no part of the catalogue.`,
      })
    }
  }
  return files.sort((a, b) => (a.place.file < b.place.file ? -1 : 1))

  function collect(folder: string, kind: Kind, within: ReadonlySet<string>): void {
    if (!staysInside(folder)) return
    if (!isDirectory(folder)) {
      report.add(
        'warning',
        'stray-file',
        placeOf(layer, folder),
        'This file has the name of a folder and is not read.',
        {
          hint: `Make it a folder with a file for each ${kind.name}.`,
        },
      )
      return
    }
    const real = realpathSync(folder)
    if (within.has(real)) return
    for (const entry of entries(folder)) {
      const path = join(folder, entry.name)
      if (entry.name.startsWith('.') || !staysInside(path)) continue
      if (isDirectory(path)) collect(path, kind, new Set([...within, real]))
      else if (isItemFile(entry)) files.push({ kind, place: placeOf(layer, path), ...system })
      else if (!isReadme(entry.name))
        report.add(
          'warning',
          'stray-file',
          placeOf(layer, path),
          'This file is not read: items are .yaml or .md files.',
          { hint: report.suggestion(() => suggest(extname(entry.name), itemEndings)) },
        )
    }
  }

  function staysInside(path: string): boolean {
    let real: string
    try {
      real = realpathSync(path)
    } catch {
      reportUnreachable(placeOf(layer, path), report)
      return false
    }
    if (real === root || real.startsWith(root + sep)) return true
    report.error(
      'symbolic-link',
      placeOf(layer, path),
      'This symbolic link leaves the catalogue: what it leads to is not read.',
      { hint: 'Copy what is needed into the catalogue, or make it a layer of its own and name it under "extends".' },
    )
    return false
  }
}

/** Why a name of a listed folder leads to no file. */
function reportUnreachable(place: Place, report: Report): void {
  if (isLink(place.path)) report.error('symbolic-link', place, 'This symbolic link leads nowhere.')
  else if (place.path.includes('\uFFFD')) {
    report.error('file-name', place, "This file's name isn't UTF-8.", {
      hint: 'Rename it: lower-case letters, digits and hyphens.',
    })
  } else report.error('unreadable', place, "This file can't be reached.", { hint: 'Check the rights on its folder.' })
}

/** The place of a file's first character. */
export function placeOf(layer: Layer, path: string): Place {
  return { layer: layer.name, path, file: relative(layer.folder, path).split(sep).join('/'), line: 1, column: 1 }
}

const entries = (folder: string): Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
const isDirectory = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false // A symbolic link that leads nowhere, or round in a circle.
  }
}
/** A README tells people about a folder: it is no item. */
const isItemFile = ({ name }: Dirent): boolean => itemEndings.includes(extname(name)) && !isReadme(name)
const isReadme = (name: string): boolean => name.toLowerCase() === 'readme.md'
const holdsItems = (folder: string): boolean => entries(folder).some(isItemFile)
