import { GraphQLList, GraphQLNonNull, GraphQLObjectType } from 'graphql'
import type { GraphQLFieldConfig, GraphQLOutputType } from 'graphql'
import type { Attribute } from '../../graph/model/model.ts'
import type { Derivation } from './derivation.ts'
import { enumType } from './enums.ts'
import { means } from '../plan/meaning.ts'
import type { Source } from '../plan/source.ts'
import { scalarType } from './scalars.ts'

/** The field for an attribute of an item, an edge or a value. GraphQL's own resolver reads it. */
export function attributeField<Context>(
  derivation: Derivation,
  attribute: Attribute,
): GraphQLFieldConfig<Source, Context> {
  return {
    type: attributeType(derivation, attribute),
    description: attribute.description,
    extensions: means({ is: 'attribute', property: attribute.name }),
  }
}

/** The fields for several attributes, by name. */
export function attributeFields<Context>(
  derivation: Derivation,
  attributes: readonly Attribute[],
): Record<string, GraphQLFieldConfig<Source, Context>> {
  return Object.fromEntries(attributes.map((each) => [each.name, attributeField<Context>(derivation, each)]))
}

function attributeType(derivation: Derivation, attribute: Attribute): GraphQLOutputType {
  const one = named(derivation, attribute)
  const many = attribute.list ? new GraphQLList(new GraphQLNonNull(one)) : one
  return attribute.required ? new GraphQLNonNull(many) : many
}

function named(derivation: Derivation, { category, type }: Attribute): GraphQLOutputType {
  if (category === 'scalar') return scalarType(derivation, type)
  if (category === 'enum') return enumType(derivation, type)
  return valueType(derivation, type)
}

/** The API's type for a value with parts. */
export function valueType(derivation: Derivation, name: string): GraphQLObjectType {
  return derivation.once(name, `the value ${name}`, () => {
    const said = derivation.model.values.get(name)
    return new GraphQLObjectType<Source>({
      name,
      description: said?.description ?? name,
      fields: () => attributeFields(derivation, said?.attributes ?? []),
    })
  })
}
