import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLString,
} from 'graphql'
import type { GraphQLInputFieldConfig, GraphQLInputType } from 'graphql'
import type { Derivation } from './derivation.ts'
import { scalarType } from './scalars.ts'

/** Asks whether something is there at all. */
const exists: GraphQLInputFieldConfig = {
  type: GraphQLBoolean,
  description: 'True: it is there. False: it is left out.',
}
const texts = new GraphQLList(new GraphQLNonNull(GraphQLString))

const operators = {
  String: {
    description: 'What is asked of a text. All that is given must hold.',
    fields: () => ({
      is: { type: texts, description: 'It is exactly one of these.' },
      contains: {
        type: GraphQLString,
        description: 'This is somewhere in it, in any case; in names, with or without diacritics.',
      },
      startsWith: {
        type: GraphQLString,
        description: 'It begins with this, in any case; in names, with or without diacritics.',
      },
      exists,
    }),
  },
  StringList: {
    description: 'What is asked of a list of texts. All that is given must hold.',
    fields: () => ({ any: { type: texts, description: 'At least one of these is in it, exactly.' }, exists }),
  },
  Number: {
    description: 'What is asked of a number. All that is given must hold.',
    fields: () => ({
      min: { type: GraphQLFloat, description: 'It is this or more.' },
      max: { type: GraphQLFloat, description: 'It is this or less.' },
      exists,
    }),
  },
  Date: {
    description: 'What is asked of a day. All that is given must hold.',
    fields: (derivation: Derivation) => ({
      from: { type: scalarType(derivation, 'Date'), description: 'It is this day or later.' },
      until: { type: scalarType(derivation, 'Date'), description: 'It is this day or earlier.' },
      exists,
    }),
  },
  Presence: {
    description: 'Asks whether something is there at all.',
    fields: () => ({ exists }),
  },
} satisfies Record<
  string,
  { description: string; fields: (derivation: Derivation) => Record<string, GraphQLInputFieldConfig> }
>

/** What kind of thing a filter's field asks about. */
export type Operator = keyof typeof operators

/** The input type that asks about texts, numbers, days …: `StringFilter`. */
export function operatorType(derivation: Derivation, operator: Operator): GraphQLInputType {
  const name = `${operator}Filter`
  const { description, fields } = operators[operator]
  return derivation.once(
    name,
    "the API's own filter",
    () => new GraphQLInputObjectType({ name, description, fields: () => fields(derivation) }),
  )
}
