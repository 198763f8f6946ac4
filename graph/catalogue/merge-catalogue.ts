import { resolve } from 'node:path'
import type { Model } from '../model/model.ts'
import { byPlace } from './finding.ts'
import type { Finding } from './finding.ts'
import type { FormerIds } from './former-ids.ts'
import type { Config, Layer } from './layer.ts'
import { modelOf } from './layers-model.ts'
import { mergeFiles } from './merge-files.ts'
import type { MergedItem } from './merge-layers.ts'
import { readLayers } from './read-layers.ts'
import { Report } from './report.ts'

/** Items of a catalogue that may have errors: for what is written or changed with it in view. */
export interface MergedCatalogue {
  readonly model: Model
  readonly config: Config
  /** By id. References aren't followed, and nothing is said of whether they lead anywhere. */
  readonly items: ReadonlyMap<string, MergedItem>
  /** Ids that items had before. */
  readonly former: FormerIds
  /** Lowest first, the catalogue's own last. */
  readonly layers: readonly Layer[]
}

/**
 * Reads and merges a catalogue's layers, but for one, and checks nothing: what can't be read isn't there.
 * @param but folder of a layer that counts as not there, absolute.
 * @returns the findings when its configuration or model can't be read.
 */
export async function mergeCatalogue(folder: string, but?: string): Promise<MergedCatalogue | readonly Finding[]> {
  const report = new Report()
  const layers = readLayers(resolve(folder), report).filter(({ layer }) => layer.folder !== but)
  const model = layers.length === 0 ? undefined : modelOf(layers, report)
  const top = layers.at(-1)
  if (model === undefined || top === undefined) return [...report.findings].sort(byPlace)
  const { items, former } = mergeFiles(layers, model, report)
  return { model, config: top.read.config, items, former, layers: layers.map(({ layer }) => layer) }
}
