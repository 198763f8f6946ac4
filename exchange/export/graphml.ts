import type { Item, ItemRelation } from '../../graph/catalogue/catalogue.ts'
import type { Model } from '../../graph/model/model.ts'
import { nameOf } from './exported.ts'
import type { Exported } from './exported.ts'
import { flatAttributes, textOf } from './flat-values.ts'
import type { FlatAttribute } from './flat-values.ts'
import { element, opened, xmlText } from './xml.ts'

/** What GraphML calls a column: declared once, then named by every value. */
interface Key {
  readonly id: string
  readonly name: string
  readonly type: 'boolean' | 'int' | 'double' | 'string'
}

/**
 * The graph as GraphML: directed, with typed keys. A node's `label` is its name and an edge's is its verb ("needs"), for Gephi;
 * the same stand as yEd's labels. Node ids have colons for slashes, since GraphML allows none (`practice:change-enablement`);
 * the item's own is the key `id`. Lists are texts as in CSV.
 */
export function* exportGraphml(exported: Exported): Generator<string> {
  const { model, items, relations, title, revision } = exported
  const nodeKeys = keysOf(
    'n',
    [...model.kinds.values()].flatMap(({ attributes }) => flatAttributes(attributes, model)),
  )
  const edgeKeys = keysOf(
    'e',
    [...model.relations.values()].flatMap(({ edge }) => flatAttributes(edge?.attributes ?? [], model)),
  )
  const flat = flatOf(model)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `${opened('graphml', namespaces)}\n`
  for (const key of [...fixedNodeKeys, ...nodeKeys.values()]) yield declared(key, 'node')
  yield `${element('key', { id: 'n.graphics', for: 'node', 'yfiles.type': 'nodegraphics' })}\n`
  for (const key of [...fixedEdgeKeys, ...edgeKeys.values()]) yield declared(key, 'edge')
  yield `${element('key', { id: 'e.graphics', for: 'edge', 'yfiles.type': 'edgegraphics' })}\n`
  yield `${opened('graph', { id: 'catalogue', edgedefault: 'directed' })}\n`
  yield `${element('desc', {}, xmlText(`${title}, revision ${String(revision)}`))}\n`
  for (const item of items.values()) yield nodeOf(item, flat.kinds.get(item.kind) ?? [], nodeKeys)
  for (const relation of relations) {
    const verb = model.relations.get(relation.type)?.verbs[0] ?? relation.type
    yield edgeOf(relation, verb, flat.relations.get(relation.type) ?? [], edgeKeys)
  }
  yield '</graph>\n</graphml>\n'
}

const namespaces = {
  xmlns: 'http://graphml.graphdrawing.org/xmlns',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:y': 'http://www.yworks.com/xml/graphml',
  'xsi:schemaLocation':
    'http://graphml.graphdrawing.org/xmlns http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd',
}

const fixedNodeKeys: readonly Key[] = [
  { id: 'n.label', name: 'label', type: 'string' },
  { id: 'n.id', name: 'id', type: 'string' },
  { id: 'n.kind', name: 'kind', type: 'string' },
]
const fixedEdgeKeys: readonly Key[] = [
  { id: 'e.label', name: 'label', type: 'string' },
  { id: 'e.type', name: 'type', type: 'string' },
]

/** Keys of all attributes by their path: of several types for one path, text takes them all. */
function keysOf(prefix: string, all: readonly FlatAttribute[]): ReadonlyMap<string, Key> {
  const keys = new Map<string, Key>()
  for (const each of all) {
    const name = each.path.join('.')
    // A node's label says it.
    if (name === 'name') continue
    const type = typeOf(each)
    const known = keys.get(name)
    const isTaken = fixedNodeKeys.some((fixed) => fixed.name === name)
    keys.set(name, {
      id: `${prefix}.${isTaken ? 'own.' : ''}${name}`,
      name: isTaken ? `own.${name}` : name,
      type: known === undefined || known.type === type ? type : 'string',
    })
  }
  return keys
}

function typeOf({ attribute: { list, type } }: FlatAttribute): Key['type'] {
  if (list) return 'string'
  if (type === 'Boolean') return 'boolean'
  if (type === 'Int') return 'int'
  return type === 'Float' || type === 'Percent' ? 'double' : 'string'
}

const flatOf = (model: Model) => ({
  kinds: new Map([...model.kinds.values()].map((kind) => [kind.name, flatAttributes(kind.attributes, model)])),
  relations: new Map(
    [...model.relations.values()].map(({ type, edge }) => [type, flatAttributes(edge?.attributes ?? [], model)]),
  ),
})

const declared = ({ id, name, type }: Key, of: 'node' | 'edge'): string =>
  `${element('key', { id, for: of, 'attr.name': name, 'attr.type': type })}\n`

function nodeOf(item: Item, flat: readonly FlatAttribute[], keys: ReadonlyMap<string, Key>): string {
  const name = nameOf(item)
  const width = String(Math.max(60, 20 + 7 * name.length))
  return `${element(
    'node',
    { id: nodeId(item.id) },
    data('n.label', name),
    data('n.id', item.id),
    data('n.kind', item.kind),
    ...dataOf(item, flat, keys),
    element(
      'data',
      { key: 'n.graphics' },
      element(
        'y:ShapeNode',
        {},
        element('y:Geometry', { width, height: '30' }),
        element('y:NodeLabel', {}, xmlText(name)),
        element('y:Shape', { type: 'roundrectangle' }),
      ),
    ),
  )}\n`
}

function edgeOf(
  relation: ItemRelation,
  verb: string,
  flat: readonly FlatAttribute[],
  keys: ReadonlyMap<string, Key>,
): string {
  const { type, from, to } = relation
  return `${element(
    'edge',
    { source: nodeId(from), target: nodeId(to) },
    data('e.label', verb),
    data('e.type', type),
    ...dataOf(relation, flat, keys),
    element(
      'data',
      { key: 'e.graphics' },
      element(
        'y:PolyLineEdge',
        {},
        element('y:Arrows', { source: 'none', target: 'standard' }),
        element('y:EdgeLabel', {}, xmlText(verb)),
      ),
    ),
  )}\n`
}

const dataOf = (of: Item | ItemRelation, flat: readonly FlatAttribute[], keys: ReadonlyMap<string, Key>): string[] =>
  flat.flatMap((each) => {
    const value = each.of(of)
    const key = keys.get(each.path.join('.'))
    return value === undefined || key === undefined ? [] : [data(key.id, textOf(value))]
  })

const data = (key: string, text: string): string => element('data', { key }, xmlText(text))

/** An XML name token: ids have nothing else that is none. */
const nodeId = (id: string): string => id.replaceAll('/', ':')
