import { getNamedType, isAbstractType, isListType, isLeafType, isNonNullType, isObjectType, Kind, parse } from 'graphql'
import type {
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql'
import { z } from 'zod'

/** Scalars that are answered as numbers; other leaves, words of closed lists among them, are text. */
const numbers = new Set(['Int', 'Float', 'Percent'])

/**
 * The shape of a document's data, from its selection and the API's schema. Words of closed lists are any text: a later load
 * may bring kinds and relations that a client was never told of.
 */
export function outputSchema(schema: GraphQLSchema, document: string): z.ZodRawShape {
  const { definitions } = parse(document, { noLocation: true })
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  )
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  const query = schema.getQueryType()
  if (operation === undefined || query == null) throw new Error('A tool’s document asks nothing.')
  return new Shapes(schema, fragments).fields(query, operation.selectionSet)
}

class Shapes {
  readonly #schema: GraphQLSchema
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema
    this.#fragments = fragments
  }

  /** The fields of a selection, by the names that they have in the answer. */
  fields(type: GraphQLNamedType, selected: SelectionSetNode): Record<string, z.ZodType> {
    const shape: Record<string, z.ZodType> = {}
    for (const selection of selected.selections) {
      const isConditional = (selection.directives ?? []).length > 0
      if (selection.kind === Kind.FIELD) {
        const field = isObjectType(type) || 'getFields' in type ? fieldOf(type, selection.name.value) : undefined
        if (field === undefined) throw new Error(`${type.name} has no field ${selection.name.value}.`)
        const shown = this.#value(field, selection.selectionSet)
        shape[selection.alias?.value ?? selection.name.value] = isConditional ? shown.optional() : shown
        continue
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection
      const on = this.#schema.getType(fragment?.typeCondition?.name.value ?? type.name)
      if (fragment === undefined || on === undefined) continue
      const always = !isConditional && (on === type || (isObjectType(type) && isAbstractType(on)))
      for (const [name, each] of Object.entries(this.fields(on, fragment.selectionSet)))
        shape[name] ??= always ? each : each.optional()
    }
    return shape
  }

  #value(type: GraphQLOutputType, selected: SelectionSetNode | undefined): z.ZodType {
    if (isNonNullType(type)) return this.#present(type.ofType, selected)
    return this.#present(type, selected).nullable()
  }

  #present(type: GraphQLOutputType, selected: SelectionSetNode | undefined): z.ZodType {
    if (isListType(type)) return z.array(this.#value(type.ofType as GraphQLOutputType, selected))
    const named = getNamedType(type)
    if (isLeafType(named)) {
      if (numbers.has(named.name)) return z.number()
      return named.name === 'Boolean' ? z.boolean() : z.string()
    }
    return z.object(selected === undefined ? {} : this.fields(named, selected))
  }
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLOutputType | undefined {
  return 'getFields' in type ? (type.getFields()[name]?.type as GraphQLOutputType | undefined) : undefined
}
