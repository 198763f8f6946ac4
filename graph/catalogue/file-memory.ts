import { statSync } from 'node:fs'
import type { Model } from '../model/model.ts'
import type { Draft } from './draft.ts'
import type { Finding } from './finding.ts'
import type { CatalogueFile } from './list-files.ts'
import { readItem } from './read-item.ts'
import { Report } from './report.ts'

/** What came of one file, while it is as it was. */
interface Remembered {
  readonly stamp: string
  readonly drafts: readonly Draft[]
  readonly findings: readonly Finding[]
}

/** Remembers what came of files that haven't changed, for who reads one catalogue again and again: reading takes most of the time. */
export class FileMemory {
  #model: { readonly key: string; readonly model: Model } | undefined
  #before: ReadonlyMap<string, Remembered> = new Map()
  #now = new Map<string, Remembered>()

  /** The model that was made of the same files, or a new one: then no file counts as read. */
  modelOf(files: readonly unknown[], make: () => Model): Model {
    const key = JSON.stringify(files)
    this.#before = this.#model?.key === key ? this.#now : new Map()
    this.#now = new Map()
    if (this.#model?.key !== key) this.#model = { key, model: make() }
    return this.#model.model
  }

  /** As `readItem`. */
  read(file: CatalogueFile, model: Model, report: Report): readonly Draft[] {
    const { path } = file.place
    const stamp = stampOf(file)
    const before = this.#before.get(path)
    const now = before !== undefined && before.stamp === stamp ? before : remembered(file, model, stamp)
    if (stamp !== undefined) this.#now.set(path, now)
    report.addAll(now.findings)
    return now.drafts
  }
}

function remembered(file: CatalogueFile, model: Model, stamp = ''): Remembered {
  const report = new Report()
  const drafts = readItem(file, model, report)
  return { stamp, drafts, findings: report.findings }
}

/** What tells whether a file, or the layer that it is read as part of, has changed; undefined while it can't be told. */
function stampOf({ place, system }: CatalogueFile): string | undefined {
  const stat = statSync(place.path, { throwIfNoEntry: false })
  return stat === undefined ? undefined : [stat.mtimeMs, stat.size, stat.ino, place.layer, system].join(' ')
}
