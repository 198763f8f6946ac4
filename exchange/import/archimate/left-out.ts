import type { LeftOut } from '../imported.ts'
import { excerpt } from '../excerpt.ts'
import type { ArchimateModel, Concept, Relationship, View } from './archimate-model.ts'
import { called, pick } from './archimate-model.ts'
import { junctions } from './element-types.ts'
import { describeRelationship } from './relate.ts'
import type { Mapping } from './mapping.ts'
import type { Settled, Why } from './settle.ts'

/** What became of a model. */
export interface Outcome {
  readonly archimate: ArchimateModel
  readonly settled: Settled
  /** Identifiers of relationships that a relation says. */
  readonly used: ReadonlySet<string>
  /** Identifiers of whatever a tag says. */
  readonly tagged: ReadonlySet<string>
  /** Why elements have no kind, by identifier. */
  readonly without: ReadonlyMap<string, Why>
  /** Why relationships connect no two elements, by identifier. */
  readonly unresolved: ReadonlyMap<string, string>
  readonly mapping: Mapping
  readonly language: string | undefined
}

/** Everything of a model that is in no item: records that are left out whole, and parts of the others. */
export function leftOutOf(outcome: Outcome): LeftOut[] {
  const { archimate, settled, used } = outcome
  const joined = new Set(
    archimate.relationships.flatMap(({ identifier, source, target }) => (used.has(identifier) ? [source, target] : [])),
  )
  return [
    ...archimate.unreadable,
    ...textsLeftOut(archimate.about, outcome.language, 'It is said of the model as a whole, which is no item.'),
    ...[...archimate.elements.values()].flatMap((each) => elementLeftOut(each, outcome, joined)),
    ...archimate.relationships.flatMap((each) => relationshipLeftOut(each, outcome)),
    ...archimate.views.flatMap((each) => viewLeftOut(each, outcome)),
    ...[...settled.drafts.values()].flatMap(({ leftOut }) => leftOut),
    ...settled.leftOut,
  ]
}

/** @param joined ends of the relationships that a relation says. */
function elementLeftOut(element: Concept, outcome: Outcome, joined: ReadonlySet<string>): LeftOut[] {
  const { settled, tagged, without, language } = outcome
  const { identifier, record, type } = element
  if (settled.drafts.has(identifier)) return []
  const text = excerpt(`${called(element, language)} (${type})`)
  if (tagged.has(identifier)) return textsLeftOut(element, language, isTag)
  if (Object.hasOwn(junctions, type)) {
    return joined.has(identifier) ? [] : [{ record, text, reason: 'It joins no relationships between items.' }]
  }
  const why = settled.lacking.get(identifier) ?? without.get(identifier) ?? { reason: 'No item is in it.' }
  return [{ record, text, ...why }]
}

function relationshipLeftOut(relationship: Relationship, outcome: Outcome): LeftOut[] {
  const { archimate, settled, used, tagged, unresolved, language } = outcome
  const { identifier, record, source, target } = relationship
  if (used.has(identifier) || tagged.has(identifier)) return []
  const nameOf = (end: string): string => {
    const element = archimate.elements.get(end)
    return element === undefined ? end : `${called(element, language)} (${element.type})`
  }
  const isJunction = (end: string): boolean => Object.hasOwn(junctions, archimate.elements.get(end)?.type ?? '')
  const noItem = [source, target].find((end) => !settled.drafts.has(end) && !isJunction(end))
  const reason = unresolved.get(identifier)
  const ends =
    noItem === undefined
      ? { reason: 'Its junction joins nothing else that is an item.' }
      : { reason: 'One of its ends is no item.', hint: nameOf(noItem) }
  const why = settled.refused.get(identifier) ?? (reason === undefined ? ends : { reason })
  return [{ record, text: describeRelationship(relationship, nameOf, language), ...why }]
}

function viewLeftOut(view: View, { tagged, mapping, language }: Outcome): LeftOut[] {
  if (tagged.has(view.identifier)) return textsLeftOut(view, language, isTag)
  const reason = mapping.views ? 'It shows no element that is an item.' : 'The mapping file leaves views out.'
  return [{ record: view.record, text: excerpt(called(view, language)), reason }]
}

const isTag = 'It became a tag, which is a word and no more.'

/** Documentation and properties of what is no item itself. */
function textsLeftOut(
  { record, documentation, properties }: Concept,
  language: string | undefined,
  reason: string,
): LeftOut[] {
  const [text] = pick(documentation, language)
  return [
    ...(text === undefined ? [] : [{ record, part: 'documentation', text: excerpt(text), reason }]),
    ...properties.map(({ name, values }) => ({
      ...{ record, part: name, text: excerpt(pick(values, language)[0] ?? '') },
      reason,
    })),
  ]
}
