import { getNamedType, isInterfaceType, isLeafType, isObjectType, isRequiredArgument, isUnionType } from 'graphql'
import type { GraphQLField, GraphQLInterfaceType, GraphQLNamedType, GraphQLObjectType } from 'graphql'
import type { Api } from '../../api/execute.ts'

/**
 * Asks an API for everything that can be asked without arguments: of each kind all items with all that they say, and of
 * items that these lead to their names; one document for each field of Query.
 * @returns the answers with the schema's own description of itself, as text.
 * @throws when one of them is an error.
 */
export async function askEverything(api: Pick<Api, 'schema' | 'execute'>): Promise<string> {
  const answers: string[] = []
  for (const field of Object.values(api.schema.getQueryType()?.getFields() ?? {})) {
    if (field.args.some(isRequiredArgument)) continue
    const document = `{ ${selectionOf(field, []) ?? '__typename'} }`
    const { data, errors } = await api.execute(document)
    if (errors !== undefined) throw new Error(`${field.name}: ${errors.map((error) => error.message).join(' ')}`)
    answers.push(JSON.stringify(data))
  }
  return [...answers, JSON.stringify(await api.execute(introspection))].join('\n')
}

const introspection = `{ __schema { types { name description possibleTypes { name } inputFields { name description }
  enumValues { name description } fields { name description args { name description } } } } }`

/** A field with what there is to select of it; undefined where that is nothing. @param above types that it lies within. */
function selectionOf(field: GraphQLField<unknown, unknown>, above: readonly GraphQLNamedType[]): string | undefined {
  const type = getNamedType(field.type)
  if (isLeafType(type)) return field.name
  const inner = inside(type, above)
  return inner === undefined ? undefined : `${field.name} { ${inner} }`
}

function inside(type: GraphQLNamedType, above: readonly GraphQLNamedType[]): string | undefined {
  if (isUnionType(type)) return '__typename ... on Item { id name }'
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined
  if (isItem(type) && (isInterfaceType(type) || above.some(isItem))) return '__typename id name'
  if (above.includes(type)) return undefined
  const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument))
  const selected = fields.flatMap((field) => selectionOf(field, [...above, type]) ?? [])
  return selected.length === 0 ? undefined : selected.join(' ')
}

const isItem = (type: GraphQLNamedType): type is GraphQLObjectType | GraphQLInterfaceType =>
  (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Item')) ||
  (isInterfaceType(type) && 'id' in type.getFields() && 'name' in type.getFields())
