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
    ...mappingOf(model, kind),
    $defs: Object.fromEntries(
      referencesOf(model, kind).map((each) => [each.target, referenceSchema(model, each, ids)]),
    ),
  }
}

/** One relation for each type that the kind's files lead to, those of items written inside them included. */
function referencesOf(model: Model, kind: Kind): Relation[] {
  const written = [kind, ...kind.written.filter((each) => each.inside).map((each) => targetOf(model, each))]
  const leading = written.flatMap((each) => each.written.filter(({ inside }) => !inside))
  return [...new Map(leading.map((each) => [each.target, each])).values()]
}

const targetOf = (model: Model, { targets }: Relation): Kind => kindOf(model, targets[0] ?? '')

function mappingOf(model: Model, kind: Kind): JsonSchema {
  const attributes = kind.attributes.filter((each) => !each.derived)
  const properties = {
    ...(kind.inside === undefined
      ? {}
      : { id: { type: 'string', pattern: idPattern, description: 'Last part of its id: short, and never changed.' } }),
    ...Object.fromEntries(attributes.map((each) => [each.name, describedSchema(each, attributeSchema(model, each))])),
    ...Object.fromEntries(kind.written.map((each) => [each.field, describedSchema(each, relationSchema(model, each))])),
    record,
  }
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(kind.inside === undefined ? {} : { required: ['id'] }),
  }
}

const record = {
  type: ['string', 'number'],
  description: 'In imported layers, whose configuration names a system: where that system states it.',
}

const idPattern = '^[a-z0-9]+(-[a-z0-9]+)*$'

const describedSchema = (of: { description: string }, schema: JsonSchema): JsonSchema => ({
  description: of.description,
  ...schema,
})

/** The JSON Schema of what an attribute takes, without its description. */
export function attributeSchema(model: Model, attribute: Attribute): JsonSchema {
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

function relationSchema(model: Model, relation: Relation): JsonSchema {
  if (relation.inside) return { type: 'array', items: mappingOf(model, targetOf(model, relation)) }
  const id = { $ref: `#/$defs/${relation.target}` }
  const one = { anyOf: [id, carrying(model, relation.edge, id)] }
  return relation.list ? { type: 'array', items: one } : one
}

/**
 * An id: those that there are, or any text, for what isn't written yet. Nothing is right too, as it takes back what a lower
 * layer says; and an editor that refuses nothing while somebody is about to write an id lists all ids as what it might be.
 */
function referenceSchema(model: Model, relation: Relation, ids: readonly string[]): JsonSchema {
  const prefixes = relation.targets.map((target) => `${kindOf(model, target).idPrefix}/`)
  const fitting = ids.filter((id) => prefixes.some((prefix) => id.startsWith(prefix)))
  const [only] = prefixes
  const short = prefixes.length === 1 && only !== undefined ? fitting.map((id) => id.slice(only.length)) : fitting
  const text = { type: ['string', 'number', 'null'] }
  return short.length === 0 ? text : { anyOf: [{ enum: short }, text] }
}

function carrying(model: Model, edge: EdgeType | undefined, id: JsonSchema): JsonSchema {
  const attributes = edge?.attributes ?? []
  return {
    type: 'object',
    properties: {
      to: id,
      ...Object.fromEntries(attributes.map((each) => [each.name, describedSchema(each, attributeSchema(model, each))])),
      record,
    },
    required: ['to'],
    additionalProperties: false,
  }
}
