import type { Draft } from '../../graph/catalogue/draft.ts'
import { wholeId } from '../../graph/catalogue/whole-id.ts'
import type { MergedCatalogue } from '../../graph/catalogue/merge-catalogue.ts'
import type { Relation } from '../../graph/model/model.ts'
import { offsetAt } from '../text-edits.ts'
import type { TextEdit } from '../text-edits.ts'

/** What a file's references become. */
export interface ReferenceEdits {
  readonly edits: readonly TextEdit[]
  /** References that can't be changed, each with its line and why. */
  readonly problems: readonly string[]
}

/**
 * What references of a file must say after a renaming, in the form in which they are written: whole ids stay whole, and last
 * parts alone stay so where they go on to be clear. References that still lead where they should are left alone.
 * @param text the file, without its byte order mark.
 * @param ids new ids by old ones.
 */
export function referenceEdits(
  drafts: readonly Draft[],
  text: string,
  ids: ReadonlyMap<string, string>,
  { items, former, model }: MergedCatalogue,
): ReferenceEdits {
  const fresh = new Set(ids.values())
  const after = { has: (id: string) => fresh.has(id) || (items.has(id) && !ids.has(id)) }
  const edits: TextEdit[] = []
  const problems: string[] = []
  for (const draft of drafts) {
    const holder = renamed(draft, ids)
    const readAfter = (written: string, relation: Relation): string => wholeId(written, relation, holder, after, model)
    for (const { relation, references } of draft.references.values()) {
      if (relation.inside) continue
      for (const { written, place, raw } of references ?? []) {
        const before = wholeId(written, relation, draft, items, model)
        const meant = ids.get(former.now(before)) ?? before
        if (readAfter(written, relation) === meant) continue
        const shared = before.slice(0, before.length - written.length)
        const short = meant.startsWith(shared) ? meant.slice(shared.length) : meant
        const from = offsetAt(text, place.line, place.column)
        const at = `${place.file}:${String(place.line)}`
        if (raw === undefined || from === undefined || !text.startsWith(raw, from)) {
          problems.push(`${at}: "${written}" stands in several lines. Write it in one.`)
        } else {
          const said = readAfter(short, relation) === meant ? short : meant
          edits.push({ from, to: from + raw.length, text: said })
        }
      }
    }
  }
  return { edits, problems }
}

/** The item as references are read from it afterwards. */
const renamed = (
  { id, kind, inside }: Draft,
  ids: ReadonlyMap<string, string>,
): Pick<Draft, 'id' | 'kind' | 'inside'> => ({
  ...{ id: ids.get(id) ?? id, kind },
  inside: inside === undefined ? undefined : (ids.get(inside) ?? inside),
})
