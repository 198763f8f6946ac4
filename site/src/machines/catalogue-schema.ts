import { heldBy } from '../catalogue/kind-document.ts'
import type { Attribute, Kind, Model, Relation } from '../catalogue/model.ts'
import { catalogueFormat } from './catalogue-json.ts'
import { itemFormat } from './item-json.ts'

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string' }
const sources = { type: 'array', items: { $ref: '#/$defs/source' } }

/**
 * The JSON Schema of `catalogue.json`, of exports in the same shape (`tributary export json`) and, under `$defs/itemFile`, of
 * each item's own file: written from the model.
 */
export function catalogueSchema(model: Model): Schema {
  const kinds = [...model.kinds.values()]
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: catalogueFormat,
    description: 'A catalogue of service management: its kinds and its items, each relation once, with its holder.',
    ...closed(
      {
        format: { const: catalogueFormat },
        schema: { ...text, description: 'Where this schema lies.' },
        revision: { type: 'integer', description: 'Counts the loads that changed something.' },
        loadedAt: { ...text, description: 'When that was, in UTC: 2026-11-22T10:00:00Z.' },
        name: text,
        title: text,
        calendar: {
          ...closed({ hoursPerDay: { type: 'number' }, daysPerWeek: { type: 'number' } }, [
            'hoursPerDay',
            'daysPerWeek',
          ]),
          description: 'How long a working day and week are in durations. In exports only.',
        },
        model: {
          type: 'array',
          items: closed({ path: text, text }, ['path', 'text']),
          description: 'The model files that the catalogue adds, as GraphQL. In exports only.',
        },
        kinds: { type: 'array', items: { $ref: '#/$defs/kind' } },
        items: { type: 'array', items: { $ref: '#/$defs/item' } },
      },
      ['format', 'schema', 'revision', 'loadedAt', 'name', 'title', 'kinds', 'items'],
    ),
    $defs: {
      kind: closed(
        {
          name: { enum: kinds.map(({ name }) => name) },
          folder: { ...text, description: 'Where its pages lie.' },
          idPrefix: { ...text, description: 'What ids of its items begin with.' },
          description: text,
          count: { type: 'integer' },
        },
        ['name', 'folder', 'idPrefix', 'description', 'count'],
      ),
      item: { oneOf: kinds.map(({ name }) => ({ $ref: `#/$defs/${name}` })) },
      itemFile: {
        description: 'index.json beside an item’s page: the item, its relations from both ends.',
        type: 'object',
        properties: { format: { const: itemFormat }, catalogue: text, revision: { type: 'integer' } },
        required: ['format', 'catalogue', 'revision'],
        allOf: [{ $ref: '#/$defs/item' }],
      },
      source: closed({ layer: text, file: text, line: { type: 'integer' }, system: text, record: text, says: text }, [
        'layer',
        'file',
        'line',
      ]),
      ...Object.fromEntries(kinds.map((kind) => [kind.name, kindSchema(kind, model)])),
    },
  }
}

function kindSchema(kind: Kind, model: Model): Schema {
  const attributes = kind.attributes.filter(({ name }) => name !== 'id' && name !== 'sources')
  const relations = [
    ...heldBy(kind, model).map((each): [string, Schema] => [each.field, relationSchema(each, model, each.verbs[0])]),
    ...[...model.relations.values()]
      .filter(({ targets }) => targets.includes(kind.name))
      .map((each): [string, Schema] => [each.inverse, relationSchema(each, model, each.verbs[1])]),
  ]
  return {
    description: kind.description,
    type: 'object',
    properties: {
      id: { ...text, pattern: `^${kind.idPrefix}/` },
      kind: { const: kind.name },
      url: { ...text, description: 'Its page: a whole address, or the path on its server.' },
      fields: closed(properties(attributes, model), ['name']),
      relations: closed(Object.fromEntries(relations), []),
      sources,
    },
    required: ['id', 'kind', 'url', 'fields', 'relations', 'sources'],
  }
}

function relationSchema({ edge }: Relation, model: Model, verb: string): Schema {
  const carried = edge.filter(({ name }) => name !== 'sources')
  const description = `${verb}: by the id of the item at the other end.`
  const carries = {
    ...properties(carried, model),
    sources: { ...sources, description: 'Where it is written. In exports only.' },
  }
  return { description, type: 'object', additionalProperties: closed(carries, []) }
}

const properties = (attributes: readonly Attribute[], model: Model): Readonly<Record<string, Schema>> =>
  Object.fromEntries(
    attributes.map((each) => [each.name, { description: each.description, ...valueSchema(each, model) }]),
  )

function valueSchema(attribute: Attribute, model: Model): Schema {
  const single = singleSchema(attribute, model)
  return attribute.list ? { type: 'array', items: single } : single
}

function singleSchema({ type, category }: Attribute, model: Model): Schema {
  if (category === 'ENUM') return { enum: model.enums.get(type)?.values.map(({ name }) => name) ?? [] }
  if (category === 'VALUE') return closed(properties(model.values.get(type)?.attributes ?? [], model), [])
  return { type: jsonTypes[type] ?? 'string' }
}

/** Scalars that aren't texts in JSON. */
const jsonTypes: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Float: 'number',
  Int: 'integer',
  Percent: 'number',
}

/** An object with these members and no others. */
const closed = (members: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  properties: members,
  ...(required.length === 0 ? {} : { required }),
  additionalProperties: false,
})
