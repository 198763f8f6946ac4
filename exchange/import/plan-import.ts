import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { FileFields, FileValue } from '../../authoring/file-value.ts'
import { listFiles } from '../../graph/catalogue/list-files.ts'
import { Report } from '../../graph/catalogue/report.ts'
import type { Model } from '../../graph/model/model.ts'
import { fitItems } from './fit-items.ts'
import { isUntouched, openLayerFile } from './layer-file.ts'
import { layerOf, refuseOwnFolders } from './import-target.ts'
import type { ImportTarget } from './import-target.ts'
import { readState } from './import-state.ts'
import type { ImportState } from './import-state.ts'
import { ImportError } from './imported.ts'
import type { Imported, LeftOut } from './imported.ts'
import type { CatalogueInView } from './known-catalogue.ts'
import type { FieldChange } from './merge-fields.ts'
import { Planner } from './planner.ts'
import type { LayerFile } from './planner.ts'

/** An item in a plan. */
export interface PlannedItem {
  readonly id: string
  readonly name: string
  /** Its file, from the catalogue's folder. */
  readonly file: string
}

/** What people wrote where the system says something else: it stays. */
export interface Kept extends PlannedItem {
  /** The field; undefined: the whole file. */
  readonly field?: string
  /** What stands in the file; undefined: they took it out. */
  readonly stands?: FileValue
  /** What the system says now; undefined: nothing any more. */
  readonly says?: FileValue
  /** Why the whole file stays as it is. */
  readonly reason?: string
}

/** What an import would do, and what it takes to do it. */
export interface ImportPlan {
  readonly target: ImportTarget
  readonly added: readonly PlannedItem[]
  readonly changed: readonly (PlannedItem & { readonly fields: readonly FieldChange[] })[]
  /** Items that only stand elsewhere in the source. */
  readonly moved: readonly PlannedItem[]
  readonly removed: readonly PlannedItem[]
  readonly kept: readonly Kept[]
  readonly unchanged: number
  readonly leftOut: readonly LeftOut[]
  /** Texts of files to write, by path. */
  readonly writes: ReadonlyMap<string, string>
  /** Files to delete. */
  readonly deletes: readonly string[]
  readonly state: ImportState
}

/**
 * Plans an import against what its layer's folder holds: three-way, between what was written last, what stands there, and
 * what the system says now. What people changed since stays. Nothing is written.
 * @throws ImportError where nothing can be imported.
 */
export function planImport(imported: Imported, known: CatalogueInView, target: ImportTarget): ImportPlan {
  refuseOwnFolders(target, known.model)
  const before = readState(target.folder)
  if (before !== undefined && before.system !== target.system) {
    throw new ImportError(
      `${target.into} holds what was imported from ${before.system}, not from ${target.system}: give another folder with --into, or that system with --system.`,
    )
  }
  const files = layerFiles(target, known.model)
  const last = before?.items ?? new Map<string, FileFields>()
  const ids = new Set(imported.items.map(({ id }) => id))
  const unwanted = new Set([...ids].filter((id) => last.has(id) && !files.has(id)))
  const gone = [...last].filter(([id]) => !ids.has(id) && files.has(id))
  const opened = new Map(gone.map(([id]) => [id, openLayerFile(files.get(id)?.path ?? '')]))
  const refused = gone.filter(([id, written]) => !isUntouched(opened.get(id), written)).map(([id]) => id)
  const standing = new Map(
    [...files]
      .filter(([id]) => !ids.has(id) && (!last.has(id) || refused.includes(id)))
      .map(([id, { kind }]) => [id, kind]),
  )
  const fitted = fitItems(imported, known, { system: target.system, standing, unwanted })
  return new Planner(target, files, last).plan(fitted.items, fitted.leftOut, unwanted)
}

function layerFiles(target: ImportTarget, model: Model): Map<string, LayerFile> {
  if (!existsSync(target.folder)) return new Map()
  const files = listFiles(layerOf(target), model, new Report())
  return new Map(
    files.map(({ kind, place: { path } }) => [
      `${kind.idPrefix}/${basename(path, extname(path))}`,
      { path, kind: kind.name },
    ]),
  )
}
