import {
  getArgumentValues,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type {
  FieldNode,
  GraphQLField,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
} from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import type { ApiContext } from '../context.ts'
import type { Source } from '../plan/source.ts'
import { meaningOf } from '../plan/meaning.ts'

/** Makes the answer of a field from plain data. */
export type Shape = (value: unknown) => unknown

/** The data isn't as the schema says: GraphQL's own execution has to say what that means for the answer. */
export class IrregularData extends Error {
  override readonly name = 'IrregularData'
}

/** What shapes need to know of a request. */
export interface ShapedRequest extends Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'> {
  readonly context: ApiContext
}

/**
 * The shape of a field's answer: what GraphQL's execution would make of plain data, decided once for a place in the
 * request instead of once for each item.
 */
export function shapeOf(type: GraphQLOutputType, nodes: readonly FieldNode[], request: ShapedRequest): Shape {
  if (isNonNullType(type)) {
    const inner = shapeOf(getNullableType(type) as GraphQLOutputType, nodes, request)
    return (value) => {
      if (value == null) throw new IrregularData(`Nothing is there for ${String(nodes[0]?.name.value)}.`)
      return inner(value)
    }
  }
  const present = presentShape(type, nodes, request)
  return (value) => (value == null ? null : present(value))
}

function presentShape(type: GraphQLOutputType, nodes: readonly FieldNode[], request: ShapedRequest): Shape {
  if (isListType(type)) {
    const one = shapeOf(type.ofType as GraphQLOutputType, nodes, request)
    return (value) => {
      if (!Array.isArray(value)) throw new IrregularData('A list was expected.')
      return value.map(one)
    }
  }
  if (isLeafType(type)) return leafShape(type)
  if (isObjectType(type)) return objectShape(type, nodes, request)
  const shapes = new Map<string, Shape>()
  return (value) => {
    const name = (value as { readonly __typename: string }).__typename
    let shape = shapes.get(name)
    if (shape === undefined) {
      const kind = request.schema.getType(name)
      if (!isObjectType(kind) || !isAbstractType(type) || !request.schema.isSubType(type, kind)) {
        throw new IrregularData(`${name} was not expected.`)
      }
      shapes.set(name, (shape = objectShape(kind, nodes, request)))
    }
    return shape(value)
  }
}

function leafShape(type: GraphQLLeafType): Shape {
  return (value) => {
    try {
      const serialized: unknown = type.serialize(value)
      if (serialized != null) return serialized
    } catch (error) {
      throw new IrregularData('A value is not as its type says.', { cause: error })
    }
    throw new IrregularData('A value is not as its type says.')
  }
}

/** The shape of what is selected of an object of a type. */
export function objectShape(type: GraphQLObjectType, nodes: readonly FieldNode[], request: ShapedRequest): Shape {
  const { schema, fragments, variableValues } = request
  const names: string[] = []
  const fields: ((source: Source) => unknown)[] = []
  for (const [name, selected] of collectSubfields(schema, fragments, variableValues, type, nodes)) {
    const [node] = selected
    const field = node === undefined ? undefined : type.getFields()[node.name.value]
    names.push(name)
    if (node === undefined || field === undefined) fields.push(() => type.name)
    else {
      const shape = shapeOf(field.type, selected, request)
      const value = valueOf(field, node, request)
      fields.push((source) => shape(value(source)))
    }
  }
  return (value) => {
    const answer: Record<string, unknown> = {}
    for (let i = 0; i < names.length; i++) {
      answer[names[i] as string] = (fields[i] as (source: Source) => unknown)(value as Source)
    }
    return answer
  }
}

/** Where a field's value comes from. */
function valueOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { schema, context, variableValues }: ShapedRequest,
): (source: Source) => unknown {
  const meaning = meaningOf(field)
  if (meaning?.is === 'constant' && field.resolve !== undefined) return field.resolve as (source: Source) => unknown
  if (meaning?.is === 'own') {
    const given = getArgumentValues(field, node, variableValues)
    const answer = meaning.answerer(schema, context)
    return (source) => answer(source, given)
  }
  const key = context.keys.get(node) ?? field.name
  return (source) => source[key]
}
