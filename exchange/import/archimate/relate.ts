import type { Model } from '../../../graph/model/model.ts'
import type { FileValue, LeftOut } from '../imported.ts'
import { excerpt } from '../excerpt.ts'
import type { Relationship } from './archimate-model.ts'
import { pick } from './archimate-model.ts'
import type { Draft, Held } from './draft.ts'
import { findRule } from './find-rule.ts'
import { isOwnProperty, ownProperties } from './own-properties.ts'
import { fieldValue, propertyOf } from './property-values.ts'
import type { Link } from './resolve-junctions.ts'

/** What a link says in the catalogue: a relation, and parts of it that the relation doesn't carry; or why it says nothing. */
export type Said =
  { readonly held: Held; readonly leftOut: readonly LeftOut[] } | { readonly reason: string; readonly hint?: string }

/** What a link between two items says: what its own properties name, else what its type means between their kinds. */
export function relate(link: Link, source: Draft, target: Draft, { model, language }: RelateContext): Said {
  const own = ownRelation(link, source, target, model)
  const [first] = link.relationships
  const name = link.relationships.flatMap(({ names }) => pick(names, language).slice(0, 1))[0]
  const drawn = { type: link.type, access: first.access, name }
  const fit = own ?? findRule(drawn, source.kind, target.kind, model)
  if (fit === undefined) return { reason: noRule(link, source, target), ...hintFor(link.type) }
  const { relation, carries: fixed } = fit
  const [holder, to] = fit.holder === 'source' ? [source, target] : [target, source]
  if (holder.id === to.id) return { reason: 'It leads from an item to itself.' }
  const { carries, leftOut } = carriedBy(link, relation.edge?.attributes ?? [], {
    model,
    language,
    saysName: fit.saysName,
  })
  const held = {
    relation,
    holder: holder.id,
    to: to.id,
    carries: { ...fixed, ...carries },
    relationships: link.relationships,
  }
  return { held, leftOut }
}

/** What links are read with. */
export interface RelateContext {
  readonly model: Model
  readonly language: string | undefined
}

function ownRelation(
  { relationships: [first] }: Link,
  source: Draft,
  target: Draft,
  model: Model,
): ReturnType<typeof findRule> {
  const relation = model.relations.get(propertyOf(first, ownProperties.relation) ?? '')
  const holder = propertyOf(first, ownProperties.holder) === 'target' ? 'target' : 'source'
  const [held, to] = holder === 'source' ? [source, target] : [target, source]
  const fits = relation?.holders.includes(held.kind.name) === true && relation.targets.includes(to.kind.name)
  return fits ? { relation, holder, carries: undefined, saysName: true } : undefined
}

type EdgeAttributes = NonNullable<Held['relation']['edge']>['attributes']

/** Fields by their names as properties; name and documentation as the note. What the relation can't carry is told. */
function carriedBy(
  link: Link,
  attributes: EdgeAttributes,
  { model, language, saysName }: RelateContext & { readonly saysName: boolean },
): { readonly carries: Record<string, FileValue>; readonly leftOut: LeftOut[] } {
  const carries: Record<string, FileValue> = {}
  const leftOut: LeftOut[] = []
  const notes: string[] = []
  for (const { record, names, documentation, properties, modifier } of link.relationships) {
    const left = (part: string, text: string): void => {
      leftOut.push({ record, part, text: excerpt(text), reason: 'The relation has no field for it.' })
    }
    const takesNote = attributes.some(({ name }) => name === 'note')
    const said = [...(saysName ? [] : pick(names, language).slice(0, 1)), ...pick(documentation, language).slice(0, 1)]
    if (modifier !== undefined) said.unshift(`Influence: ${modifier}`)
    if (takesNote) notes.push(...said)
    else for (const text of said) left('name or documentation', text)
    for (const { name, values } of properties.filter((each) => !isOwnProperty(each.name))) {
      const attribute = attributes.find((each) => each.name === name)
      const texts = pick(values, language).slice(0, 1)
      const value = attribute === undefined ? undefined : fieldValue(attribute, texts, model)
      if (value !== undefined) carries[name] = value
      else if (texts.length > 0) left(name, texts.join('; '))
    }
  }
  if (link.note !== undefined) notes.push(link.note)
  if (notes.length > 0 && carries['note'] === undefined && attributes.some(({ name }) => name === 'note')) {
    carries['note'] = notes.join('\n\n')
  }
  return { carries, leftOut }
}

const noRule = ({ type }: Link, source: Draft, target: Draft): string =>
  `No relation of the catalogue says what ${article(type)} ${type} from ${article(source.kind.name)} ${source.kind.name} to ${article(target.kind.name)} ${target.kind.name} means.`

const article = (word: string): string => (/^[AEIO]/.test(word) ? 'an' : 'a')

const hintFor = (type: string): { readonly hint?: string } =>
  ['Triggering', 'Flow', 'Specialization', 'Influence'].includes(type)
    ? { hint: 'It says nothing of one needing the other. Where one does, draw a Serving relationship.' }
    : { hint: 'Draw the relationship that is meant, or write the relation in a file of your own.' }

/** The relationship as reports name it: its own name, and what it connects. */
export const describeRelationship = (
  { names, type, source, target }: Relationship,
  nameOf: (identifier: string) => string,
  language: string | undefined,
): string =>
  excerpt(
    `${type}${pick(names, language)
      .slice(0, 1)
      .map((name) => ` “${name}”`)
      .join('')}: ${nameOf(source)} → ${nameOf(target)}`,
  )
