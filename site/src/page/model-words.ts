import type { Attribute, Model, Relation } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { areaOf } from './areas.ts'
import type { Cell, ItemLink } from './section.ts'

/** The kinds that a type stands for, as links to their pages of the model. */
export function typeLinks(type: string, model: Model): ItemLink[] {
  const kind = model.kinds.get(type)
  if (kind !== undefined) return [{ href: linkTo({ modelOf: kind }), name: type, area: areaOf(kind) }]
  if (model.interfaces.has(type) || model.unions.has(type)) {
    return [{ href: `${linkTo({ page: 'model/' })}#${anchorOf(type)}`, name: type }]
  }
  return []
}

/** Anchor of a type on the model's first page. */
export const anchorOf = (type: string): string => type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()

/** A field's type: where it is a word from a closed list or a value with parts, with a link to what that is. */
export function attributeType({ type, category, list }: Attribute): Cell {
  const note = list ? { note: messages.model.several } : {}
  if (category === 'SCALAR' && plain.has(type)) return { text: list ? messages.model.typeSeveral(type) : type }
  return { links: [{ href: `${linkTo({ page: 'model/' })}#${anchorOf(type)}`, name: type, ...note }] }
}

/** Scalars that need no explanation. */
const plain = new Set(['ID', 'String', 'Int', 'Float', 'Boolean'])

/** Whether a field must be written, and what it is when it isn't. */
export function attributeNeed({ required, derived, default: value }: Attribute): Cell {
  if (derived) return { text: messages.model.setByTributary }
  if (value !== null) return { text: messages.model.unlessSaid(String(JSON.parse(value))) }
  return { text: required ? messages.model.required : messages.model.optional }
}

/** Which way failure and change flow along a relation, as one of its ends sees it. */
export function flowsAlong({ impact, change }: Relation, end: 'holds' | 'isHeldBy'): string {
  const needs = (word: string | null | undefined): boolean => (word === 'NEEDS') === (end === 'holds')
  if (impact != null) return needs(impact) ? messages.model.failsWithIt : messages.model.itFailsWithThis
  if (change != null) return needs(change) ? messages.model.lookedAtAgain : messages.model.itIsLookedAtAgain
  return ''
}
