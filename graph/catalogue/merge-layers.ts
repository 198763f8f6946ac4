import type { Kind } from '../model/model.ts'
import type { Source } from './catalogue.ts'
import type { Draft, ImportedFrom, ReferenceList, Said } from './draft.ts'
import type { Place } from './finding.ts'
import type { Report } from './report.ts'

/** An item with what all layers say of it. */
export interface MergedItem {
  readonly id: string
  readonly kind: Kind
  /** What each layer says, last word first. */
  readonly drafts: readonly Draft[]
  readonly values: ReadonlyMap<string, Said>
  readonly references: ReadonlyMap<string, ReferenceList>
  /** Id of the item whose file it is written inside of. */
  readonly inside: string | undefined
}

/**
 * Merges layers, lowest first: a later layer's field replaces the earlier one's, field by field, lists and items written
 * inside included (design, "Catalogue files"). What several systems' imported layers list in a field is united instead: none
 * knows that the others are wrong. Two files of one layer with one id are reported, and the first counts.
 */
export function mergeLayers(layers: readonly (readonly Draft[])[], report: Report): Map<string, MergedItem> {
  const merged = new Map<string, MergedItem>()
  for (const drafts of layers) {
    const own = withoutDuplicates(drafts, report)
    for (const draft of own.values()) {
      for (const list of draft.references.values()) {
        if (list.relation.inside) dropReplaced(merged, draft.id)
      }
    }
    for (const draft of own.values()) {
      const below = merged.get(draft.id)
      merged.set(draft.id, {
        id: draft.id,
        kind: draft.kind,
        drafts: [draft, ...(below?.drafts ?? [])],
        values: new Map([...(below?.values ?? []), ...draft.values]),
        references: mergedReferences(below, draft),
        inside: draft.inside,
      })
    }
  }
  return new Map([...merged].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The later layer's lists; where both were imported, with the earlier ones beside them. */
function mergedReferences(below: MergedItem | undefined, draft: Draft): MergedItem['references'] {
  if (below === undefined) return draft.references
  const merged = new Map([...below.references, ...draft.references])
  if (draft.imported === undefined) return merged
  for (const [field, list] of draft.references) {
    const before = below.references.get(field)
    const stated = below.drafts.find((each) => each.references.has(field))
    const unites = list.relation.list && !list.relation.inside && stated?.imported !== undefined
    if (before !== undefined && unites) merged.set(field, { ...list, others: [before, ...(before.others ?? [])] })
  }
  return merged
}

/** The places of a merged item, last word first. */
export const sourcesOf = (item: MergedItem): Source[] =>
  item.drafts.map((draft) => sourceOf(draft.place, draft.imported))

/** A place as it is kept in the graph. */
export function sourceOf({ layer, file, line }: Place, imported?: ImportedFrom): Source {
  return { layer, file, line, ...imported }
}

function withoutDuplicates(drafts: readonly Draft[], report: Report): Map<string, Draft> {
  const own = new Map<string, Draft>()
  for (const draft of drafts) {
    const first = own.get(draft.id)
    if (first === undefined) own.set(draft.id, draft)
    else if (draft.inside === undefined) {
      report.error('duplicate-id', draft.place, `${draft.id} is written in ${first.place.file} too.`, {
        hint: 'Rename one of the two files: ids come from file names, whatever subfolder they lie in.',
        item: draft.id,
      })
    }
  }
  return own
}

function dropReplaced(merged: Map<string, MergedItem>, holder: string): void {
  for (const [id, item] of merged) if (item.inside === holder) merged.delete(id)
}
