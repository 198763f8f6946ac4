import { getArgumentValues, getOperationAST, getVariableValues, isNonNullType, Kind, locatedError } from 'graphql'
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLError,
  FragmentDefinitionNode,
  GraphQLResolveInfo,
  GraphQLSchema,
} from 'graphql'
import { collectFields } from 'graphql/execution/collectFields.js'
import type { ApiContext } from '../context.ts'
import { IrregularData, shapeOf } from './shape.ts'

/** A request for a valid document in which everything below the root fields is plain. */
export interface PlainRequest {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName: string | undefined
  readonly context: ApiContext
}

/**
 * Answers a request as GraphQL's execution does, two to three times faster where it answers much.
 * @returns undefined where only GraphQL's own execution knows what to answer: no such operation, data that isn't as the
 * schema says.
 */
export async function answerPlain(request: PlainRequest): Promise<ExecutionResult | undefined> {
  const { schema, document, context } = request
  const operation = getOperationAST(document, request.operationName)
  const parentType = schema.getQueryType()
  if (operation == null || parentType == null) return undefined
  const { errors: wrong, coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables)
  if (wrong !== undefined) return { errors: wrong }
  const fragments = fragmentsOf(document)
  const base = { schema, fragments, variableValues: coerced, operation, parentType, rootValue: undefined }
  const selected = collectFields(schema, fragments, coerced, parentType, operation.selectionSet)

  try {
    const answers = await Promise.all(
      [...selected].map(async ([key, fieldNodes]): Promise<RootAnswer> => {
        const field = parentType.getFields()[fieldNodes[0]?.name.value ?? '']
        if (field === undefined) return { key, value: parentType.name }
        const path = { prev: undefined, key, typename: parentType.name }
        try {
          const info = { ...base, fieldName: field.name, fieldNodes, returnType: field.type, path }
          const value = await resolve(info, context)
          return { key, value: shapeOf(field.type, fieldNodes, { ...base, context })(value) }
        } catch (error) {
          if (error instanceof IrregularData) throw error
          return { key, error: locatedError(error, fieldNodes, [key]), fatal: isNonNullType(field.type) }
        }
      }),
    )
    const errors = answers.flatMap((answer) => ('error' in answer ? [answer.error] : []))
    const isNothing = answers.some((answer) => 'error' in answer && answer.fatal)
    const values = answers.map((answer) => [answer.key, 'error' in answer ? null : answer.value])
    const data = isNothing ? null : (Object.fromEntries(values) as Record<string, unknown>)
    return errors.length > 0 ? { errors, data } : { data }
  } catch (error) {
    if (error instanceof IrregularData) return undefined
    throw error
  }
}

/** What a root field came to. A fatal error leaves the whole answer without data, because the field must not be null. */
type RootAnswer =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: string; readonly error: GraphQLError; readonly fatal: boolean }

async function resolve(info: GraphQLResolveInfo, context: ApiContext): Promise<unknown> {
  const field = info.parentType.getFields()[info.fieldName]
  const [node] = info.fieldNodes
  if (field?.resolve === undefined || node === undefined) return undefined
  return field.resolve(undefined, getArgumentValues(field, node, info.variableValues), context, info)
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = {}
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition
  }
  return fragments
}
