import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readModel } from '../model/read-model.ts'
import { builtInFolder, builtInLayers } from './built-in-layers.ts'
import type { Layer } from './layer.ts'
import { readConfig } from './read-config.ts'
import type { ReadConfig } from './read-config.ts'
import type { Report } from './report.ts'
import { suggest } from './suggest.ts'

/** A layer with its configuration. */
export interface ReadLayer {
  readonly layer: Layer
  readonly read: ReadConfig
}

/**
 * The layers of a catalogue, lowest first, its own last. One that isn't there, extends itself or has another's name is
 * reported.
 * @param folder the catalogue's, absolute.
 * @returns none when its configuration can't be read.
 */
export function readLayers(folder: string, report: Report): ReadLayer[] {
  const plain = readModel()
  const layers = new Map<string, ReadLayer>()
  const visit = (at: string, from: readonly string[]): void => {
    const read = readConfig(at, plain, report)
    if (read === undefined) return
    read.config.extends.forEach((entry, index) => {
      const below = builtInLayers.includes(entry) ? builtInFolder(entry) : resolve(at, entry)
      const place = read.placeOf('extends', index)
      if (below === at || from.includes(below)) {
        report.error('layer', place, `"${entry}" extends this layer: layers can't go in a circle.`)
      } else if (!existsSync(below)) {
        report.error('layer', place, `There is no layer "${entry}".`, {
          hint:
            suggest(entry, builtInLayers) ??
            `Built in: ${builtInLayers.join(', ')}. Others are folders, from this file: ../group-catalogue.`,
        })
      } else if (!layers.has(below)) visit(below, [...from, at])
    })
    const same = [...layers.values()].find((each) => each.layer.name === read.config.name)
    if (same !== undefined) {
      report.error('layer', read.place, `Two layers have the name "${read.config.name}".`, {
        hint: `The other is ${same.layer.folder}: rename one.`,
      })
    }
    const { name, ignore, system } = read.config
    layers.set(at, { layer: { name, folder: at, ignore, ...(system === undefined ? {} : { system }) }, read })
  }
  visit(folder, [])
  return layers.has(folder) ? [...layers.values()] : []
}
