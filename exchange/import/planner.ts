import { join } from 'node:path'
import type { CatalogueFileText } from '../../authoring/catalogue-file.ts'
import type { FileFields, FileValue } from '../../authoring/file-value.ts'
import { fileText } from '../../authoring/yaml-text.ts'
import type { ImportTarget } from './import-target.ts'
import type { ImportedItem, LeftOut } from './imported.ts'
import { isUntouched, openLayerFile } from './layer-file.ts'
import { merge } from './merge-fields.ts'
import type { FieldChange } from './merge-fields.ts'
import type { ImportPlan, Kept, PlannedItem } from './plan-import.ts'

/** A file that the layer has. */
export interface LayerFile {
  readonly path: string
  readonly kind: string
}

/** Gathers a plan, item by item. */
export class Planner {
  readonly #target: ImportTarget
  readonly #files: ReadonlyMap<string, LayerFile>
  readonly #last: ReadonlyMap<string, FileFields>
  readonly #added: PlannedItem[] = []
  readonly #changed: (PlannedItem & { readonly fields: readonly FieldChange[] })[] = []
  readonly #moved: PlannedItem[] = []
  readonly #removed: PlannedItem[] = []
  readonly #kept: Kept[] = []
  readonly #writes = new Map<string, string>()
  readonly #deletes: string[] = []
  readonly #state = new Map<string, FileFields>()
  #unchanged = 0

  constructor(target: ImportTarget, files: ReadonlyMap<string, LayerFile>, last: ReadonlyMap<string, FileFields>) {
    this.#target = target
    this.#files = files
    this.#last = last
  }

  plan(items: readonly ImportedItem[], leftOut: readonly LeftOut[], unwanted: ReadonlySet<string>): ImportPlan {
    for (const item of items) this.#item(item)
    const taken = new Set(items.map(({ id }) => id))
    for (const [id, written] of this.#last) {
      if (unwanted.has(id)) this.#state.set(id, written)
      else if (!taken.has(id)) this.#gone(id, written)
    }
    return {
      target: this.#target,
      added: this.#added,
      changed: this.#changed,
      moved: this.#moved,
      removed: this.#removed,
      kept: this.#kept,
      unchanged: this.#unchanged,
      leftOut,
      writes: this.#writes,
      deletes: this.#deletes,
      state: { system: this.#target.system, items: this.#state },
    }
  }

  #item(item: ImportedItem): void {
    const wanted = fieldsToWrite(item)
    const file = this.#files.get(item.id)
    const path =
      file?.path ?? join(this.#target.folder, item.kind.folder, `${item.id.slice(item.kind.idPrefix.length + 1)}.yaml`)
    const planned = this.#planned(item.id, path, wanted)
    if (file === undefined) {
      this.#added.push(planned)
      this.#writes.set(path, fileText(wanted))
      this.#state.set(item.id, wanted)
      return
    }
    const opened = openLayerFile(path)
    const written = this.#last.get(item.id) ?? new Map<string, FileValue>()
    if (typeof opened === 'string') this.#keepWhole(planned, opened, written)
    else this.#merge(opened, planned, { path, wanted, written })
  }

  #merge(
    file: CatalogueFileText,
    planned: PlannedItem,
    { path, wanted, written }: { readonly path: string; readonly wanted: FileFields; readonly written: FileFields },
  ): void {
    const before = file.toString()
    const { changes, kept, state, problem } = merge(file, wanted, written)
    if (problem !== undefined) {
      this.#keepWhole(planned, problem, written)
      return
    }
    this.#state.set(planned.id, state)
    this.#kept.push(...kept.map((each) => ({ ...planned, ...each })))
    if (file.toString() !== before) this.#writes.set(path, file.toString())
    if (changes.length === 0) this.#unchanged += 1
    else if (changes.every((each) => each.moved)) this.#moved.push(planned)
    else this.#changed.push({ ...planned, fields: changes.filter((each) => !each.moved) })
  }

  #gone(id: string, written: FileFields): void {
    const file = this.#files.get(id)
    if (file === undefined) return
    const planned = this.#planned(id, file.path, written)
    const opened = openLayerFile(file.path)
    if (isUntouched(opened, written)) {
      this.#removed.push(planned)
      this.#deletes.push(file.path)
    } else {
      const reason = `${this.#target.system} has it no more, but its file was changed by hand: delete it, or move it out of ${this.#target.into}.`
      this.#keepWhole(planned, typeof opened === 'string' ? opened : reason, written)
    }
  }

  #keepWhole(planned: PlannedItem, reason: string, written: FileFields): void {
    this.#kept.push({ ...planned, reason })
    this.#state.set(planned.id, written)
  }

  #planned(id: string, path: string, fields: FileFields): PlannedItem {
    return {
      id,
      name: String(fields.get('name') ?? id),
      file: path.slice(this.#target.catalogue.length + 1).replaceAll('\\', '/'),
    }
  }
}

/** Fields in the order to write them: where the system says it last, but before the text. */
function fieldsToWrite({ fields, record, merged = [] }: ImportedItem): FileFields {
  const { body, ...others } = fields
  const rest = Object.entries(others).filter(([name]) => name !== 'record')
  return new Map<string, FileValue>([
    ...rest,
    ['record', [record, ...merged].join(', ')],
    ...(body === undefined ? [] : [['body', body] as const]),
  ])
}
