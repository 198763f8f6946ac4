import { isDeepStrictEqual } from 'node:util'
import type { Relation } from '../../model/model.ts'
import type { Source } from '../catalogue.ts'
import type { Draft } from '../draft.ts'
import type { MergedItem } from '../merge-layers.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { placeIn } from '../view.ts'
import type { View } from '../view.ts'

/** Words that each system may choose for itself. */
const freeTexts = ['String', 'Markdown', 'Link', 'URL', 'ID']
/** Names that a finding lists: the rest is counted. */
const mostTold = 5

/**
 * What two systems say of an item, and only one can be right about. Nothing is lost: relations of both are there, each with
 * its source, and `says` of a source keeps what doesn't count. What the catalogue itself writes settles it.
 */
export const rule: Rule = {
  name: 'sources-disagree',
  description: 'Systems that a catalogue is imported from don’t contradict each other about an item.',
  severity: 'warning',
  *check(view) {
    for (const item of view.items.values()) {
      if (systemsOf(item.drafts).size < 2) continue
      yield* disagreementsInAttributes(item)
      yield* disagreementsInRelations(item, view)
    }
  },
}

const systemOf = (draft: Draft): string | undefined => draft.imported?.system
const systemsOf = (drafts: readonly Draft[]): Set<string> => new Set(drafts.flatMap((draft) => systemOf(draft) ?? []))

/** The imported layers that state a field, last word first; none where people have settled it. */
function stating(item: MergedItem, field: string): Draft[] {
  const drafts = item.drafts.filter(({ values, references }) => values.has(field) || references.has(field))
  return drafts[0]?.imported === undefined ? [] : drafts.filter(({ imported }) => imported !== undefined)
}

function* disagreementsInAttributes(item: MergedItem): Iterable<RuleFinding> {
  for (const { name, type, derived } of item.kind.attributes) {
    if (derived || freeTexts.includes(type)) continue
    const [last, ...before] = stating(item, name)
    if (last === undefined) continue
    const says = (draft: Draft): unknown => draft.values.get(name)?.value
    const other = before.filter((draft) => !isDeepStrictEqual(says(draft), says(last)))
    if (other.length === 0) continue
    const told = other.map((draft) => `${JSON.stringify(says(draft))} by ${whose(draft)}`)
    yield finding(
      item,
      name,
      `"${name}" is ${JSON.stringify(says(last))} by ${systemOf(last) ?? ''}, but ${told.join(', ')}.`,
    )
  }
}

const whose = (draft: Draft): string =>
  `${systemOf(draft) ?? ''} (${draft.place.layer}: ${draft.place.file}:${String(draft.place.line)})`

function* disagreementsInRelations(item: MergedItem, view: View): Iterable<RuleFinding> {
  for (const { relation } of item.references.values()) {
    const systems = systemsOf(stating(item, relation.field))
    if (systems.size < 2 || relation.inside) continue
    const told = view
      .from(item.id, relation.type)
      .flatMap(({ to, sources }) => [
        ...saidByOnly(to, sources, relation.list ? systems : new Set()),
        ...sources.flatMap((source) =>
          source.says === undefined ? [] : saidOtherwise(relation, to, source, source.says),
        ),
      ])
    if (told.length === 0) continue
    const more = told.length > mostTold ? ` and ${String(told.length - mostTold)} more` : ''
    yield finding(
      item,
      relation.field,
      `Systems disagree on "${relation.field}": ${told.slice(0, mostTold).join('; ')}${more}.`,
    )
  }
}

function saidOtherwise({ list }: Relation, to: string, source: Source, says: string): string {
  const { system = '', layer, file, line } = source
  return `${list ? `of ${to}` : `it is ${to}, but`} ${system} says ${says} (${layer}: ${file}:${String(line)})`
}

/** What some of the systems that list a field name and others don't. */
function saidByOnly(to: string, sources: readonly Source[], systems: ReadonlySet<string>): string[] {
  const naming = new Set(sources.flatMap(({ system }) => system ?? []))
  const others = [...systems].filter((each) => !naming.has(each))
  return others.length === 0 || naming.size === 0 ? [] : [`only ${[...naming].join(', ')} names ${to}`]
}

const finding = (item: MergedItem, field: string, message: string): RuleFinding => ({
  message,
  hint: `Mend it in one of the systems, or write "${field}" of ${item.id} in the catalogue’s own files: that counts.`,
  place: placeIn(item, field),
  item: item.id,
})
