import type { Model } from '../model/model.ts'
import type { Draft } from './draft.ts'
import type { FileMemory } from './file-memory.ts'
import { addFormerIds } from './former-ids.ts'
import type { FormerIds } from './former-ids.ts'
import { leaveOut } from './leave-out.ts'
import { listFiles } from './list-files.ts'
import type { CatalogueFile } from './list-files.ts'
import { mergeLayers } from './merge-layers.ts'
import type { MergedItem } from './merge-layers.ts'
import { readItem } from './read-item.ts'
import type { ReadLayer } from './read-layers.ts'
import type { Report } from './report.ts'

/** What all layers say, merged, before references are followed. */
export interface MergedLayers {
  /** By id. */
  readonly items: Map<string, MergedItem>
  /** Ids that items had before. */
  readonly former: FormerIds
  /** Ids of items that the configurations leave out. */
  readonly leftOut: ReadonlySet<string>
  /** Every file, of all layers. */
  readonly files: readonly CatalogueFile[]
}

/** How files are read. */
export interface MergeOptions {
  /** Told after each file. */
  readonly onFile?: (done: number, of: number) => void
  /** What came of the files when this catalogue was read before. */
  readonly memory?: Pick<FileMemory, 'read'>
}

/** Reads the files of layers and merges what they say. What is wrong with them is reported. */
export function mergeFiles(
  layers: readonly ReadLayer[],
  model: Model,
  report: Report,
  { memory = unremembered, onFile }: MergeOptions = {},
): MergedLayers {
  const files = layers.map(({ layer }) => listFiles(layer, model, report))
  const count = files.reduce((sum, each) => sum + each.length, 0)
  let done = 0
  const drafts = files.map((each) =>
    each.flatMap((file): Draft[] => {
      const read = memory.read(file, model, report)
      onFile?.((done += 1), count)
      return [...read]
    }),
  )
  const items = mergeLayers(drafts, report)
  const former = addFormerIds(items, model, report)
  return { items, former, leftOut: leaveOut(items, former, layers, report), files: files.flat() }
}

const unremembered: Pick<FileMemory, 'read'> = { read: readItem }
