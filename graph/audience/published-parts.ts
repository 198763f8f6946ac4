import { isObjectType } from 'graphql'
import type { Audience } from '../catalogue/audience.ts'
import type { StoredGraph } from '../load/stored-graph.ts'
import type { Attribute, EdgeType, Kind, Model } from '../model/model.ts'
import { decode } from '../representation.ts'
import type { JsonValue } from '../store/store.ts'

/** Which parts of a catalogue's own model an audience is told of. The product's own model is public. */
export interface PublishedParts {
  readonly kinds: ReadonlySet<string>
  /** As "Type.field": of kinds, of interfaces that such kinds have, of edges and of values. */
  readonly fields: ReadonlySet<string>
  /** Interfaces of published kinds; edges, values, enums, unions and scalars that a published field has. */
  readonly types: ReadonlySet<string>
  /** Words of enums that something published says: "ContractForm.LEASE". */
  readonly words: ReadonlySet<string>
}

/** The parts of the model that what an audience sees is made of. */
export function publishedParts(graph: StoredGraph, audience: Audience, model: Model): PublishedParts {
  const kinds = publishedKinds(graph, audience, model)
  const parts: Parts = { model, kinds, fields: new Set(), types: new Set(), words: new Set(), relations: new Set() }
  for (const kind of kinds) {
    const known = model.kinds.get(kind)
    if (known !== undefined) addKind(known, audience.fields[kind] ?? [], parts)
  }
  addPaths(parts)
  addWords(graph, parts)
  return parts
}

interface Parts {
  readonly model: Model
  readonly kinds: ReadonlySet<string>
  readonly fields: Set<string>
  readonly types: Set<string>
  readonly words: Set<string>
  /** Types of published relations. */
  readonly relations: Set<string>
}

/** Kinds that are named, and kinds of items that are seen. */
const publishedKinds = ({ nodes }: StoredGraph, { kinds }: Audience, model: Model): Set<string> =>
  new Set([...kinds, ...[...nodes.values()].map(({ kind }) => kind)].filter((kind) => model.kinds.has(kind)))

function addKind(kind: Kind, told: readonly string[], parts: Parts): void {
  const { fields, types, kinds, relations } = parts
  const holders = [kind.name, ...kind.interfaces]
  for (const name of kind.interfaces) types.add(name)
  const publish = (field: string): void => {
    for (const holder of holders) fields.add(`${holder}.${field}`)
  }
  for (const attribute of kind.attributes) {
    if (!attribute.derived && attribute.name !== 'name' && !told.includes(attribute.name)) continue
    publish(attribute.name)
    addType(attribute, parts)
  }
  for (const relation of kind.relations) {
    if (!told.includes(relation.field) || !relation.targets.some((target) => kinds.has(target))) continue
    publish(relation.field)
    types.add(relation.target)
    relations.add(relation.type)
    if (relation.edge !== undefined) addEdge(relation.edge, parts)
  }
}

/** Short cuts over two published relations. */
function addPaths({ model, kinds, fields, types, relations }: Parts): void {
  for (const { declaredBy, field, along, target, targets } of model.paths) {
    const isTold = along.every(({ type }) => relations.has(type))
    if (!isTold || !kinds.has(declaredBy) || !targets.some((each) => kinds.has(each))) continue
    fields.add(`${declaredBy}.${field}`)
    types.add(target)
  }
}

/** What a relation carries, and the interfaces that say so. */
function addEdge({ name, attributes }: EdgeType, parts: Parts): void {
  const type = parts.model.schema.getType(name)
  const interfaces = isObjectType(type) ? type.getInterfaces().map((each) => each.name) : []
  for (const of of [name, ...interfaces]) {
    parts.types.add(of)
    for (const attribute of attributes) addField(of, attribute, parts)
  }
}

function addField(of: string, attribute: Attribute, parts: Parts): void {
  parts.fields.add(`${of}.${attribute.name}`)
  addType(attribute, parts)
}

/** A field's type, and what that is made of. */
function addType({ type }: Attribute, parts: Parts): void {
  if (parts.types.has(type)) return
  parts.types.add(type)
  for (const part of parts.model.values.get(type)?.attributes ?? []) addField(type, part, parts)
}

function addWords({ nodes, relations }: StoredGraph, { model, fields, words }: Parts): void {
  const add = (attributes: readonly Attribute[], properties: Readonly<Record<string, JsonValue>>): void => {
    for (const attribute of attributes) {
      const stored = properties[attribute.name]
      if (stored !== undefined) addWord(attribute, decode(attribute, stored))
    }
  }
  const addWord = ({ type, category }: Attribute, value: JsonValue): void => {
    for (const each of Array.isArray(value) ? (value as readonly JsonValue[]) : [value]) {
      if (category === 'enum') words.add(`${type}.${String(each)}`)
      else if (category === 'value' && each !== null && typeof each === 'object')
        add(model.values.get(type)?.attributes ?? [], each as Readonly<Record<string, JsonValue>>)
    }
  }
  for (const { kind, properties } of nodes.values()) add(model.kinds.get(kind)?.attributes ?? [], properties)
  for (const { type, properties } of relations.values()) {
    add(model.relations.get(type)?.edge?.attributes ?? [], properties)
  }
  for (const type of [...model.kinds.values(), ...model.edges.values(), ...model.values.values()]) {
    for (const { name, type: of, default: value } of type.attributes) {
      if (value !== undefined && fields.has(`${type.name}.${name}`)) words.add(`${of}.${String(value)}`)
    }
  }
}
