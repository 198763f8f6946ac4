import { importArchimate } from '../../../../exchange/import/archimate/import-archimate.ts'
import type { ArchimateSaid } from '../../../../exchange/import/archimate/import-archimate.ts'
import { readMapping } from '../../../../exchange/import/archimate/read-mapping.ts'
import type { FileValue, Imported, KnownCatalogue } from '../../../../exchange/import/imported.ts'
import { xmlText } from '../../../../exchange/export/xml.ts'
import { readModel } from '../../../../graph/model/read-model.ts'

/** An element: type, name, and what else stands in it. */
export type ElementSaid = readonly [type: string, name: string, inside?: string]
/** A relationship between two elements, by their keys: type, source, target, further attributes, and what stands in it. */
export type RelationshipSaid = readonly [type: string, source: string, target: string, more?: string, inside?: string]

/** A model as tests write it: elements by key, which is their identifier. */
export interface ModelSaid {
  readonly elements?: Readonly<Record<string, ElementSaid>>
  /** By identifier. */
  readonly relationships?: Readonly<Record<string, RelationshipSaid>>
  /** Names of properties, by identifier of their definition. */
  readonly properties?: Readonly<Record<string, string>>
  /** By identifier: name and the keys of elements that are shown, the second within the first and so on. */
  readonly views?: Readonly<Record<string, readonly [name: string, ...shows: string[]]>>
  readonly organizations?: string
}

/** The model as a file: an element a line, from line 3. */
export function modelXml({
  elements = {},
  relationships = {},
  properties = {},
  views = {},
  organizations = '',
}: ModelSaid): string {
  const lines = (name: string, all: readonly string[]): string[] =>
    all.length === 0 ? [] : [`<${name}>`, ...all, `</${name}>`]
  const nested = ([first, ...rest]: readonly string[]): string =>
    first === undefined
      ? ''
      : `<node identifier="n-${first}" elementRef="${first}" xsi:type="Element">${nested(rest)}</node>`
  const namespaces =
    'xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  return [
    `<model ${namespaces} identifier="id-model"><name>Test</name>`,
    ...lines(
      'elements',
      Object.entries(elements).map(
        ([id, [type, name, inside = '']]) =>
          `<element identifier="${id}" xsi:type="${type}"><name>${xmlText(name)}</name>${inside}</element>`,
      ),
    ),
    ...lines(
      'relationships',
      Object.entries(relationships).map(
        ([id, [type, source, target, more = '', inside = '']]) =>
          `<relationship identifier="${id}" source="${source}" target="${target}" xsi:type="${type}" ${more}>${inside}</relationship>`,
      ),
    ),
    organizations === '' ? '' : `<organizations>${organizations}</organizations>`,
    ...lines(
      'propertyDefinitions',
      Object.entries(properties).map(
        ([id, name]) =>
          `<propertyDefinition identifier="${id}" type="string"><name>${xmlText(name)}</name></propertyDefinition>`,
      ),
    ),
    ...lines(
      'views',
      Object.entries(views).map(
        ([id, [name, ...shows]]) =>
          `<diagrams><view identifier="${id}" xsi:type="Diagram"><name>${name}</name>${nested(shows)}</view></diagrams>`,
      ),
    ),
    '</model>',
  ].join('\n')
}

/** What stands in an element that has properties, by identifier of their definition. */
export const withProperties = (properties: Readonly<Record<string, string>>): string =>
  `<properties>${Object.entries(properties)
    .map(([id, value]) => `<property propertyDefinitionRef="${id}"><value>${xmlText(value)}</value></property>`)
    .join('')}</properties>`

export const model = readModel()

/** A catalogue that says nothing. */
export const nothingKnown: KnownCatalogue = { model, items: new Map() }

/** What importing a file gives. */
export function importXml(
  xml: string | Uint8Array,
  said: Partial<Omit<ArchimateSaid, 'mapping'>> & { readonly mapping?: string } = {},
  known: KnownCatalogue = nothingKnown,
): Imported {
  const { mapping, ...rest } = said
  const read = mapping === undefined ? undefined : readMapping(mapping, 'types.yaml', known.model)
  const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml
  return importArchimate(bytes, { file: 'model.xml', ...rest, mapping: read }, known)
}

/** Fields of items by id, without where relations stand. */
export const fieldsOf = ({ items }: Imported): Readonly<Record<string, unknown>> =>
  Object.fromEntries(items.map(({ id, fields }) => [id, withoutRecords(fields)]))

/** A value without `record`s; a relation that carries nothing else is its target. */
export function withoutRecords(value: FileValue): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return (value as readonly FileValue[]).map(withoutRecords)
  const parts = Object.entries(value).filter(([name]) => name !== 'record')
  const [only] = parts
  if (parts.length === 1 && only?.[0] === 'to') return only[1]
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutRecords(part)]))
}

/** What was left out, a line each: record, part, text and reason. */
export const leftOutOf = ({ leftOut }: Imported): string[] =>
  leftOut.map(
    ({ record, part, text, reason }) => `${record}${part === undefined ? '' : ` ${part}`}: ${text}: ${reason}`,
  )
