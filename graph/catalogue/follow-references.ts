import type { Model, Relation } from '../model/model.ts'
import { kindOf } from '../model/model.ts'
import type { Value } from './catalogue.ts'
import type { Reference } from './draft.ts'
import { joinEnds } from './join-ends.ts'
import { sourceOf } from './merge-layers.ts'
import type { MergedItem } from './merge-layers.ts'
import type { Report } from './report.ts'
import { suggestId } from './suggest.ts'
import type { FollowedRelation } from './view.ts'

/** Ids of items that are written, yet not there. */
export interface Absent {
  /** Left out by the configuration (`without`): lower layers' references to them fall away with them. */
  readonly leftOut: ReadonlySet<string>
  /** Of files that were refused for their names. */
  readonly refused: ReadonlySet<string>
}

/**
 * Follows every reference of the merged items, from whichever end. What leads nowhere, to the wrong kind or twice to the
 * same item is reported, with what was probably meant.
 */
export function followReferences(
  items: ReadonlyMap<string, MergedItem>,
  model: Model,
  absent: Absent,
  ownLayer: string,
  report: Report,
): FollowedRelation[] {
  const followed: FollowedRelation[] = []
  const emptied: { readonly item: MergedItem; readonly relation: Relation; readonly fallen: Reference }[] = []
  for (const item of items.values()) {
    for (const { relation, references } of item.references.values()) {
      const seen = new Map<string, Reference>()
      let fallen: Reference | undefined
      for (const reference of references ?? []) {
        const to = idOf(reference.written, relation, item, items, model)
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
        followed.push({
          type: relation.type,
          from: item.id,
          to,
          values: valuesOf(reference, relation, item, report),
          sources: placesOf(item, relation, to, items, model).map(sourceOf),
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

/** The id that a reference means: whole ids as they are, last parts completed where the field's kind is clear. */
function idOf(
  written: string,
  relation: Relation,
  holder: MergedItem,
  items: ReadonlyMap<string, MergedItem>,
  model: Model,
): string {
  if (items.has(written) || relation.targets.length !== 1) return written
  const kind = kindOf(model, relation.targets[0] ?? '')
  if (written.startsWith(`${kind.idPrefix}/`)) return written
  if (kind.inside !== undefined && !written.includes('/') && holder.inside !== undefined) {
    const sibling = holder.id.slice(0, holder.id.lastIndexOf('/') + 1) + written
    if (holder.kind.name === kind.name) return sibling
  }
  return `${kind.idPrefix}/${written}`
}

/** Every place where a layer says this relation, last word first. */
function placesOf(
  item: MergedItem,
  relation: Relation,
  to: string,
  items: ReadonlyMap<string, MergedItem>,
  model: Model,
): Reference['place'][] {
  return item.drafts.flatMap((draft) => {
    const said = draft.references.get(relation.field)?.references ?? []
    return said
      .filter((each) => idOf(each.written, relation, item, items, model) === to)
      .slice(0, 1)
      .map((each) => each.place)
  })
}

function valuesOf(reference: Reference, relation: Relation, item: MergedItem, report: Report): Record<string, Value> {
  const values: Record<string, Value> = { ...reference.values }
  for (const attribute of relation.edge?.attributes ?? []) {
    if (values[attribute.name] !== undefined) continue
    const fallback = relationDefault(relation, attribute.name) ?? attribute.default
    if (fallback !== undefined) values[attribute.name] = fallback as Value
    else if (attribute.required) {
      report.error('required', reference.place, `A relation in "${relation.field}" needs "${attribute.name}".`, {
        hint: attribute.description,
        item: item.id,
      })
    }
  }
  return values
}

/** A relation's own defaults win over its edge type's. */
function relationDefault(relation: Relation, attribute: string): string | undefined {
  if (attribute === 'criticality') return relation.criticality
  return attribute === 'redundancyGroup' ? relation.redundancyGroup : undefined
}

/** A reference that can't be followed. */
interface Dangling {
  readonly reference: Reference
  readonly relation: Relation
  readonly item: MergedItem
  /** The id that it means. */
  readonly to: string
  /** The item that has it, of a kind that doesn't fit. */
  readonly target: MergedItem | undefined
}

function reportDangling(
  dangling: Dangling,
  absent: Absent,
  items: ReadonlyMap<string, MergedItem>,
  report: Report,
): void {
  const { reference, relation, item, to, target } = dangling
  const { written, place } = reference
  const kinds = relation.targets.length > 6 ? relation.target : relation.targets.join(', ')
  const say = (message: string, hint: string | undefined): void => {
    report.error('unknown-reference', place, message, { hint, item: item.id })
  }
  const fitting = (): string[] =>
    [...items.values()].filter((each) => relation.targets.includes(each.kind.name)).map((each) => each.id)
  const nobody = `There is no ${relation.targets.length === 1 ? kinds : 'item'} "${written}".`
  if (/^[\s/]*$/.test(written)) say('This reference is empty.', "Write an item's id, or take it out.")
  else if (absent.leftOut.has(to)) {
    say(
      `"${relation.field}" names ${written}, which this catalogue leaves out.`,
      'Take it off "without" in tributary.config.yaml, or off this list.',
    )
  } else if (target !== undefined) {
    say(
      `"${relation.field}" leads to ${kinds}, but ${written} is of kind ${target.kind.name}.`,
      report.suggestion(() => suggestId(written, fitting())),
    )
  } else if (absent.refused.has(to)) say(nobody, "Its file has a name that can't be an id: see there.")
  else {
    const any = kinds === 'Item' ? 'any item' : `an item of kind ${kinds}`
    say(nobody, report.suggestion(() => idMeant(written, fitting())) ?? `It must be the id of ${any}.`)
  }
}

function idMeant(written: string, ids: readonly string[]): string | undefined {
  const whole = ids.filter((id) => id.endsWith(`/${written}`))
  return whole.length > 0 ? `Write the whole id: ${whole.join(' or ')}.` : suggestId(written, ids)
}
