import type { Item, ItemRelation } from '../../graph/catalogue/catalogue.ts'
import { kindOf } from '../../graph/model/model.ts'
import type { Attribute } from '../../graph/model/model.ts'
import { ownProperties } from '../import/archimate/own-properties.ts'
import { drawRelation } from './archimate/draw-relation.ts'
import { elementType } from './archimate/element-type.ts'
import { PropertyDefinitions } from './archimate/properties.ts'
import { nameOf } from './exported.ts'
import type { Exported } from './exported.ts'
import { element, opened, xmlText } from './xml.ts'

/**
 * The catalogue as a model in The Open Group's ArchiMate Model Exchange File Format 3.1, which Archi, BiZZdesign, Sparx EA and
 * others open. Items are elements, in a folder for each kind; relations are relationships, of the type that says most of what
 * ArchiMate permits between the two. Summary and body are documentation; kind, id and all other fields are properties, so
 * that importing the file gives the same items and relations again.
 *
 * What the format can't hold: where items are written (sources), the catalogue's own model and its settings, white space at
 * the beginning and end of texts, and characters that no XML has. It has no views: a tool draws them.
 */
export function* exportArchimate(exported: Exported): Generator<string> {
  const { title, name, model, items, relations, site, revision } = exported
  const definitions = new PropertyDefinitions()
  const language = { 'xml:lang': site.locale }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `${opened('model', { ...namespaces, identifier: `model-${ncName(name)}`, version: String(revision) })}\n`
  yield `${element('name', language, xmlText(title))}\n`
  yield* section('elements', items.values(), (item) => elementOf(item))
  const byKind = Map.groupBy(items.values(), ({ kind }) => kind)
  const known = relations.filter(({ type, from, to }) => model.relations.has(type) && items.has(from) && items.has(to))
  yield* section('relationships', known, (relation) => relationshipOf(relation))
  yield* section('organizations', model.kinds.values(), ({ name: kind, folder }) => {
    const references = (byKind.get(kind) ?? []).map(({ id }) => element('item', { identifierRef: elementId(id) }))
    return references.length === 0
      ? ''
      : element('item', {}, element('label', language, xmlText(folder)), ...references)
  })
  yield* definitions.definitions().map((each) => `${each}\n`)
  yield '</model>\n'

  function elementOf(item: Item): string {
    const { id, kind, values } = item
    const { attributes } = kindOf(model, kind)
    const { summary, body } = values
    const text = [summary, body].filter((part) => typeof part === 'string').join('\n\n')
    return element(
      'element',
      { identifier: elementId(id), 'xsi:type': elementType(item, kindOf(model, kind)) },
      element('name', language, xmlText(nameOf(item))),
      ...(text === '' ? [] : [element('documentation', language, xmlText(text))]),
      ...definitions.properties([
        [ownProperties.id, id],
        [ownProperties.kind, kind],
        ...fieldsOf(attributes, values, ['name', 'body', 'id', 'sources']),
      ]),
    )
  }

  function relationshipOf({ type, from, to, values }: ItemRelation): string {
    const relation = model.relations.get(type)
    const [holder, target] = [items.get(from), items.get(to)]
    if (relation === undefined || holder === undefined || target === undefined) return ''
    const typeOf = (item: Item): string => elementType(item, kindOf(model, item.kind))
    const { type: drawn, source, accessType } = drawRelation(relation, { values }, typeOf(holder), typeOf(target))
    const ends = source === 'holder' ? { source: from, target: to } : { source: to, target: from }
    const [verb, back] = relation.verbs
    const { note } = values
    return element(
      'relationship',
      {
        identifier: `rel-${type}..${dotted(from)}..${dotted(to)}`,
        source: elementId(ends.source),
        target: elementId(ends.target),
        'xsi:type': drawn,
        ...(accessType === undefined ? {} : { accessType }),
      },
      element('name', language, xmlText(source === 'holder' ? verb : back)),
      ...(typeof note === 'string' ? [element('documentation', language, xmlText(note))] : []),
      ...definitions.properties([
        [ownProperties.relation, type],
        [ownProperties.holder, source === 'holder' ? 'source' : 'target'],
        ...fieldsOf(relation.edge?.attributes ?? [], values, ['note']),
      ]),
    )
  }
}

/** Everything of one sort, below an element that is only there where something is in it. */
function* section<Each>(name: string, all: Iterable<Each>, write: (each: Each) => string): Generator<string> {
  let isOpen = false
  for (const each of all) {
    const written = write(each)
    if (written === '') continue
    if (!isOpen) yield `<${name}>\n`
    isOpen = true
    yield `${written}\n`
  }
  if (isOpen) yield `</${name}>\n`
}

const fieldsOf = (
  attributes: readonly Attribute[],
  values: Item['values'],
  elsewhere: readonly string[],
): (readonly [string, Item['values'][string] | undefined, Attribute])[] =>
  attributes
    .filter(({ name }) => !elsewhere.includes(name))
    .map((attribute) => [attribute.name, values[attribute.name], attribute] as const)

const dotted = (id: string): string => id.replaceAll('/', '.')
const elementId = (id: string): string => `id-${dotted(id)}`
const ncName = (text: string): string => text.replace(/[^A-Za-z0-9._-]/g, '-')

const namespaces = {
  xmlns: 'http://www.opengroup.org/xsd/archimate/3.0/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.opengroup.org/xsd/archimate/3.0/ http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd',
}
