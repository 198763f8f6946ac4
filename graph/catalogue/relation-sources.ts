import { isDeepStrictEqual } from 'node:util'
import type { Relation } from '../model/model.ts'
import type { Source, Value } from './catalogue.ts'
import type { Draft, Reference } from './draft.ts'
import { sourceOf } from './merge-layers.ts'
import type { MergedItem } from './merge-layers.ts'

/** A relation as it counts in the end. */
export interface CountedRelation {
  readonly item: MergedItem
  readonly relation: Relation
  /** Id of the item that it leads to. */
  readonly to: string
  /** What it carries, defaults included. */
  readonly values: Readonly<Record<string, Value>>
}

/**
 * Every place that says this relation, last word first. Where an imported layer says something else of it (another owner,
 * another criticality), its place is kept with what it says: two systems that disagree are both on record.
 * @param idOf the id that a reference means.
 */
export function relationSources(counted: CountedRelation, idOf: (reference: Reference) => string): Source[] {
  const { item, relation, to } = counted
  return item.drafts.flatMap((draft): Source[] => {
    const references = draft.references.get(relation.field)?.references ?? []
    const same = references.find((each) => idOf(each) === to)
    if (same !== undefined) return [{ ...placed(same, draft), ...otherValues(same, draft, counted) }]
    const [other] = references
    if (relation.list || draft.imported === undefined || other === undefined) return []
    return [{ ...placed(other, draft), says: `${relation.field}: ${idOf(other)}` }]
  })
}

function placed({ place, imported }: Reference, draft: Draft): Source {
  const from = draft.imported === undefined ? undefined : { ...draft.imported, ...imported }
  return sourceOf(place, from)
}

/** What an imported layer says of the relation that isn't what counts: "criticality: ESSENTIAL". */
function otherValues(said: Reference, { imported }: Draft, { relation, values }: CountedRelation): { says?: string } {
  return imported === undefined ? {} : saysOtherwise(relation, said.values, values)
}

/** What of a relation's values, remarks apart, isn't what counts. Who says nothing of a value doesn't contradict. */
export function saysOtherwise(
  relation: Relation,
  said: Readonly<Record<string, Value>>,
  counts: Readonly<Record<string, Value>>,
): { says?: string } {
  const other = (relation.edge?.attributes ?? []).flatMap(({ name }) =>
    name === 'note' || said[name] === undefined || isDeepStrictEqual(said[name], counts[name])
      ? []
      : `${name}: ${textOf(said[name])}`,
  )
  return other.length === 0 ? {} : { says: other.join(', ') }
}

const textOf = (value: Value): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** What a relation carries, with its own defaults, which win over its edge type's. */
export function withDefaults(relation: Relation, said: Readonly<Record<string, Value>>): Record<string, Value> {
  const values: Record<string, Value> = { ...said }
  for (const { name, default: fallback } of relation.edge?.attributes ?? []) {
    const value = values[name] ?? relationDefault(relation, name) ?? fallback
    if (value !== undefined) values[name] = value as Value
  }
  return values
}

function relationDefault(relation: Relation, attribute: string): string | undefined {
  if (attribute === 'criticality') return relation.criticality
  return attribute === 'redundancyGroup' ? relation.redundancyGroup : undefined
}
