import { isAbstractType, isIntrospectionType, OperationTypeNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { DocumentNode, GraphQLField, GraphQLSchema } from 'graphql'
import { readField } from '../plan/read-field.ts'
import { meaningOf } from '../plan/meaning.ts'

/**
 * Whether everything below a document's root fields is plain data once the root fields have been read, so that it can be
 * answered without asking resolvers (`shape.ts`). The document is valid.
 */
export function isPlain(document: DocumentNode, schema: GraphQLSchema): boolean {
  let plain = true
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition(node) {
        if (node.operation !== OperationTypeNode.QUERY) plain = false
      },
      Field(node) {
        const parent = types.getParentType()
        const name = node.name.value
        // It would set an object's prototype.
        if (node.alias?.value === '__proto__') plain = false
        if (parent == null || name === '__typename') return
        const owners = [parent, ...(isAbstractType(parent) ? schema.getPossibleTypes(parent) : [])]
        const fields = owners.flatMap((owner) => ('getFields' in owner ? (owner.getFields()[name] ?? []) : []))
        const isRoot = parent === schema.getQueryType()
        if (isIntrospectionType(parent) || fields.length === 0) plain = false
        else if (!isRoot && !fields.every(isPlainField)) plain = false
      },
    }),
  )
  return plain
}

const isPlainField = (field: GraphQLField<unknown, unknown>): boolean =>
  field.resolve === undefined || field.resolve === readField || ['constant', 'own'].includes(meaningOf(field)?.is ?? '')
