import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLScalarType, GraphQLString } from 'graphql'
import { GraphQLError, Kind } from 'graphql'
import { readScalar } from '../../graph/catalogue/scalars.ts'
import type { Derivation } from './derivation.ts'

const builtIn = new Map(
  [GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString].map((scalar) => [scalar.name, scalar]),
)

/**
 * The API's scalar for one of the model. Values leave as they are stored; what comes in as an argument must be as the
 * model says.
 */
export function scalarType(derivation: Derivation, name: string): GraphQLScalarType {
  const known = builtIn.get(name)
  if (known !== undefined) return known
  return derivation.once(name, `the scalar ${name}`, () => {
    const parse = (value: unknown): unknown => checked(name, value)
    return new GraphQLScalarType({
      name,
      description: derivation.model.scalars.get(name)?.description ?? name,
      serialize: (value) => value,
      parseValue: parse,
      parseLiteral: (node) => {
        if (node.kind === Kind.STRING) return parse(node.value)
        if (node.kind === Kind.INT || node.kind === Kind.FLOAT) return parse(Number(node.value))
        throw new GraphQLError(`${name} is written as text or as a number.`, { nodes: node })
      },
    })
  })
}

function checked(name: string, value: unknown): unknown {
  const result = readScalar(name, String(value), value)
  if ('value' in result) return result.value
  throw new GraphQLError(`"${String(value)}" is not ${result.expected}. ${result.hint ?? ''}`.trim())
}
