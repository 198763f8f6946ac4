import type { Attribute, EdgeType, Kind, Model, Relation } from './model.ts'
import { kindOf } from './model.ts'

/** A JSON Schema (draft 2020-12), as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of a kind's files, so that an editor completes and checks as one types. It is a little more lenient than
 * validation: it can't know other files, and an overlay of a lower layer's item may leave out what is required.
 * @param ids ids of items that there are, for completion of references; none when left out.
 */
export function jsonSchemaOf(model: Model, kind: Kind, ids: readonly string[] = []): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: kind.name,
    description: kind.description,
    ...mappingOf(model, kind, ids),
  }
}

function mappingOf(model: Model, kind: Kind, ids: readonly string[]): JsonSchema {
  const attributes = kind.attributes.filter((each) => !each.derived)
  const properties = {
    ...(kind.inside === undefined
      ? {}
      : { id: { type: 'string', pattern: idPattern, description: 'Last part of its id: short, and never changed.' } }),
    ...Object.fromEntries(attributes.map((each) => [each.name, describedSchema(each, attributeSchema(model, each))])),
    ...Object.fromEntries(
      kind.written.map((each) => [each.field, describedSchema(each, relationSchema(model, each, ids))]),
    ),
  }
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(kind.inside === undefined ? {} : { required: ['id'] }),
  }
}

const idPattern = '^[a-z0-9]+(-[a-z0-9]+)*$'

const describedSchema = (of: { description: string }, schema: JsonSchema): JsonSchema => ({
  description: of.description,
  ...schema,
})

function attributeSchema(model: Model, attribute: Attribute): JsonSchema {
  const one = valueSchema(model, attribute)
  const schema = attribute.list ? { type: 'array', items: one } : one
  return attribute.default === undefined ? schema : { ...schema, default: attribute.default }
}

function valueSchema(model: Model, attribute: Attribute): JsonSchema {
  const words = model.enums.get(attribute.type)
  if (words !== undefined) {
    return { oneOf: words.values.map((word) => ({ const: word.name, description: word.description })) }
  }
  const parts = model.values.get(attribute.type)
  if (parts !== undefined) {
    return {
      type: 'object',
      properties: Object.fromEntries(
        parts.attributes.map((each) => [each.name, describedSchema(each, attributeSchema(model, each))]),
      ),
      required: parts.attributes.filter((each) => each.required && each.default === undefined).map((each) => each.name),
      additionalProperties: false,
    }
  }
  return scalarSchemas[attribute.type] ?? { type: ['string', 'number'] }
}

/** Text fields take numbers too: `version: 1.10` is read as it is written. */
const scalarSchemas: Readonly<Record<string, JsonSchema>> = {
  Boolean: { type: 'boolean' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Percent: { type: ['number', 'string'], minimum: 0, maximum: 100 },
  Date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  URL: { type: 'string', format: 'uri' },
  Duration: { type: 'string', examples: ['45 min', '2 h', '1 d 4 h', 'PT45M'] },
  Period: { type: 'string', examples: ['30 days', '3 months', '1 year', 'P3M'] },
  Markdown: { type: 'string' },
}

function relationSchema(model: Model, relation: Relation, ids: readonly string[]): JsonSchema {
  if (relation.inside) return { type: 'array', items: mappingOf(model, kindOf(model, relation.targets[0] ?? ''), ids) }
  const id = referenceSchema(model, relation, ids)
  const one = { anyOf: [id, carrying(model, relation.edge, id)] }
  return relation.list ? { type: 'array', items: one } : one
}

function referenceSchema(model: Model, relation: Relation, ids: readonly string[]): JsonSchema {
  const prefixes = relation.targets.map((target) => `${kindOf(model, target).idPrefix}/`)
  const fitting = ids.filter((id) => prefixes.some((prefix) => id.startsWith(prefix)))
  const [only] = prefixes
  const short = prefixes.length === 1 && only !== undefined ? fitting.map((id) => id.slice(only.length)) : fitting
  return short.length === 0 ? { type: 'string' } : { anyOf: [{ enum: short }, { type: 'string' }] }
}

function carrying(model: Model, edge: EdgeType | undefined, id: JsonSchema): JsonSchema {
  const attributes = edge?.attributes ?? []
  return {
    type: 'object',
    properties: {
      to: id,
      ...Object.fromEntries(attributes.map((each) => [each.name, describedSchema(each, attributeSchema(model, each))])),
    },
    required: ['to'],
    additionalProperties: false,
  }
}
