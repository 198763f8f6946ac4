import { NoUnusedFragmentsRule, parse, specifiedRules, validate } from 'graphql'
import type { GraphQLField, GraphQLObjectType, GraphQLSchema, SelectionSetNode } from 'graphql'
import type { ApiContext } from '../context.ts'
import type { Shape } from '../execution/shape.ts'
import type { Source } from '../plan/source.ts'
import { requiredShape, selectionOf } from '../plan/read-required.ts'
import { means } from '../plan/meaning.ts'
import type { OwnMeaning } from '../plan/meaning.ts'

/**
 * A field of items that is written by hand: it says in the API's own language what must be read of each item, which is read
 * together with everything else, and makes its answer of that alone.
 */
export interface OwnItemField<Required = never, Arguments = never> {
  /**
   * A selection on the item: `{ id steps(first: 1000) { nodes { name } } }`. Pages may be larger than clients may ask for.
   * No variables, no fragments with names.
   */
  readonly requires: string
  /** Makes the answer, without waiting for anything. `required` is as the API answers the selection. */
  readonly answer: (required: Required, given: Arguments, context: ApiContext) => unknown
}

/**
 * Puts a hand-written field on an item's type.
 * @throws when what it requires isn't a selection on that type.
 */
export function attachItemField(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, ApiContext>,
  own: OwnItemField,
): void {
  const document = parse(`fragment Required on ${type.name} ${own.requires}`)
  const [problem] = validate(
    schema,
    document,
    specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule),
  )
  if (problem !== undefined) throw new Error(`What ${type.name}.${field.name} requires is wrong: ${problem.message}`)
  const meaning = ownMeaning(type.name, selectionOf(type.name, own.requires), own)
  field.extensions = { ...field.extensions, ...means(meaning) }
  field.resolve = (source, given, context, info) => meaning.answerer(info.schema, context)(source as Source, given)
}

function ownMeaning(type: string, selection: SelectionSetNode, own: OwnItemField): OwnMeaning {
  const shapes = new WeakMap<ApiContext, Shape>()
  const answer = own.answer as (required: unknown, given: unknown, context: ApiContext) => unknown
  return {
    is: 'own',
    type,
    selection,
    answerer: (schema, context) => {
      const shape = shapes.get(context) ?? (requiredShape(schema, type, selection, context) as Shape)
      shapes.set(context, shape)
      return (source, given) => answer(shape(source), given, context)
    },
  }
}
