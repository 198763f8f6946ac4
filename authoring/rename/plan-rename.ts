import { lstatSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import type { Draft } from '../../graph/catalogue/draft.ts'
import { formatText } from '../../graph/catalogue/formats/text.ts'
import { formerIdsField } from '../../graph/catalogue/former-ids.ts'
import { wholeId } from '../../graph/catalogue/whole-id.ts'
import { listFiles } from '../../graph/catalogue/list-files.ts'
import type { CatalogueFile } from '../../graph/catalogue/list-files.ts'
import { parseFile } from '../../graph/catalogue/parse-file.ts'
import type { ParsedFile } from '../../graph/catalogue/parse-file.ts'
import { mergeCatalogue } from '../../graph/catalogue/merge-catalogue.ts'
import type { MergedCatalogue } from '../../graph/catalogue/merge-catalogue.ts'
import { readItem } from '../../graph/catalogue/read-item.ts'
import { Report } from '../../graph/catalogue/report.ts'
import { CatalogueFileText, FileNotEditable } from '../catalogue-file.ts'
import { readSource } from '../source-file.ts'
import type { SourceFile } from '../source-file.ts'
import { offsetAt, withEdits } from '../text-edits.ts'
import type { TextEdit } from '../text-edits.ts'
import { mentionEdits } from './mentions.ts'
import { renamingOf } from './new-ids.ts'
import type { Renaming } from './new-ids.ts'
import { otherFiles } from './other-files.ts'
import type { OtherFile } from './other-files.ts'
import { partEdits } from './part-edits.ts'
import { referenceEdits } from './reference-edits.ts'
import { RenameError } from './rename-error.ts'
import { sameButIds } from './same-but-ids.ts'
import type { Meant } from './same-but-ids.ts'
import { scalarsOf } from './yaml-scalars.ts'

/** A file that a renaming changes. */
export interface ChangedFile {
  /** Absolute. */
  readonly path: string
  /** The path that it gets; undefined where it stays. */
  readonly to: string | undefined
  readonly before: string
  readonly after: string
}

/** What a renaming comes to: nothing is written yet. */
export interface RenamePlan {
  readonly from: string
  readonly to: string
  /** New ids by old ones: its own first, then those of what is written inside of it. */
  readonly ids: ReadonlyMap<string, string>
  readonly files: readonly ChangedFile[]
}

/**
 * Plans what gives an item another id: its file's name and every place of the catalogue's own layer that gives the old one,
 * with the old one kept among its former ids. Whatever else the files hold stays byte for byte.
 * @param id whole, or its last part where only one item has it.
 * @param name the new id, or its last part.
 * @throws RenameError naming everything that is in the way.
 */
export async function planRename(folder: string, id: string, name: string): Promise<RenamePlan> {
  const catalogue = await mergeCatalogue(folder)
  if (!('items' in catalogue)) throw new RenameError(formatText(catalogue))
  const renaming = renamingOf(id, name, catalogue)
  const planner = new Planner(catalogue, renaming)
  const layer = catalogue.layers.at(-1)
  const items = layer === undefined ? [] : listFiles(layer, catalogue.model, new Report())
  const files = [
    ...items.flatMap((file) => planner.itemFile(file) ?? []),
    ...otherFiles(resolve(folder), catalogue.model).flatMap((file) => planner.otherFile(file) ?? []),
  ]
  if (planner.problems.length > 0) throw new RenameError([...new Set(planner.problems)].join('\n'))
  return { from: renaming.from, to: renaming.to, ids: renaming.ids, files }
}

class Planner {
  readonly problems: string[] = []
  readonly #catalogue: MergedCatalogue
  readonly #renaming: Renaming
  /** The id, or its last part, as a word: a file that can't be read and has it may name the item. */
  readonly #word: RegExp

  constructor(catalogue: MergedCatalogue, renaming: Renaming) {
    this.#catalogue = catalogue
    this.#renaming = renaming
    const last = renaming.from.slice(renaming.from.lastIndexOf('/') + 1)
    this.#word = new RegExp(`(?<![a-z0-9-])${last}(?![a-z0-9-])`)
  }

  /** What becomes of an item's file; undefined where nothing does. */
  itemFile(file: CatalogueFile): ChangedFile | undefined {
    const { ids, draft: own } = this.#renaming
    const { model } = this.#catalogue
    const source = this.#source(file.place.path, file.place.file)
    if (source === undefined) return undefined
    const report = new Report()
    const drafts = readItem(file, model, report, source.text)
    const parsed = parseFile(file.place, new Report(), source.text)
    if (drafts.length === 0 || parsed === undefined) {
      const [finding] = report.findings
      const at = `${file.place.file}:${String(finding?.place.line ?? 1)}`
      this.#unreadable(source.text, at, finding?.message ?? 'It can’t be read.')
      return undefined
    }
    const references = referenceEdits(drafts, source.text, ids, this.#catalogue)
    this.problems.push(...references.problems)
    const mentions = [...this.#inScalars(parsed, false), ...this.#inBody(parsed, source.text)]
    const apart = mentions.filter((each) => !references.edits.some((edit) => overlap(edit, each)))
    const isOwn = own.place.path === file.place.path
    const parts = isOwn && own.inside !== undefined ? partEdits(parsed, this.#renaming) : []
    const edits = [...references.edits, ...apart, ...parts]
    if (edits.length === 0 && !isOwn) return undefined
    const to = isOwn && this.#renaming.fileName !== undefined ? this.#renaming.fileName : undefined
    const target = to === undefined ? file.place.path : join(dirname(file.place.path), to)
    if (to !== undefined && lstatSync(file.place.path).isSymbolicLink()) {
      this.problems.push(`${file.place.file} is a symbolic link. Rename it and what it leads to by hand.`)
    }
    const edited = withEdits(source.text, edits)
    const after = isOwn && own.inside === undefined ? this.#withFormerIds(target, edited, file.place.file) : edited
    this.#verify(file, drafts, after, target)
    return this.#changed(source, after, to === undefined ? undefined : target)
  }

  /** What becomes of a file that holds no item; undefined where nothing does. */
  otherFile({ path, is }: OtherFile): ChangedFile | undefined {
    const { ids } = this.#renaming
    const name = relative(this.#folder, path)
    const source = this.#source(path, name)
    if (source === undefined) return undefined
    if (is === 'page')
      return this.#changed(source, withEdits(source.text, mentionEdits(source.text, 0, ids)), undefined)
    const document = parseDocument(source.text, { prettyErrors: false })
    const [error] = document.errors
    if (error !== undefined) {
      const line = source.text.slice(0, error.pos[0]).split('\n').length
      this.#unreadable(source.text, `${name}:${String(line)}`, error.message)
      return undefined
    }
    const edits = this.#inScalars({ text: source.text, document }, is === 'scenario')
    return this.#changed(source, withEdits(source.text, edits), undefined)
  }

  get #folder(): string {
    return this.#catalogue.layers.at(-1)?.folder ?? ''
  }

  #source(path: string, name: string): SourceFile | undefined {
    const source = readSource(path)
    if (source === undefined) this.problems.push(`${name} isn’t UTF-8. Save it as UTF-8.`)
    return source
  }

  /** A file that can't be read is in the way only where it may name the item. */
  #unreadable(text: string, at: string, message: string): void {
    if (this.#word.test(text)) this.problems.push(`${at} may name ${this.#renaming.from}, but: ${message}`)
  }

  #inScalars({ text, document }: Pick<ParsedFile, 'text' | 'document'>, withKeys: boolean): TextEdit[] {
    return scalarsOf(document)
      .filter(({ isKey }) => withKeys || !isKey)
      .flatMap(({ from, to }) => mentionEdits(text.slice(from, to), from, this.#renaming.ids))
  }

  #inBody({ body }: ParsedFile, text: string): TextEdit[] {
    const from = body === undefined ? undefined : offsetAt(text, body.place.line, body.place.column)
    return from === undefined ? [] : mentionEdits(text.slice(from), from, this.#renaming.ids)
  }

  #withFormerIds(path: string, text: string, name: string): string {
    const { formerIds } = this.#renaming
    try {
      const file = new CatalogueFileText(path, text)
      if (formerIds.length === 0) file.remove(formerIdsField)
      else file.set(formerIdsField, formerIds, ['name', 'aliases', formerIdsField])
      return file.toString()
    } catch (error) {
      if (!(error instanceof FileNotEditable)) throw error
      this.problems.push(`${name} can’t get its "${formerIdsField}": ${error.message}`)
      return text
    }
  }

  /** Reads a changed file again: it must say what it said, but for ids. */
  #verify(file: CatalogueFile, before: readonly Draft[], text: string, path: string): void {
    const { items, former, model } = this.#catalogue
    const { ids } = this.#renaming
    const now = join(dirname(file.place.file), path.slice(dirname(path).length + 1)).replaceAll('\\', '/')
    const after = readItem({ ...file, place: { ...file.place, path, file: now } }, model, new Report(), text)
    const fresh = new Set(ids.values())
    const known = { has: (id: string) => fresh.has(id) || (items.has(id) && !ids.has(id)) }
    const meant =
      (of: { has: (id: string) => boolean }): Meant =>
      (draft, field, { written }) => {
        const relation = draft.references.get(field)?.relation
        const id = relation === undefined ? written : former.now(wholeId(written, relation, draft, of, model))
        return ids.get(id) ?? id
      }
    if (sameButIds(before, after, ids, { before: meant(items), after: meant(known) })) return
    this.problems.push(`${file.place.file} would say something else afterwards. Write it without anchors.`)
  }

  #changed({ path, text, mark }: SourceFile, after: string, to: string | undefined): ChangedFile | undefined {
    if (after === text && to === undefined) return undefined
    return { path: to === undefined ? realpathSync(path) : path, to, before: mark + text, after: mark + after }
  }
}

const overlap = (a: TextEdit, b: TextEdit): boolean => a.from < b.to && b.from < a.to
