import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Attribute } from '../catalogue/model.ts'
import type { FieldChange, ItemChange } from '../catalogue/read-revisions.ts'
import { fieldLabel } from '../words/labels.ts'
import { itemLinkWithKind } from './item-link.ts'
import type { Cell, ItemLink } from './table.ts'
import { plainText } from './value-cell.ts'

/** One field's change in words. */
export interface ChangedField {
  /** The field, of a relation's own field the relation. */
  readonly label: string
  /** The item that the relation leads to, where the change is one of what a relation carries. */
  readonly of?: ItemLink
  /** Nothing where there was nothing. */
  readonly before: Cell
  readonly after: Cell
}

/** Longer texts are cut: who needs all of them looks into the files' history. */
const longest = 160

/**
 * What a change did to a field. A revision names fields as its catalogue had them then: `summary`, `needs` or
 * `needs: team/b: criticality`, and values as text, lists as JSON.
 */
export function changedField({ kind }: ItemChange, change: FieldChange, catalogue: Catalogue): ChangedField {
  const [field = '', target, part] = change.field.split(': ')
  const known = catalogue.model.kinds.get(kind)
  const relation = [...catalogue.model.relations.values()].find(
    (each) => each.field === field && each.holders.includes(kind),
  )
  const attributes = part === undefined ? known?.attributes : relation?.edge
  const attribute = attributes?.find(({ name }) => name === (part ?? field))
  const cell = (value: string | null | undefined): Cell => valueCell(value ?? undefined, attribute, catalogue)
  const item = target === undefined ? undefined : catalogue.items.get(target)
  return {
    label: part === undefined ? fieldLabel(field) : `${fieldLabel(field)}: ${fieldLabel(part).toLowerCase()}`,
    ...(item === undefined ? {} : { of: itemLinkWithKind(item) }),
    before: cell(change.before),
    after: cell(change.after),
  }
}

function valueCell(value: string | undefined, attribute: Attribute | undefined, { items }: Catalogue): Cell {
  if (value === undefined) return {}
  const item = attribute === undefined ? items.get(value) : undefined
  if (item !== undefined) return { links: [itemLinkWithKind(item)] }
  return { text: cut(wordsOf(value, attribute)) }
}

/** A value as people say it: words of closed lists, days and lists; a value with parts has no short form. */
function wordsOf(value: string, attribute: Attribute | undefined): string {
  if (attribute === undefined || attribute.category === 'VALUE') return value
  if (!attribute.list) return plainText(attribute, value)
  try {
    const said: unknown = JSON.parse(value)
    return Array.isArray(said) ? said.map((each) => plainText(attribute, String(each))).join(', ') : value
  } catch {
    return value
  }
}

const cut = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest).trimEnd()} …`)
