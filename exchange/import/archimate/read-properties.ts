import { foldName } from '../../../graph/representation.ts'
import type { Attribute, Kind, Model, Relation } from '../../../graph/model/model.ts'
import type { FileValue, LeftOut } from '../imported.ts'
import { excerpt } from '../excerpt.ts'
import type { Concept, Property } from './archimate-model.ts'
import { pick } from './archimate-model.ts'
import type { Held } from './draft.ts'
import { isOwnProperty, ownProperties } from './own-properties.ts'
import { fieldValue, folded, propertyOf } from './property-values.ts'
import type { Mapping } from './mapping.ts'

/** What an element's properties say. */
export interface ReadProperties {
  readonly values: ReadonlyMap<string, FileValue>
  readonly named: readonly Held[]
  /** Properties that no field takes, with their values. */
  readonly rows: readonly (readonly [string, string])[]
  readonly leftOut: readonly LeftOut[]
}

/** Ids of items by kind and folded name, for relations that properties name. */
export type ItemsByName = ReadonlyMap<string, string>

/** The key of an item in {@link ItemsByName}. */
export const nameKey = (kind: string, name: string): string => `${kind} ${foldName(name)}`

/** What properties are read with. */
export interface PropertyContext {
  readonly model: Model
  readonly mapping: Mapping
  readonly language: string | undefined
  readonly items: ItemsByName
}

/** Fields that other parts of an element say, unless the mapping file names them. */
const elsewhere = new Set(['name', 'body', 'summary'])

/**
 * Reads an element's properties as fields of its kind: by the field that the mapping file names, or by their own name. A
 * relation takes the name or id of an item. An address becomes a link.
 */
export function readProperties(
  element: Concept,
  { kind, id }: { readonly kind: Kind; readonly id: string },
  { model, mapping, language, items }: PropertyContext,
): ReadProperties {
  const values = new Map<string, FileValue>()
  const named: Held[] = []
  const rows: [string, string][] = []
  const leftOut: LeftOut[] = []
  const isOwn = propertyOf(element, ownProperties.kind) !== undefined
  for (const [name, texts] of byName(element.properties, language)) {
    const mapped = mapping.properties.get(name)
    // Tributary sets these itself, and writes them for other tools.
    if (isOwn && kind.attributes.some((each) => each.derived && each.name === name)) continue
    if (isOwnProperty(name) || (isOwn && name === 'summary') || texts.length === 0) continue
    if (mapped === 'none') {
      leftOut.push({
        ...{ record: element.record, part: name, text: excerpt(texts.join('; ')) },
        reason: 'The mapping file leaves this property out.',
      })
      continue
    }
    const field = folded(mapped ?? name)
    const attribute = kind.attributes.find((each) => folded(each.name) === field && !each.derived)
    const relation = kind.relations.find((each) => folded(each.field) === field && !each.inside)
    const said = attribute === undefined ? undefined : attributeValue(attribute, name, texts, model)
    const led =
      relation === undefined ? [] : texts.flatMap((text) => leadTo(relation, text, items)).filter((to) => to !== id)
    if (attribute !== undefined && said !== undefined && (mapped !== undefined || !elsewhere.has(attribute.name))) {
      const before = values.get(attribute.name)
      const both =
        Array.isArray(before) && Array.isArray(said) ? [...(before as FileValue[]), ...(said as FileValue[])] : said
      values.set(attribute.name, both)
    } else if (relation !== undefined && led.length === texts.length) {
      named.push(...led.map((to) => ({ relation, holder: id, to, carries: {}, relationships: [] })))
    } else if (texts.every(isAddress)) {
      const links = texts.map((url) => ({ title: name, url }))
      values.set('links', [...((values.get('links') as FileValue[] | undefined) ?? []), ...links])
    } else rows.push([name, texts.join('; ')])
  }
  return { values, named, rows, leftOut }
}

function byName(properties: readonly Property[], language: string | undefined): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const { name, values } of properties) {
    texts.set(name, [...(texts.get(name) ?? []), ...pick(values, language).slice(0, 1)])
  }
  return texts
}

function attributeValue(
  attribute: Attribute,
  property: string,
  texts: readonly string[],
  model: Model,
): FileValue | undefined {
  if (attribute.name === 'links' && texts.every(isAddress)) return texts.map((url) => ({ title: property, url }))
  const words = attribute.list && attribute.category !== 'value' && !texts.some((text) => text.startsWith('['))
  const entries = words ? texts.flatMap((text) => text.split(/\s*[;,]\s*/)).filter((text) => text !== '') : texts
  return fieldValue(attribute, entries, model)
}

function leadTo({ targets }: Relation, text: string, items: ItemsByName): string[] {
  const found = targets.flatMap((kind) => items.get(nameKey(kind, text)) ?? [])
  return found.slice(0, 1)
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text)
