import type { Model, Relation } from '../model/model.ts'
import type { Value } from './catalogue.ts'
import { reportDangling } from './dangling-reference.ts'
import type { Absent } from './dangling-reference.ts'
import type { Reference } from './draft.ts'
import type { FormerIds } from './former-ids.ts'
import { joinEnds } from './join-ends.ts'
import type { MergedItem } from './merge-layers.ts'
import { relationSources, withDefaults } from './relation-sources.ts'
import type { Report } from './report.ts'
import type { FollowedRelation } from './view.ts'
import { wholeId } from './whole-id.ts'

/**
 * Follows every reference of the merged items, from whichever end. What leads nowhere, to the wrong kind or twice to the
 * same item is reported, with what was probably meant. Ids that an item had before lead to it.
 */
export function followReferences(
  items: ReadonlyMap<string, MergedItem>,
  model: Model,
  absent: Absent,
  former: FormerIds,
  ownLayer: string,
  report: Report,
): FollowedRelation[] {
  const followed: FollowedRelation[] = []
  const emptied: { readonly item: MergedItem; readonly relation: Relation; readonly fallen: Reference }[] = []
  for (const item of items.values()) {
    for (const { relation, references, others: lists = [] } of item.references.values()) {
      const seen = new Map<string, Reference>()
      let fallen: Reference | undefined
      const ofOthers = lists.flatMap((each) => each.references ?? [])
      const isOther = new Set(ofOthers)
      const meant = (each: Reference): string => former.now(wholeId(each.written, relation, item, items, model))
      const others = Map.groupBy(ofOthers, meant)
      for (const reference of [...(references ?? []), ...ofOthers]) {
        const whole = wholeId(reference.written, relation, item, items, model)
        const to = former.nowAt(whole, reference, item.id)
        const target = items.get(to)
        if (target === undefined && absent.leftOut.has(to) && reference.place.layer !== ownLayer) {
          fallen = reference
          continue
        }
        if (target === undefined || !relation.targets.includes(target.kind.name)) {
          reportDangling({ reference, relation, item, to, target }, absent, items, report)
          continue
        }
        const first = seen.get(to)
        if (first !== undefined && isOther.has(reference)) continue
        if (first !== undefined) {
          report.error(
            'duplicate-relation',
            reference.place,
            `"${relation.field}" names ${to} twice, also in line ${String(first.place.line)}.`,
            {
              hint: 'Two items are related once: say all of it in one entry.',
              item: item.id,
            },
          )
          continue
        }
        seen.set(to, reference)
        const values = valuesOf(reference, others.get(to) ?? [], relation, item, report)
        followed.push({
          type: relation.type,
          from: item.id,
          to,
          values,
          sources: relationSources({ item, relation, to, values }, meant),
          relation,
          place: reference.place,
        })
      }
      if (relation.required && fallen !== undefined && seen.size === 0) emptied.push({ item, relation, fallen })
    }
  }
  const joined = joinEnds(followed, model, report)
  for (const { item, relation, fallen } of emptied) {
    if (joined.some((each) => each.relation === relation && each.from === item.id)) continue
    report.error(
      'required',
      fallen.place,
      `"${relation.field}" of ${item.id} leads only to what this catalogue leaves out.`,
      { hint: `Leave out ${item.id} too, or write its "${relation.field}" in this catalogue.`, item: item.id },
    )
  }
  return joined
}

/**
 * What a relation carries, defaults included. What it needs and doesn't have is reported.
 * @param others what other systems say of the same relation, last word first: it counts where `reference` says nothing.
 */
function valuesOf(
  reference: Reference,
  others: readonly Reference[],
  relation: Relation,
  item: MergedItem,
  report: Report,
): Record<string, Value> {
  const said = [reference, ...others].toReversed().map((each) => each.values)
  const values = withDefaults(relation, Object.assign({}, ...said) as Record<string, Value>)
  for (const attribute of relation.edge?.attributes ?? []) {
    if (values[attribute.name] === undefined && attribute.required) {
      report.error('required', reference.place, `A relation in "${relation.field}" needs "${attribute.name}".`, {
        hint: attribute.description,
        item: item.id,
      })
    }
  }
  return values
}
