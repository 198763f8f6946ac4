import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Model } from '../model/model.ts'
import type { Draft } from './draft.ts'
import type { Fix, Place } from './finding.ts'
import { nameFormat, slug } from './id-name.ts'
import { ItemReader } from './item-reader.ts'
import type { CatalogueFile } from './list-files.ts'
import { parseFile } from './parse-file.ts'
import { FieldReader } from './read-fields.ts'
import type { Report } from './report.ts'

/**
 * Reads one file: its item, and the items written inside it. Whatever is wrong is reported; what is right is kept, so that
 * later checks find their problems in the same run.
 * @param text what the file would hold, where it isn't written yet.
 */
export function readItem(file: CatalogueFile, model: Model, report: Report, text?: string): Draft[] {
  const name = nameOf(file.place.file)
  if (!nameFormat.test(name)) {
    report.error('file-name', file.place, `"${name}" can't be part of an id.`, {
      hint: `Use lower-case letters, digits and hyphens: ${slug(name) || 'a-name'}${extname(file.place.file)}.`,
      ...renamed(file.place, name.toLowerCase() === slug(name) ? slug(name) : undefined),
    })
    return []
  }
  const parsed = parseFile(file.place, report, text)
  if (parsed === undefined) return []
  const reader = new FieldReader(parsed, model, report)
  const drafts = new ItemReader(reader, model, file.system).read(
    parsed.map,
    file.kind,
    `${file.kind.idPrefix}/${name}`,
    undefined,
    1,
  )
  const own = drafts.at(-1)
  if (parsed.body === undefined || own === undefined) return drafts
  if (own.values.has('body')) {
    reader.error(
      'unknown-field',
      parsed.body.place,
      'The body is written twice: as a field and below the front matter.',
    )
    return drafts
  }
  const values = new Map([
    ...own.values,
    ['body', { value: parsed.body.text, place: parsed.body.place, indent: 0 }] as const,
  ])
  return [...drafts.slice(0, -1), { ...own, values }]
}

/** What gives a file a name that can be part of an id, where only its case is wrong and the name is free. */
function renamed(place: Place, name: string | undefined): { readonly fix?: Fix } {
  const to = `${name ?? ''}${extname(place.file)}`
  if (name === undefined || existsSync(join(dirname(place.path), to))) return {}
  return { fix: { does: `Name it ${to}.`, edits: [], renames: [{ place, to }] } }
}

/** Ids that files would have whose names can't be part of one: as their names are, and as a hint proposes. */
export function refusedIds(files: readonly CatalogueFile[]): Set<string> {
  const ids = files.flatMap(({ kind, place }) => {
    const name = nameOf(place.file)
    return nameFormat.test(name) ? [] : [name, slug(name)].map((each) => `${kind.idPrefix}/${each}`)
  })
  return new Set(ids)
}

const nameOf = (file: string): string => basename(file, extname(file))
